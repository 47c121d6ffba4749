@NullMarked
package org.minqing.command.cadre;

import org.jspecify.annotations.NullMarked;
