package org.minqing.command.platform.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minqing.events.AmendingEvent;
import org.minqing.events.DomainEvent;
import org.minqing.log.EventLog;
import org.minqing.log.Frontier;
import org.minqing.log.StoredEvent;

/**
 * An index of one type's streams, as far as the process knows the log: read once, and kept by what comes in. A stream is read
 * again only when one of its events is voided or corrected, and then when somebody asks.
 */
public final class LogIndex<S> {
    private static final int PAGE = 500;

    private final EventLog log;
    private final Index<S> index;
    private final Map<String, Found<S>> streams = new HashMap<>();
    private final Map<String, Set<String>> found = new HashMap<>();
    /** Whole names of streams. */
    private final Set<String> amended = new HashSet<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<StoredEvent> coming = new ConcurrentLinkedQueue<>();
    private volatile boolean following;
    private boolean begun;

    /** A stream's state, and how many of its events are in it. */
    record Found<S>(S state, long version) {}

    public LogIndex(EventLog log, Frontier frontier, Index<S> index) {
        this.log = log;
        this.index = index;
        frontier.follow(this::follow);
    }

    /** The streams found by one of the keys, by their bare ids. */
    Map<String, Found<S>> find(Set<String> keys) {
        lock.lock();
        try {
            catchUp();
            Map<String, Found<S>> all = new HashMap<>();
            keys.stream()
                    .flatMap(key -> found.getOrDefault(key, Set.of()).stream())
                    .forEach(id -> all.put(id, Objects.requireNonNull(streams.get(id))));
            return all;
        } finally {
            lock.unlock();
        }
    }

    /** Nothing before the log is read: what comes later than that began is here or there, and what is both is taken once. */
    private void follow(List<StoredEvent> events) {
        if (following) {
            events.stream()
                    .filter(event -> event.streamType().equals(index.kind().streamType()))
                    .forEach(coming::add);
            if (lock.tryLock()) { // whoever has it takes them
                try {
                    if (begun) {
                        takeComing();
                    }
                } finally {
                    lock.unlock();
                }
            }
        }
    }

    private void catchUp() {
        if (!begun) {
            following = true;
            log.readType(index.kind().streamType(), 0).forEach(this::take);
            begun = true;
        }
        takeComing();
        List<String> again = List.copyOf(amended);
        for (int i = 0; i < again.size(); i += PAGE) {
            readAgain(again.subList(i, Math.min(i + PAGE, again.size())));
        }
        amended.clear();
    }

    private void takeComing() {
        for (StoredEvent event = coming.poll(); event != null; event = coming.poll()) {
            take(event);
        }
    }

    private void readAgain(List<String> some) {
        log.readStreams(some.stream().collect(Collectors.toMap(stream -> stream, stream -> 0L))).stream()
                .collect(Collectors.groupingBy(StoredEvent::streamId))
                .forEach((id, events) -> {
                    History history = History.NONE.followedBy(events);
                    put(id, new Found<>(history.state(index.kind()), history.version()));
                });
    }

    private void take(StoredEvent event) {
        String id = event.streamId();
        Found<S> before = streams.get(id);
        if (before != null && event.sequence() < before.version()) {
            return;
        }
        if (event.payload() instanceof AmendingEvent<?>) {
            amended.add(event.stream());
        } else if (!amended.contains(event.stream())) {
            S state = before == null ? index.kind().start() : before.state();
            put(
                    id,
                    new Found<>(
                            index.kind().evolve().apply(state, (DomainEvent) event.payload()), event.sequence() + 1));
        }
    }

    private void put(String id, Found<S> after) {
        keys(streams.put(id, after))
                .forEach(key -> found.getOrDefault(key, Set.of()).remove(id));
        keys(after)
                .forEach(key -> found.computeIfAbsent(key, k -> new HashSet<>()).add(id));
    }

    private Set<String> keys(@Nullable Found<S> folded) {
        return folded == null ? Set.of() : index.keys().apply(folded.state());
    }
}
