package org.minqing.command.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.minqing.events.DomainEvent;
import org.minqing.log.EventLog;
import org.minqing.log.StoredEvent;

/** Every stream of one type, folded; caught up with the log each time it is asked. */
final class Directory<S> {
    private final EventLog log;
    private final Reference<S> kind;
    private final Map<String, S> states = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private long position;

    Directory(EventLog log, Reference<S> kind) {
        this.log = log;
        this.kind = kind;
    }

    Map<String, S> now() {
        lock.lock();
        try {
            List<StoredEvent> more = log.readType(kind.streamType(), position);
            for (StoredEvent event : more) {
                S before = states.getOrDefault(event.streamId(), kind.start());
                states.put(event.streamId(), kind.evolve().apply(before, (DomainEvent) event.payload()));
                position = event.position();
            }
            return Map.copyOf(states);
        } finally {
            lock.unlock();
        }
    }
}
