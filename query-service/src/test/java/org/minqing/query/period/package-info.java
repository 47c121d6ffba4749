@NullMarked
package org.minqing.query.period;

import org.jspecify.annotations.NullMarked;
