@NullMarked
package org.minqing.command.household;

import org.jspecify.annotations.NullMarked;
