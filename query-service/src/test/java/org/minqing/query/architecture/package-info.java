@NullMarked
package org.minqing.query.architecture;

import org.jspecify.annotations.NullMarked;
