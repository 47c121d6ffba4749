@NullMarked
package org.minqing.query.dispute;

import org.jspecify.annotations.NullMarked;
