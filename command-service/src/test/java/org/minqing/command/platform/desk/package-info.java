@NullMarked
package org.minqing.command.platform.desk;

import org.jspecify.annotations.NullMarked;
