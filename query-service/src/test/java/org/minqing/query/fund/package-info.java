@NullMarked
package org.minqing.query.fund;

import org.jspecify.annotations.NullMarked;
