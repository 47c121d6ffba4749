@NullMarked
package org.minqing.standalone.compose;

import org.jspecify.annotations.NullMarked;
