@NullMarked
package org.minqing.query.architecture.planted.platform;

import org.jspecify.annotations.NullMarked;
