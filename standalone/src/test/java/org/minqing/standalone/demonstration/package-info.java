@NullMarked
package org.minqing.standalone.demonstration;

import org.jspecify.annotations.NullMarked;
