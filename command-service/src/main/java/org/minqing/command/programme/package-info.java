@NullMarked
package org.minqing.command.programme;

import org.jspecify.annotations.NullMarked;
