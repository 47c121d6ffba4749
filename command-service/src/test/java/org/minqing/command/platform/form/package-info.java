@NullMarked
package org.minqing.command.platform.form;

import org.jspecify.annotations.NullMarked;
