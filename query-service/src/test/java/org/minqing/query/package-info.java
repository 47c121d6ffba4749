@NullMarked
package org.minqing.query;

import org.jspecify.annotations.NullMarked;
