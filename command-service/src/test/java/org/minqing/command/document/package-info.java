@NullMarked
package org.minqing.command.document;

import org.jspecify.annotations.NullMarked;
