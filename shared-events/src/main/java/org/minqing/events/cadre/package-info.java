@NullMarked
package org.minqing.events.cadre;

import org.jspecify.annotations.NullMarked;
