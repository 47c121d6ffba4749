package org.minqing.command.platform.history;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.minqing.log.EventLog;
import org.minqing.log.Frontier;
import org.minqing.log.StoredEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An index of one type's streams, as far as the process knows the log. What it finds is written down, so that a start reads only
 * what came since; here is kept what was not written yet, so many streams at most. What holds of a stream that was found is read of the
 * stream.
 */
public final class LogIndex<S> {
    private static final int PAGE = 2_000;
    private static final int STREAMS_AT_ONCE = 500;
    private static final int MOST = 10_000;
    /** So far may what is written down lie behind where nothing was to be written. */
    private static final long FAR = 10_000;

    private final EventLog log;
    private final Frontier frontier;
    private final Histories histories;
    private final Index<S> index;
    private final LookupTable table;

    private final ReentrantLock lock = new ReentrantLock();
    /** What is found and not written down yet: ids of streams by key. */
    private final Map<String, Set<String>> found = new HashMap<>();

    private int unwritten;
    private long written = -1;

    /** What has grown, in the order of the log, and nobody has looked into. */
    private final ArrayDeque<Grown> grown = new ArrayDeque<>();

    private boolean following;
    private boolean begun;

    private record Grown(String id, long position) {}

    /** A stream's state, and how many of its events are in it. */
    record Found<S>(S state, long version) {}

    /** @param jdbc connects as minqing_command */
    public LogIndex(EventLog log, Frontier frontier, Histories histories, JdbcClient jdbc, Index<S> index) {
        this.log = log;
        this.frontier = frontier;
        this.histories = histories;
        this.index = index;
        this.table = new LookupTable(jdbc, index.name());
        frontier.follow(this::follow);
    }

    /** The streams found by one of the keys, by their bare ids. */
    Map<String, Found<S>> find(Set<String> keys) {
        Set<String> ids = new HashSet<>();
        lock.lock();
        try {
            catchUp();
            keys.forEach(key -> ids.addAll(found.getOrDefault(key, Set.of())));
        } finally {
            lock.unlock();
        }
        ids.addAll(table.find(keys));
        Map<String, Found<S>> all = new HashMap<>();
        histories(ids).forEach((id, history) -> {
            S state = history.state(index.kind());
            if (!Collections.disjoint(index.keys().apply(state), keys)) {
                all.put(id, new Found<>(state, history.version()));
            }
        });
        return all;
    }

    private Map<String, History> histories(Collection<String> ids) {
        Map<String, History> some = new HashMap<>();
        histories
                .read(ids.stream().map(this::stream).toList())
                .forEach((stream, history) ->
                        some.put(stream.substring(stream("").length()), history));
        return some;
    }

    private String stream(String id) {
        return StreamName.of(index.kind().streamType(), id);
    }

    /** Where too much has come that nobody asked for, it is read from the log when somebody does. */
    private void follow(List<StoredEvent> events) {
        synchronized (grown) {
            if (following) {
                events.stream()
                        .filter(event -> event.streamType().equals(index.kind().streamType()))
                        .forEach(event -> grown.add(new Grown(event.streamId(), event.position())));
                if (grown.size() > MOST) {
                    grown.clear();
                    following = false;
                }
            }
        }
    }

    private void catchUp() {
        boolean begins;
        synchronized (grown) {
            begins = !following || !begun;
            following = true;
        }
        if (begins) {
            begin();
            begun = true;
        }
        long upTo = frontier.position();
        Set<String> ids = new HashSet<>();
        synchronized (grown) {
            // whoever keeps streams has been told of all up to there, too
            while (!grown.isEmpty() && grown.peek().position <= upTo) {
                ids.add(grown.remove().id);
            }
        }
        histories(ids).forEach(this::take);
        if (unwritten >= STREAMS_AT_ONCE || upTo - written > FAR) {
            write(upTo);
        }
    }

    private void begin() {
        begun = false;
        long upTo = frontier.position();
        found.clear();
        unwritten = 0;
        written = table.position();
        List<StoredEvent> page = log.readType(index.kind().streamType(), written, PAGE);
        while (!page.isEmpty()) {
            Map<String, Long> streams = page.stream()
                    .map(StoredEvent::stream)
                    .distinct()
                    .collect(Collectors.toMap(stream -> stream, stream -> 0L));
            log.readStreams(streams).stream()
                    .collect(Collectors.groupingBy(StoredEvent::streamId))
                    .forEach((id, events) -> take(id, History.NONE.followedBy(events)));
            write(page.getLast().position());
            page = page.size() < PAGE ? List.of() : log.readType(index.kind().streamType(), written, PAGE);
        }
        write(Math.max(upTo, written));
    }

    private void take(String id, History history) {
        unwritten++;
        index.keys()
                .apply(history.state(index.kind()))
                .forEach(key -> found.computeIfAbsent(key, k -> new HashSet<>()).add(id));
    }

    private void write(long upTo) {
        table.write(found, upTo);
        written = upTo;
        found.clear();
        unwritten = 0;
    }
}
