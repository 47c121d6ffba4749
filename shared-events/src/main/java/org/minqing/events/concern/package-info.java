@NullMarked
package org.minqing.events.concern;

import org.jspecify.annotations.NullMarked;
