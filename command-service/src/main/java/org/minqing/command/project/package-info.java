@NullMarked
package org.minqing.command.project;

import org.jspecify.annotations.NullMarked;
