@NullMarked
package org.minqing.command.platform.history;

import org.jspecify.annotations.NullMarked;
