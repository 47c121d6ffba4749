@NullMarked
package org.minqing.command.platform.readside;

import org.jspecify.annotations.NullMarked;
