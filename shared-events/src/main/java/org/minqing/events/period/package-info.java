@NullMarked
package org.minqing.events.period;

import org.jspecify.annotations.NullMarked;
