@NullMarked
package org.minqing.command.wellrepair;

import org.jspecify.annotations.NullMarked;
