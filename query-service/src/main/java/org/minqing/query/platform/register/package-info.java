/** The first machine: every entity's state as rectangles valid x known. Knows no domain. */
@NullMarked
package org.minqing.query.platform.register;

import org.jspecify.annotations.NullMarked;
