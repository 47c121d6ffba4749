@NullMarked
package org.minqing.query.platform.fact;

import org.jspecify.annotations.NullMarked;
