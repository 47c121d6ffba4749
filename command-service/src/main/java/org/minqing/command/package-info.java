@NullMarked
package org.minqing.command;

import org.jspecify.annotations.NullMarked;
