@NullMarked
package org.minqing.query.concern;

import org.jspecify.annotations.NullMarked;
