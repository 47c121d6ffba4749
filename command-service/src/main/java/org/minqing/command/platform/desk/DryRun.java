package org.minqing.command.platform.desk;

import java.util.List;
import java.util.UUID;

/**
 * What would come of a command. Neither ids nor positions: nothing says that the stream will stand as it does when the
 * command is sent.
 *
 * @param events logical names of the events, in order; empty where nothing would change
 * @param replayed whether the command was accepted earlier under this key
 */
public record DryRun(UUID commandId, Receipt.Subject subject, List<String> events, boolean replayed) {}
