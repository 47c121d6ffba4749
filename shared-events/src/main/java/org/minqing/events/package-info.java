@NullMarked
package org.minqing.events;

import org.jspecify.annotations.NullMarked;
