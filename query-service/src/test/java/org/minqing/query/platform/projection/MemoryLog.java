package org.minqing.query.platform.projection;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.minqing.events.DomainEvent;
import org.minqing.log.StoredEvent;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.RecordedEvent;

/** Events as the log gives them, by position, in memory. Position 1 is the log's opening. */
public final class MemoryLog {
    private final TreeMap<Long, StoredEvent> events = new TreeMap<>();
    private final Instant opened;

    public MemoryLog(Instant opened) {
        this.opened = opened;
    }

    public void append(StoredEvent event) {
        events.put(event.position(), event);
    }

    public long head() {
        return events.isEmpty() ? 1 : events.lastKey();
    }

    /** How many events the stream has. */
    public long size(String stream) {
        return events.values().stream().filter(e -> e.stream().equals(stream)).count();
    }

    public Instant now() {
        return events.values().stream()
                .map(StoredEvent::recordedAt)
                .max(Comparator.naturalOrder())
                .orElse(opened);
    }

    public long positionAt(Instant instant) {
        return events.values().stream()
                .filter(e -> !e.recordedAt().isAfter(instant))
                .mapToLong(StoredEvent::position)
                .max()
                .orElse(1);
    }

    public Map<Long, StoredEvent> at(Collection<Long> positions) {
        Map<Long, StoredEvent> found = new TreeMap<>(events);
        found.keySet().retainAll(positions);
        return found;
    }

    public List<RecordedEvent<?>> all() {
        return events.values().stream()
                .<RecordedEvent<?>>map(MemoryLog::recorded)
                .toList();
    }

    /** All events of the named streams, those of each in order. */
    public List<RecordedEvent<?>> streams(Collection<String> streams) {
        return events.values().stream()
                .filter(e -> streams.contains(e.stream()))
                .<RecordedEvent<?>>map(MemoryLog::recorded)
                .toList();
    }

    public static RecordedEvent<?> recorded(StoredEvent stored) {
        return new RecordedEvent<>(
                (DomainEvent) stored.payload(),
                new EventMeta(
                        stored.position(),
                        stored.eventId(),
                        stored.stream(),
                        stored.sequence(),
                        stored.type(),
                        stored.recordedAt(),
                        stored.metadata()));
    }
}
