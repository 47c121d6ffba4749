@NullMarked
package org.minqing.command.platform.refusal;

import org.jspecify.annotations.NullMarked;
