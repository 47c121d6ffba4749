package org.minqing.command.platform.history;

import java.util.concurrent.locks.ReentrantLock;
import org.minqing.events.DomainEvent;
import org.minqing.log.EventLog;
import org.minqing.log.Frontier;
import org.minqing.log.StoredEvent;

/** The gazetteer of this process, as far as the process knows the log. */
public final class LogGazetteer {
    private static final String TYPE = "Division";

    private final EventLog log;
    private final Frontier frontier;
    private final Gazetteer gazetteer = new Gazetteer();
    private final ReentrantLock lock = new ReentrantLock();
    /** Of the last event taken. */
    private long position;
    /** Up to here every event was taken. */
    private volatile long caughtUp = -1;

    public LogGazetteer(EventLog log, Frontier frontier) {
        this.log = log;
        this.frontier = frontier;
    }

    /** Up to where the process knows the log. */
    public Gazetteer now() {
        if (!frontier.grown(TYPE, caughtUp)) {
            return gazetteer;
        }
        lock.lock();
        try {
            long known = frontier.position();
            for (StoredEvent event : log.readType(TYPE, position)) {
                gazetteer.add(event.eventId(), (DomainEvent) event.payload());
                position = event.position();
            }
            caughtUp = Math.max(known, position);
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
