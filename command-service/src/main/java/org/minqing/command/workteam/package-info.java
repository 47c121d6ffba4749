/** Work teams in villages 工作组. */
package org.minqing.command.workteam;
