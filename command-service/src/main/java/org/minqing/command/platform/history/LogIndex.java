package org.minqing.command.platform.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.minqing.events.AmendingEvent;
import org.minqing.events.DomainEvent;
import org.minqing.log.EventLog;
import org.minqing.log.Frontier;
import org.minqing.log.StoredEvent;

/**
 * An index of one type's streams, as far as the process knows the log. A stream is read again only when one of its
 * events is voided or corrected.
 */
public final class LogIndex<S> {
    /** Keys that fall on one lock wait for each other for no reason; they are few. */
    private static final int LOCKS = 256;

    private final EventLog log;
    private final Frontier frontier;
    private final Index<S> index;
    private final Map<String, Folded<S>> streams = new HashMap<>();
    private final Map<String, Set<String>> found = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final List<ReentrantLock> deciding =
            IntStream.range(0, LOCKS).mapToObj(i -> new ReentrantLock()).toList();
    private long position;
    private long caughtUp = -1;

    private record Folded<S>(S state, long version) {}

    public LogIndex(EventLog log, Frontier frontier, Index<S> index) {
        this.log = log;
        this.frontier = frontier;
        this.index = index;
    }

    /**
     * The states of the streams found by one of the keys, by their bare ids. Whoever asks in a decision is alone with the keys
     * until that is entered or given up, in this process: of two who enter the same at once, one sees the other.
     */
    Map<String, S> find(Set<String> keys) {
        if (CurrentUnitOfWork.isStarted()) {
            keys.stream()
                    .map(key -> Math.floorMod(key.hashCode(), LOCKS))
                    .distinct()
                    .sorted() // whoever waits for several waits for them in one order
                    .map(deciding::get)
                    .forEach(alone -> {
                        alone.lock();
                        CurrentUnitOfWork.get().root().onCleanup(done -> alone.unlock());
                    });
        }
        lock.lock();
        try {
            catchUp();
            Map<String, S> states = new HashMap<>();
            keys.stream()
                    .flatMap(key -> found.getOrDefault(key, Set.of()).stream())
                    .forEach(id -> {
                        Folded<S> folded = streams.get(id);
                        if (folded != null) {
                            states.put(id, folded.state());
                        }
                    });
            return states;
        } finally {
            lock.unlock();
        }
    }

    private void catchUp() {
        if (!frontier.grown(index.kind().streamType(), caughtUp)) {
            return;
        }
        long known = frontier.position();
        for (StoredEvent event : log.readType(index.kind().streamType(), position)) {
            take(event);
            position = event.position();
        }
        caughtUp = Math.max(known, position);
    }

    private void take(StoredEvent event) {
        String id = event.streamId();
        Folded<S> before = streams.get(id);
        if (before != null && event.sequence() < before.version()) {
            return;
        }
        Folded<S> after = event.payload() instanceof AmendingEvent<?>
                ? readAgain(event.stream())
                : new Folded<>(
                        index.kind()
                                .evolve()
                                .apply(before == null ? index.kind().start() : before.state(), (DomainEvent)
                                        event.payload()),
                        event.sequence() + 1);
        keys(before).forEach(key -> found.getOrDefault(key, Set.of()).remove(id));
        keys(after)
                .forEach(key -> found.computeIfAbsent(key, k -> new HashSet<>()).add(id));
        streams.put(id, after);
    }

    private Folded<S> readAgain(String stream) {
        History history = History.NONE.followedBy(log.readStreams(Map.of(stream, 0L)));
        return new Folded<>(history.state(index.kind()), history.version());
    }

    private Set<String> keys(@Nullable Folded<S> folded) {
        return folded == null ? Set.of() : index.keys().apply(folded.state());
    }
}
