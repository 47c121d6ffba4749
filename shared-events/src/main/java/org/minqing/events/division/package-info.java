@NullMarked
package org.minqing.events.division;

import org.jspecify.annotations.NullMarked;
