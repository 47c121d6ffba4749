@NullMarked
package org.minqing.query.histories;

import org.jspecify.annotations.NullMarked;
