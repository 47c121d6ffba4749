package org.minqing.command.platform.history;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.minqing.log.EventLog;
import org.minqing.log.Frontier;
import org.minqing.log.StoredEvent;

/** Every stream of one type, folded, as far as the process knows the log. */
public final class Directory<S> {
    private final EventLog log;
    private final Frontier frontier;
    private final Reference<S> kind;
    private final Map<String, History> histories = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private long position;
    private long caughtUp = -1;
    private Map<String, S> states = Map.of();

    public Directory(EventLog log, Frontier frontier, Reference<S> kind) {
        this.log = log;
        this.frontier = frontier;
        this.kind = kind;
    }

    Map<String, S> now() {
        lock.lock();
        try {
            if (!frontier.grown(kind.streamType(), caughtUp)) {
                return states;
            }
            long upTo = frontier.position();
            for (StoredEvent event : log.readType(kind.streamType(), position)) {
                histories.compute(
                        event.streamId(),
                        (id, known) ->
                                Objects.requireNonNullElse(known, History.NONE).followedBy(List.of(event)));
                position = event.position();
            }
            caughtUp = Math.max(upTo, position);
            Map<String, S> folded = new HashMap<>();
            histories.forEach((id, history) -> folded.put(id, history.state(kind)));
            states = Collections.unmodifiableMap(folded);
            return states;
        } finally {
            lock.unlock();
        }
    }
}
