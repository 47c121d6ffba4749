/**
 * Which commands there are: classes of aggregates come in by scanning, command types, their schemas, roles and streams go out; it
 * touches nothing.
 */
package org.minqing.command.platform.type;
