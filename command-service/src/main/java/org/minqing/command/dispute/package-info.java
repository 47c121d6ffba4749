@NullMarked
package org.minqing.command.dispute;

import org.jspecify.annotations.NullMarked;
