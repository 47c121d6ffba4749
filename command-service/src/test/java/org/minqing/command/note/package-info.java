@NullMarked
package org.minqing.command.note;

import org.jspecify.annotations.NullMarked;
