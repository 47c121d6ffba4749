@NullMarked
package org.minqing.command.platform.policy;

import org.jspecify.annotations.NullMarked;
