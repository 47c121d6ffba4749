package org.minqing.command.platform.history;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.minqing.log.EventLog;
import org.minqing.log.StoredEvent;

/**
 * Streams as the log holds them now. What was read before is kept, so that a question brings only what is new; but the log
 * is asked each time, and in one query for all streams.
 */
public final class Histories {
    private final EventLog log;
    private final Cache<String, History> known;

    /** @param events how many events are kept at most, all streams together */
    public Histories(EventLog log, long events) {
        this.log = log;
        this.known = Caffeine.newBuilder()
                .maximumWeight(events)
                .weigher((String stream, History history) -> 4 + (int) history.version())
                .build();
    }

    /** See {@link EventLog#naming}. */
    List<StoredEvent> naming(String stream, Collection<String> ids, long position, int limit) {
        return log.naming(stream, ids, position, limit);
    }

    /** The position of an event, if there is such an event. */
    Optional<Long> positionOf(UUID eventId) {
        return log.find(eventId).map(StoredEvent::position);
    }

    /** Streams as they were up to a position, which is seldom asked for. */
    Map<String, History> read(Collection<String> streams, long upTo) {
        Map<String, Long> whole = new HashMap<>();
        streams.forEach(stream -> whole.put(stream, 0L));
        return upTo(upTo, log.readStreams(whole), StoredEvent::stream);
    }

    /** The state of every stream of a type up to a position, by its bare id. */
    <S> Map<String, S> all(Reference<S> kind, long upTo) {
        Map<String, S> states = new HashMap<>();
        upTo(upTo, log.readType(kind.streamType(), 0), StoredEvent::streamId)
                .forEach((id, history) -> states.put(id, history.state(kind)));
        return states;
    }

    private static Map<String, History> upTo(
            long upTo, List<StoredEvent> events, Function<StoredEvent, String> naming) {
        Map<String, History> histories = new HashMap<>();
        events.stream()
                .filter(event -> event.position() <= upTo)
                .collect(Collectors.groupingBy(naming))
                .forEach((name, known) -> histories.put(name, History.NONE.followedBy(known)));
        return histories;
    }

    public Map<String, History> read(Collection<String> streams) {
        Map<String, History> histories = new HashMap<>();
        Map<String, Long> from = new HashMap<>();
        for (String stream : streams) {
            History before = Objects.requireNonNullElse(known.getIfPresent(stream), History.NONE);
            histories.put(stream, before);
            from.put(stream, before.version());
        }
        if (from.isEmpty()) {
            return histories;
        }
        Map<String, List<StoredEvent>> news =
                log.readStreams(from).stream().collect(Collectors.groupingBy(StoredEvent::stream));
        news.forEach((stream, more) -> {
            History now = histories.getOrDefault(stream, History.NONE).followedBy(more);
            histories.put(stream, now);
            known.asMap().merge(stream, now, (a, b) -> a.version() > b.version() ? a : b);
        });
        return histories;
    }
}
