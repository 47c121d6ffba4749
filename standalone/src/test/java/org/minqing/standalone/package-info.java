@NullMarked
package org.minqing.standalone;

import org.jspecify.annotations.NullMarked;
