@NullMarked
package org.minqing.events.fund;

import org.jspecify.annotations.NullMarked;
