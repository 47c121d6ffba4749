@NullMarked
package org.minqing.command.linkpoint;

import org.jspecify.annotations.NullMarked;
