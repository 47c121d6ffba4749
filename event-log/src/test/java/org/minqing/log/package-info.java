@NullMarked
package org.minqing.log;

import org.jspecify.annotations.NullMarked;
