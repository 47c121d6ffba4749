@NullMarked
package org.minqing.command.language;

import org.jspecify.annotations.NullMarked;
