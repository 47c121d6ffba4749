@NullMarked
package org.minqing.query.architecture.planted.fund;

import org.jspecify.annotations.NullMarked;
