@NullMarked
package org.minqing.events.planted;

import org.jspecify.annotations.NullMarked;
