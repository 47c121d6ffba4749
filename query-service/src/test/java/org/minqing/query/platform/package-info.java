@NullMarked
package org.minqing.query.platform;

import org.jspecify.annotations.NullMarked;
