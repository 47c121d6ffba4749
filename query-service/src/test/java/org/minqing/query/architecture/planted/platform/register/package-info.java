@NullMarked
package org.minqing.query.architecture.planted.platform.register;

import org.jspecify.annotations.NullMarked;
