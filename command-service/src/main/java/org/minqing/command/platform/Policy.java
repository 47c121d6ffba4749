package org.minqing.command.platform;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minqing.events.DomainEvent;

/**
 * An automation: what the house does by itself when something has happened. A Spring bean named as a sentence,
 * {@code WhenCadreTransferredThenAskForHandOver}; the name is part of the ids of its commands and is never changed. A pure
 * function of the event: it may be asked about the same event again.
 */
public interface Policy<E extends DomainEvent> {
    /** The family whose events it answers. */
    Class<E> family();

    /** The commands that follow, in order; most often none. */
    List<Following> when(E event, Occasion occasion);

    /**
     * Which event it is.
     *
     * @param stream {@code <Type>-<id>}
     */
    record Occasion(UUID eventId, long position, String stream) {}

    /**
     * A command as a client would send it.
     *
     * @param fields of its body, as in JSON: strings, numbers, booleans, lists, maps, UUIDs and days
     */
    record Following(String command, Map<String, ?> fields) {}
}
