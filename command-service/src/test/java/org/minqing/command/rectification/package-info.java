@NullMarked
package org.minqing.command.rectification;

import org.jspecify.annotations.NullMarked;
