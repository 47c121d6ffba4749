package org.minqing.command.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.log.StoredEvent;

/** The events of one stream as far as they were read, and what was folded from them. Never changed, only followed. */
final class History {
    static final History NONE = new History(List.of(), 0, Whereabouts.UNKNOWN, Map.of());

    private final List<DomainEvent> events;
    private final long lastPosition;
    private final Whereabouts whereabouts;
    private final Map<Reference<?>, Object> states;

    private History(
            List<DomainEvent> events, long lastPosition, Whereabouts whereabouts, Map<Reference<?>, Object> states) {
        this.events = events;
        this.lastPosition = lastPosition;
        this.whereabouts = whereabouts;
        this.states = new ConcurrentHashMap<>(states);
    }

    /** With the events that follow, which must begin where this one ends. */
    History followedBy(List<StoredEvent> more) {
        List<DomainEvent> all = new ArrayList<>(events.size() + more.size());
        all.addAll(events);
        Whereabouts now = whereabouts;
        for (StoredEvent stored : more) {
            if (stored.sequence() != all.size()) {
                throw new IllegalStateException(
                        "event " + stored.sequence() + " of " + stored.stream() + " follows " + (all.size() - 1));
            }
            all.add((DomainEvent) stored.payload());
            now = now.after(stored);
        }
        List<DomainEvent> added = all.subList(events.size(), all.size());
        Map<Reference<?>, Object> advanced = new ConcurrentHashMap<>();
        states.forEach((kind, state) -> advanced.put(kind, fold(kind, state, added)));
        return new History(all, more.getLast().position(), now, advanced);
    }

    @SuppressWarnings("unchecked")
    private static <S> S fold(Reference<S> kind, Object from, List<DomainEvent> events) {
        S state = (S) from;
        for (DomainEvent event : events) {
            state = kind.evolve().apply(state, event);
        }
        return state;
    }

    @SuppressWarnings("unchecked")
    <S> S state(Reference<S> kind) {
        S start = kind.start();
        if (start == null) {
            throw new IllegalStateException("a fold starts from something: " + kind.streamType());
        }
        return (S) states.computeIfAbsent(kind, k -> fold(kind, start, events));
    }

    /** Number of events. */
    long version() {
        return events.size();
    }

    boolean exists() {
        return !events.isEmpty();
    }

    /** Position of the last event. */
    long lastPosition() {
        return lastPosition;
    }

    /** divisionId of where it lies today, if anywhere. */
    @Nullable
    String division() {
        return whereabouts.division();
    }

    /** The organisation it belongs to today, if any. */
    @Nullable
    UUID organisation() {
        return whereabouts.organisation();
    }
}
