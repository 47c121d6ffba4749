@NullMarked
package org.minqing.command.platform.door;

import org.jspecify.annotations.NullMarked;
