@NullMarked
package org.minqing.query.platform.projection;

import org.jspecify.annotations.NullMarked;
