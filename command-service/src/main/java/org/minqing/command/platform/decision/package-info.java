/**
 * What an aggregate decides with: it is told what stands and a command, and gives an event or a refusal; aggregates touch nothing
 * else.
 */
package org.minqing.command.platform.decision;
