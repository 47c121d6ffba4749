@NullMarked
package org.minqing.events.household;

import org.jspecify.annotations.NullMarked;
