package org.minqing.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The last events of the log that this process has appended or read, one after the other without a gap. Whoever goes along the log
 * finds them here, so that an event is read from the database once for all of them, and one that was appended here not at all. It
 * begins anew after a gap, and what is older than it holds is read from the database.
 */
final class RecentEvents {
    private static final int EVENTS = 4_096;
    private static final long BYTES = 8L << 20;
    private static final long PATIENCE_MILLIS = 50;

    private final @Nullable StoredEvent[] ring;
    private final long mostBytes;
    /** Whoever reads what nobody here knows yet is waited for a little, and then the others find it. */
    private final ReentrantLock reading = new ReentrantLock();
    /** Before the first that is held, and the last. */
    private long before;

    private long last;
    private long bytes;

    /** Reading the log: at most so many events after a position, in order. */
    interface Reader {
        List<StoredEvent> readAfter(long position, int limit);
    }

    RecentEvents() {
        this(EVENTS, BYTES);
    }

    /**
     * @param events most that are held
     * @param mostBytes of their payloads and metadata together
     */
    RecentEvents(int events, long mostBytes) {
        this.ring = new StoredEvent[events];
        this.mostBytes = mostBytes;
    }

    /** Events as they stand in the log, one after the other. Those that are known are passed over. */
    synchronized void add(List<StoredEvent> events) {
        for (StoredEvent event : events) {
            if (event.position() > last) {
                if (event.position() != last + 1) {
                    clear(event.position() - 1);
                }
                put(event);
            }
        }
    }

    private void put(StoredEvent event) {
        if (last - before == ring.length) {
            drop();
        }
        last = event.position();
        ring[slot(last)] = event;
        bytes += size(event);
        while (bytes > mostBytes) {
            drop();
        }
    }

    private void drop() {
        int slot = slot(++before);
        StoredEvent oldest = ring[slot];
        ring[slot] = null;
        bytes -= oldest == null ? 0 : size(oldest);
    }

    private void clear(long position) {
        while (before < last) {
            drop();
        }
        before = position;
        last = position;
    }

    private int slot(long position) {
        return (int) (position % ring.length);
    }

    private static int size(StoredEvent event) {
        return event.payloadBytes().length + event.metadataBytes().length;
    }

    /** What is held of the events after a position: from the next on, at most so many; none where the next is not held. */
    synchronized List<StoredEvent> after(long position, int limit) {
        if (position < before || position >= last) {
            return List.of();
        }
        var events = new ArrayList<StoredEvent>();
        for (long next = position + 1; next <= last && events.size() < limit; next++) {
            StoredEvent event = ring[slot(next)];
            if (event == null) {
                throw new IllegalStateException("position " + next + " is not held between " + before + " and " + last);
            }
            events.add(event);
        }
        return events;
    }

    private synchronized boolean isBehind(long position) {
        return position < before;
    }

    /** The events after a position, from here or else from the log, of which at most so many are read. */
    List<StoredEvent> after(long position, int limit, Reader log) {
        List<StoredEvent> held = after(position, limit);
        if (!held.isEmpty()) {
            return held;
        }
        if (isBehind(position)) {
            return log.readAfter(position, limit);
        }
        boolean first = isFirst();
        try {
            List<StoredEvent> meanwhile = after(position, limit);
            if (!meanwhile.isEmpty()) {
                return meanwhile;
            }
            List<StoredEvent> read = log.readAfter(position, limit);
            add(read);
            return read;
        } finally {
            if (first) {
                reading.unlock();
            }
        }
    }

    /** Whether nobody else reads, or has read to his end; whoever is held up holds up nobody for long. */
    private boolean isFirst() {
        try {
            return reading.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
