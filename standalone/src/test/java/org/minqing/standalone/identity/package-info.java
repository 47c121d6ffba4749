@NullMarked
package org.minqing.standalone.identity;

import org.jspecify.annotations.NullMarked;
