package org.minqing.command.platform.history;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minqing.log.EventLog;
import org.minqing.log.Frontier;
import org.minqing.log.LogClock;
import org.minqing.log.StoredEvent;

/**
 * Streams as far as this process knows the log. What was read once is kept, and what is appended to it comes by itself: the log
 * is asked only for streams that are not here, and for all of a question in one query.
 */
public final class Histories {
    private static final int FOLDED_AT = 64;

    private final EventLog log;
    private final Frontier frontier;
    private final Cache<String, Kept> kept;

    /** @param events how many events are kept at most, all streams together */
    public Histories(EventLog log, Frontier frontier, long events) {
        this.log = log;
        this.frontier = frontier;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(events)
                .weigher((String stream, Kept each) -> 4 + each.length())
                .executor(Runnable::run) // waking another thread for each command costs more than keeping it in order
                .build();
        frontier.follow(this::follow);
    }

    /** A stream, and what came after it was last asked for. */
    private static final class Kept {
        private History history;
        private List<StoredEvent> more = List.of();

        Kept(History history) {
            this.history = history;
        }

        synchronized int length() {
            return (int) history.version() + more.size();
        }

        synchronized void follow(StoredEvent event) {
            if (event.sequence() == length()) {
                if (more.isEmpty()) {
                    more = new ArrayList<>();
                }
                more.add(event);
                if (more.size() == FOLDED_AT) {
                    history();
                }
            }
        }

        synchronized History history() {
            if (!more.isEmpty()) {
                history = history.followedBy(more);
                more = List.of();
            }
            return history;
        }
    }

    private void follow(List<StoredEvent> events) {
        for (StoredEvent event : events) {
            kept.asMap().computeIfPresent(event.stream(), (stream, each) -> {
                each.follow(event);
                return each;
            });
        }
    }

    /** The last position at which what happened on the day cannot have been entered yet. */
    long endOfDayBefore(LocalDate day) {
        return day.equals(LocalDate.MIN)
                ? 0
                : log.positionAt(day.atStartOfDay(LogClock.ZONE).toInstant().minus(1, ChronoUnit.MICROS));
    }

    /** See {@link EventLog#naming}. */
    List<StoredEvent> naming(String stream, Collection<String> ids, long position, int limit) {
        return log.naming(stream, ids, position, limit);
    }

    /** A stream of which somebody has seen this many events. */
    public History read(String stream, long length) {
        History history = read(List.of(stream)).getOrDefault(stream, History.NONE);
        if (history.version() >= length) {
            return history;
        }
        frontier.catchUp();
        return read(List.of(stream)).getOrDefault(stream, History.NONE);
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
        Map<String, Long> unknown = new HashMap<>();
        for (String stream : streams) {
            Kept known = kept.getIfPresent(stream);
            if (known == null) {
                unknown.put(stream, 0L);
            } else {
                histories.put(stream, known.history());
            }
        }
        if (!unknown.isEmpty()) {
            long before = frontier.position();
            Map<String, List<StoredEvent>> found =
                    log.readStreams(unknown).stream().collect(Collectors.groupingBy(StoredEvent::stream));
            for (String stream : unknown.keySet()) {
                List<StoredEvent> events = found.getOrDefault(stream, List.of());
                History history = events.isEmpty() ? History.NONE : History.NONE.followedBy(events);
                histories.put(stream, history);
                keep(stream, history, before);
            }
        }
        return histories;
    }

    /** Not where something came while it was being read that nobody would add to it any more. */
    private void keep(String stream, History history, long before) {
        kept.asMap().compute(stream, (name, other) -> other == null ? complete(stream, history, before) : other);
    }

    private @Nullable Kept complete(String stream, History history, long before) {
        return frontier.remembers(before) && frontier.length(stream) <= history.version() ? new Kept(history) : null;
    }
}
