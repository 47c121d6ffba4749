@NullMarked
package org.minqing.command.activity;

import org.jspecify.annotations.NullMarked;
