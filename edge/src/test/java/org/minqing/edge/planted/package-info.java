@NullMarked
package org.minqing.edge.planted;

import org.jspecify.annotations.NullMarked;
