package org.minqing.command.platform.history;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.minqing.events.DomainEvent;

/**
 * An event that stands and names what another stream made.
 *
 * @param stream {@code Visit-<id>}, where it stands
 */
public record Use(String stream, StreamEntry<DomainEvent> entry) {
    /** Those of a stream that name one of the ids. */
    public static Stream<Use> in(String stream, List<StreamEntry<DomainEvent>> standing, Set<String> ids) {
        return standing.stream()
                .filter(entry -> NamedIds.in(entry.event()).stream().anyMatch(ids::contains))
                .map(entry -> new Use(stream, entry));
    }
}
