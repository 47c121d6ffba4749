@NullMarked
package org.minqing.log.sample;

import org.jspecify.annotations.NullMarked;
