@NullMarked
package org.minqing.command.concern;

import org.jspecify.annotations.NullMarked;
