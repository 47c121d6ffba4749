/**
 * Which commands there are: classes of aggregates come in by scanning, command types, their schemas, roles and streams go out; it
 * touches nothing.
 */
@NullMarked
package org.minqing.command.platform.type;

import org.jspecify.annotations.NullMarked;
