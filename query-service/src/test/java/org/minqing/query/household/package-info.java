@NullMarked
package org.minqing.query.household;

import org.jspecify.annotations.NullMarked;
