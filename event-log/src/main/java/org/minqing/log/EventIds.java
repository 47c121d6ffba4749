package org.minqing.log;

import java.util.UUID;

/** How event ids are made: UUIDv5 of client, command and ordinal, in the namespace of the published language. Given at wiring. */
@FunctionalInterface
public interface EventIds {
    /** @param ordinal 0, 1, 2, ... in the order of the command's events over all its streams */
    UUID eventId(String client, UUID commandId, int ordinal);
}
