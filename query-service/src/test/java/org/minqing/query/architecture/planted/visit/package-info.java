@NullMarked
package org.minqing.query.architecture.planted.visit;

import org.jspecify.annotations.NullMarked;
