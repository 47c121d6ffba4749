@NullMarked
package org.minqing.edge;

import org.jspecify.annotations.NullMarked;
