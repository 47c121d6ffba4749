/**
 * What follows elsewhere: events come in from the tail of the log, commands go out to the desk; it touches its own claim and
 * checkpoint.
 */
package org.minqing.command.platform.policy;
