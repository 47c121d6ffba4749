@NullMarked
package org.minqing.query.programme;

import org.jspecify.annotations.NullMarked;
