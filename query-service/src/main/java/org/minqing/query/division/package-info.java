@NullMarked
package org.minqing.query.division;

import org.jspecify.annotations.NullMarked;
