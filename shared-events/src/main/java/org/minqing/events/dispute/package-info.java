@NullMarked
package org.minqing.events.dispute;

import org.jspecify.annotations.NullMarked;
