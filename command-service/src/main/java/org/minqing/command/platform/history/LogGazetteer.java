package org.minqing.command.platform.history;

import java.util.concurrent.locks.ReentrantLock;
import org.minqing.events.DomainEvent;
import org.minqing.log.EventLog;
import org.minqing.log.StoredEvent;

/** The gazetteer of this process, caught up with the log when asked. */
public final class LogGazetteer {
    private final EventLog log;
    private final Gazetteer gazetteer = new Gazetteer();
    private final ReentrantLock lock = new ReentrantLock();
    private long position;

    public LogGazetteer(EventLog log) {
        this.log = log;
    }

    /** As the log stands now. */
    public Gazetteer now() {
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
    public Gazetteer known() {
        return gazetteer;
    }
}
