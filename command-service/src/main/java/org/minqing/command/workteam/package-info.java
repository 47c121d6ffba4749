/** Work teams in villages 工作组. */
@NullMarked
package org.minqing.command.workteam;

import org.jspecify.annotations.NullMarked;
