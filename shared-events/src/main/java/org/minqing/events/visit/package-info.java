@NullMarked
package org.minqing.events.visit;

import org.jspecify.annotations.NullMarked;
