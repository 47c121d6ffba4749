@NullMarked
package org.minqing.command.division;

import org.jspecify.annotations.NullMarked;
