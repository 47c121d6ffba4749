@NullMarked
package org.minqing.query.inspection;

import org.jspecify.annotations.NullMarked;
