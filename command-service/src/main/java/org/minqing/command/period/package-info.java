@NullMarked
package org.minqing.command.period;

import org.jspecify.annotations.NullMarked;
