@NullMarked
package org.minqing.command.platform.decision;

import org.jspecify.annotations.NullMarked;
