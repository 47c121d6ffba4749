@NullMarked
package org.minqing.events.rectification;

import org.jspecify.annotations.NullMarked;
