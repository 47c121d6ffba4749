package org.minqing.log;

import java.util.UUID;

/** The client has used this key before: what stands in the log is the answer, see {@link EventLog#findCommand}. */
public final class DuplicateCommand extends RuntimeException {
    private final String client;
    private final UUID commandId;

    DuplicateCommand(String client, UUID commandId) {
        super("client " + client + " has used the key " + commandId + " before", null, false, false);
        this.client = client;
        this.commandId = commandId;
    }

    public String client() {
        return client;
    }

    public UUID commandId() {
        return commandId;
    }
}
