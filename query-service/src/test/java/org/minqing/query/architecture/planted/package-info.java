@NullMarked
package org.minqing.query.architecture.planted;

import org.jspecify.annotations.NullMarked;
