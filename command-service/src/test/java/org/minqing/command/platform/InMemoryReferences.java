package org.minqing.command.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minqing.events.DomainEvent;

/** The streams a decision may refer to, put there by a test. */
public final class InMemoryReferences implements References {
    private final Map<String, List<DomainEvent>> streams = new HashMap<>();

    public void add(String type, Object id, DomainEvent... events) {
        streams.computeIfAbsent(StreamName.of(type, id), name -> new ArrayList<>())
                .addAll(List.of(events));
    }

    @Override
    public <S> Optional<S> find(Reference<S> kind, Object id) {
        List<DomainEvent> events = streams.get(StreamName.of(kind.streamType(), id));
        if (events == null) {
            return Optional.empty();
        }
        S state = kind.start();
        for (DomainEvent event : events) {
            state = kind.evolve().apply(state, event);
        }
        return Optional.of(state);
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
    public void prefetch(String... names) {
        // everything is at hand
    }
}
