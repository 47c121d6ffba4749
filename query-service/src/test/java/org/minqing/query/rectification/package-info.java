@NullMarked
package org.minqing.query.rectification;

import org.jspecify.annotations.NullMarked;
