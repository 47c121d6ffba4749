@NullMarked
package org.minqing.command.organisation;

import org.jspecify.annotations.NullMarked;
