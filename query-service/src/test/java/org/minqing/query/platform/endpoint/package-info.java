@NullMarked
package org.minqing.query.platform.endpoint;

import org.jspecify.annotations.NullMarked;
