@NullMarked
package org.minqing.standalone.postgres;

import org.jspecify.annotations.NullMarked;
