@NullMarked
package org.minqing.command.inspection;

import org.jspecify.annotations.NullMarked;
