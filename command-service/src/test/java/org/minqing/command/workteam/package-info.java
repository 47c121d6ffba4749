@NullMarked
package org.minqing.command.workteam;

import org.jspecify.annotations.NullMarked;
