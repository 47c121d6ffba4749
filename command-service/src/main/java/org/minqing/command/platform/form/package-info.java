/**
 * What a command looks like: records and their annotations come in, shapes, limits and what is wrong with a body go out; it touches
 * nothing.
 */
package org.minqing.command.platform.form;
