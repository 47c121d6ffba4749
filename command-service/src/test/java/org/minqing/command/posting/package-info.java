@NullMarked
package org.minqing.command.posting;

import org.jspecify.annotations.NullMarked;
