@NullMarked
package org.minqing.command.fund;

import org.jspecify.annotations.NullMarked;
