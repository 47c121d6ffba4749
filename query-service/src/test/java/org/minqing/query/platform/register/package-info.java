@NullMarked
package org.minqing.query.platform.register;

import org.jspecify.annotations.NullMarked;
