package org.minqing.query.platform.register;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.minqing.events.DomainEvent;
import org.minqing.query.platform.view.RecordedEvent;
import org.minqing.query.platform.view.View;
import org.minqing.query.platform.view.Views;

/**
 * The register at work on the log's events, one after the other. It remembers the streams it saw last; any other is read from
 * the log when something happens in it again, so what it says depends on the log alone, never on what it wrote before.
 */
public final class Register {
    private final Views views;
    private final Function<Collection<String>, List<? extends RecordedEvent<?>>> history;
    private final int limit;
    private final LinkedHashMap<String, StreamStory<DomainEvent>> streams = new LinkedHashMap<>(256, 0.75f, true);
    private int remembered;

    /**
     * @param history all events of the named streams, those of each in order
     * @param limit how many events to remember
     */
    public Register(Views views, Function<Collection<String>, List<? extends RecordedEvent<?>>> history, int limit) {
        this.views = views;
        this.history = history;
        this.limit = limit;
    }

    /** Call once before the events of a batch are taken: one question for all the streams that are not remembered. */
    public void prepare(Collection<? extends RecordedEvent<?>> batch) {
        Map<String, Long> missing = new LinkedHashMap<>();
        for (RecordedEvent<?> recorded : batch) {
            String stream = recorded.meta().stream();
            if (!streams.containsKey(stream)) {
                missing.putIfAbsent(stream, recorded.meta().sequence());
            }
        }
        missing.values().removeIf(sequence -> sequence == 0);
        if (missing.isEmpty()) {
            return;
        }
        for (RecordedEvent<?> past : history.apply(missing.keySet())) {
            if (past.meta().sequence() < missing.getOrDefault(past.meta().stream(), 0L)) {
                take(past, new Changes());
            }
        }
    }

    /** Takes the next event; answers what it touches. */
    public Touched take(RecordedEvent<?> recorded, Changes changes) {
        return views.ofStreamType(recorded.meta().streamType())
                .map(view -> take(view, recorded, changes))
                .orElseGet(() -> new Touched(Set.of(), List.<DomainEvent>of(recorded.event())));
    }

    private Touched take(View<DomainEvent> view, RecordedEvent<?> recorded, Changes changes) {
        StreamStory<DomainEvent> story =
                streams.computeIfAbsent(recorded.meta().stream(), stream -> new StreamStory<>(view));
        if (story.size() != recorded.meta().sequence()) {
            throw new IllegalStateException("event " + recorded.meta().sequence() + " of " + recorded.meta().stream()
                    + " comes after " + story.size() + " others");
        }
        remembered++;
        return story.take(new RecordedEvent<>(recorded.event(), recorded.meta()), changes);
    }

    /** Call between batches. */
    public void trim() {
        var eldest = streams.entrySet().iterator();
        while (remembered > limit && eldest.hasNext()) {
            remembered -= eldest.next().getValue().size();
            eldest.remove();
        }
    }

    /** After anything went wrong: what is remembered may not be what is written. */
    public void forget() {
        streams.clear();
        remembered = 0;
    }
}
