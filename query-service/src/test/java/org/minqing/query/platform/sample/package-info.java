@NullMarked
package org.minqing.query.platform.sample;

import org.jspecify.annotations.NullMarked;
