package org.minqing.command.platform.desk;

import java.util.List;
import java.util.UUID;
import org.minqing.command.platform.history.History;
import org.minqing.log.AppendContext.Appended;
import org.minqing.log.StoredEvent;

/**
 * What came of an accepted command.
 *
 * @param version number of events of the stream
 * @param position of the last event; of a command that changed nothing, of the stream's last event
 * @param events empty where nothing changed
 * @param replayed whether this answers a command accepted earlier
 */
public record Receipt(
        UUID commandId, Subject subject, long version, long position, List<Event> events, boolean replayed) {
    public record Subject(String type, String id) {
        static Subject of(String stream) {
            int hyphen = stream.indexOf('-');
            return new Subject(stream.substring(0, hyphen), stream.substring(hyphen + 1));
        }
    }

    /** @param type logical name, {@code LinkPoint.CadreAssignedToHousehold} */
    public record Event(String type, UUID id, long position) {}

    static Receipt appended(UUID commandId, List<Appended> events) {
        Appended last = events.getLast();
        return new Receipt(
                commandId,
                Subject.of(last.stream()),
                last.sequence() + 1,
                last.position(),
                events.stream()
                        .map(e -> new Event(e.type(), e.eventId(), e.position()))
                        .toList(),
                false);
    }

    static Receipt replayed(UUID commandId, List<StoredEvent> events) {
        StoredEvent last = events.getLast();
        return new Receipt(
                commandId,
                Subject.of(last.stream()),
                last.sequence() + 1,
                last.position(),
                events.stream()
                        .map(e -> new Event(e.type(), e.eventId(), e.position()))
                        .toList(),
                true);
    }

    static Receipt unchanged(UUID commandId, String stream, History history) {
        return new Receipt(commandId, Subject.of(stream), history.version(), history.lastPosition(), List.of(), false);
    }
}
