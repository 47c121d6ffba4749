package org.minqing.command.platform.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.log.StoredEvent;

/** The events of one stream as far as they were read, and what was folded from those that stand. Never changed, only followed. */
public final class History {
    public static final History NONE = new History(new StreamStory(), 0, Map.of());

    private final StreamStory story;
    private final long lastPosition;
    private final Whereabouts whereabouts;
    private final Map<Reference<?>, Object> states;

    private History(StreamStory story, long lastPosition, Map<Reference<?>, Object> states) {
        this.story = story;
        this.lastPosition = lastPosition;
        this.whereabouts = Whereabouts.of(story);
        this.states = new ConcurrentHashMap<>(states);
    }

    /** With the events that follow, which must begin where this one ends. */
    History followedBy(List<StoredEvent> more) {
        StreamStory longer = story.copy();
        Map<Reference<?>, Object> advanced = new ConcurrentHashMap<>(states);
        for (StoredEvent stored : more) {
            if (stored.sequence() != longer.version()) {
                throw new IllegalStateException(
                        "event " + stored.sequence() + " of " + stored.stream() + " follows " + (longer.version() - 1));
            }
            DomainEvent event = (DomainEvent) stored.payload();
            if (longer.take(stored.eventId(), event, stored.metadata().get("actor"))) {
                advanced.replaceAll((kind, state) -> evolved(kind, state, event));
            } else {
                advanced.clear();
            }
        }
        return new History(longer, more.getLast().position(), advanced);
    }

    @SuppressWarnings("unchecked")
    private static <S> S evolved(Reference<S> kind, Object from, DomainEvent event) {
        return kind.evolve().apply((S) from, event);
    }

    @SuppressWarnings("unchecked")
    <S> S state(Reference<S> kind) {
        return (S) states.computeIfAbsent(kind, k -> kind.of(story));
    }

    /** Number of events. */
    public long version() {
        return story.version();
    }

    public boolean exists() {
        return story.version() > 0;
    }

    /** Position of the last event. */
    public long lastPosition() {
        return lastPosition;
    }

    /** The line of an event that is here, or of the one it voids or corrects. */
    public StreamStory.Line line(UUID eventId) {
        return story.find(eventId).or(() -> story.amendedBy(eventId)).orElseThrow();
    }

    /** What stands of it, in the order in which it was entered. */
    List<StreamEntry<DomainEvent>> standing() {
        return story.standing();
    }

    /** What it began with, as last corrected. */
    public Optional<DomainEvent> begun() {
        return story.begun();
    }

    /** divisionId of where it lies today, if anywhere. */
    @Nullable
    public String division() {
        return whereabouts.division();
    }

    /** The organisation it belongs to today, if any. */
    @Nullable
    public UUID organisation() {
        return whereabouts.organisation();
    }
}
