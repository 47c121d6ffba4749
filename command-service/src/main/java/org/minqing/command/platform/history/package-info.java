/**
 * What stands: events of streams come in from the log, what was folded from them goes out as references, places and the story
 * of a stream; it reads the log and writes nothing.
 */
package org.minqing.command.platform.history;
