@NullMarked
package org.minqing.log.planted;

import org.jspecify.annotations.NullMarked;
