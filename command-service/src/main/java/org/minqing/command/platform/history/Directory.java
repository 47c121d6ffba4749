package org.minqing.command.platform.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.minqing.log.EventLog;
import org.minqing.log.StoredEvent;

/** Every stream of one type, folded; caught up with the log each time it is asked. */
public final class Directory<S> {
    private final EventLog log;
    private final Reference<S> kind;
    private final Map<String, History> histories = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private long position;

    public Directory(EventLog log, Reference<S> kind) {
        this.log = log;
        this.kind = kind;
    }

    Map<String, S> now() {
        lock.lock();
        try {
            List<StoredEvent> more = log.readType(kind.streamType(), position);
            for (StoredEvent event : more) {
                histories.compute(
                        event.streamId(),
                        (id, known) ->
                                Objects.requireNonNullElse(known, History.NONE).followedBy(List.of(event)));
                position = event.position();
            }
            Map<String, S> states = new HashMap<>();
            histories.forEach((id, history) -> states.put(id, history.state(kind)));
            return states;
        } finally {
            lock.unlock();
        }
    }
}
