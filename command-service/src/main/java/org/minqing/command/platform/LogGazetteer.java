package org.minqing.command.platform;

import java.util.concurrent.locks.ReentrantLock;
import org.minqing.events.DomainEvent;
import org.minqing.log.EventLog;
import org.minqing.log.StoredEvent;

/** The gazetteer of this process, caught up with the log when asked. */
final class LogGazetteer {
    private final EventLog log;
    private final Gazetteer gazetteer = new Gazetteer();
    private final ReentrantLock lock = new ReentrantLock();
    private long position;

    LogGazetteer(EventLog log) {
        this.log = log;
    }

    /** As the log stands now. */
    Gazetteer now() {
        lock.lock();
        try {
            for (StoredEvent event : log.readType("Division", position)) {
                gazetteer.add(event.eventId(), (DomainEvent) event.payload());
                position = event.position();
            }
            return gazetteer;
        } finally {
            lock.unlock();
        }
    }

    /** As it was known last, for what may lag. */
    Gazetteer known() {
        return gazetteer;
    }
}
