@NullMarked
package org.minqing.query.architecture.planted.command;

import org.jspecify.annotations.NullMarked;
