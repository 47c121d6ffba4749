@NullMarked
package org.minqing.query.visit;

import org.jspecify.annotations.NullMarked;
