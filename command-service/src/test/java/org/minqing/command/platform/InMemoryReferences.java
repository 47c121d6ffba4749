package org.minqing.command.platform;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.minqing.command.platform.history.Index;
import org.minqing.command.platform.history.Reference;
import org.minqing.command.platform.history.References;
import org.minqing.command.platform.history.StreamName;
import org.minqing.command.platform.history.StreamStory;
import org.minqing.command.platform.history.Use;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.minqing.events.Voided;

/** The streams a decision may refer to, put there by a test. */
public final class InMemoryReferences implements References {
    private final Map<String, StreamStory> streams = new HashMap<>();
    private final Map<DomainEvent, UUID> ids = new HashMap<>();

    public void add(String type, Object id, DomainEvent... events) {
        StreamStory story = streams.computeIfAbsent(StreamName.of(type, id), name -> new StreamStory());
        for (DomainEvent event : events) {
            UUID eventId = Ids.event("known", new UUID(0, 0), ids.size());
            ids.putIfAbsent(event, eventId);
            story.take(eventId, known(event), null);
        }
    }

    /** Tests say of voids and corrections what they are about, and not its id. */
    private DomainEvent known(DomainEvent event) {
        return switch (event) {
            case Corrected<?> c ->
                new Corrected<>(target(c.before(), c.target()), c.before(), c.after(), c.reason(), null);
            case Voided<?> v -> new Voided<>(target(v.before(), v.target()), v.before(), v.reason(), null);
            default -> event;
        };
    }

    private UUID target(DomainEvent before, UUID named) {
        return Objects.requireNonNull(ids.getOrDefault(before, named));
    }

    @Override
    public <S> Optional<S> find(Reference<S> kind, Object id) {
        return Optional.ofNullable(streams.get(StreamName.of(kind.streamType(), id)))
                .map(kind::of);
    }

    @Override
    public Optional<DomainEvent> begun(String streamType, Object id) {
        return Optional.ofNullable(streams.get(StreamName.of(streamType, id))).flatMap(StreamStory::begun);
    }

    @Override
    public <S> Map<String, S> all(Reference<S> kind) {
        String prefix = StreamName.of(kind.streamType(), "");
        Map<String, S> states = new HashMap<>();
        for (String stream : streams.keySet()) {
            if (stream.startsWith(prefix)) {
                String id = stream.substring(prefix.length());
                find(kind, id).ifPresent(state -> states.put(id, state));
            }
        }
        return states;
    }

    @Override
    public List<Use> uses(String stream, Set<String> ids, LocalDate since, Predicate<Use> counted, int limit) {
        return streams.entrySet().stream()
                .filter(each -> !each.getKey().equals(stream))
                .flatMap(each -> Use.in(each.getKey(), each.getValue().standing(), ids))
                .filter(use -> !use.entry().event().occurredOn().isBefore(since))
                .filter(counted)
                .limit(limit)
                .toList();
    }

    @Override
    public <S> Map<String, S> having(Index<S> index, Set<String> keys) {
        Map<String, S> states = new HashMap<>(all(index.kind()));
        states.values().removeIf(state -> index.keys().apply(state).stream().noneMatch(keys::contains));
        return states;
    }

    @Override
    public void prefetch(String... names) {
        // everything is at hand
    }
}
