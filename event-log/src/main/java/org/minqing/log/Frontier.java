package org.minqing.log;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How far this process knows the log, without a gap, and which streams have grown lately. What this process appends comes in
 * from memory, before anybody is answered; what others append is read once, as soon as the tail has seen it. Whoever keeps
 * something of the log follows it here, and so is never behind {@link #position}.
 */
public final class Frontier {
    private static final int KEPT = 16_384;
    private static final int PAGE = 500;

    private final EventLog log;
    private final LogTail tail;
    private final int kept;
    private final ReentrantLock feeding = new ReentrantLock();
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final ArrayDeque<Grown> lately = new ArrayDeque<>();
    /** By stream: its last event among those kept. */
    private final Map<String, Grown> grown = new ConcurrentHashMap<>();
    /** By type of stream: the position of its last event since this process knows the log. */
    private final Map<String, Long> types = new ConcurrentHashMap<>();

    private long since;
    /** What happened up to here is no longer, or never was, among those kept. */
    private volatile long low;

    private volatile long position = -1;

    private record Grown(String stream, long sequence, long position) {}

    /** Is told of every event once, in order, before {@link #position} has passed it. */
    public interface Follower {
        void take(List<StoredEvent> events);
    }

    public Frontier(EventLog log, LogTail tail) {
        this(log, tail, KEPT);
    }

    /** @param kept how many of the last events' streams are kept */
    Frontier(EventLog log, LogTail tail, int kept) {
        this.log = log;
        this.tail = tail;
        this.kept = kept;
        // first, so that those who go along the log find what comes in from memory
        tail.onAppendedFirst(() -> {
            if (position >= 0) {
                reach(tail.seen().position());
            }
        });
    }

    /** From now on; who follows later has missed nothing that it could have kept. */
    public void follow(Follower follower) {
        feeding.lock();
        try {
            followers.add(follower);
        } finally {
            feeding.unlock();
        }
    }

    /** Everything up to here is known, and nothing behind it is missing. */
    public long position() {
        if (position < 0) {
            begin();
        }
        return position;
    }

    private void begin() {
        feeding.lock();
        try {
            if (position < 0) {
                since = log.head();
                low = since;
                position = since;
            }
        } finally {
            feeding.unlock();
        }
    }

    /** Up to where the log stands now: one small question, and none for each event that came from here. */
    public void catchUp() {
        position();
        reach(log.head());
    }

    /** Whether every stream that has grown after a position is among those kept. */
    public boolean remembers(long after) {
        return after >= low;
    }

    /** The last event of a stream if it is among those kept, as the number of events up to it; 0 otherwise. */
    public long length(String stream) {
        Grown last = grown.get(stream);
        return last == null ? 0 : last.sequence() + 1;
    }

    /** Whether a stream of a type may have grown after a position. */
    public boolean grown(String type, long after) {
        position();
        return after < since || types.getOrDefault(type, 0L) > after;
    }

    /** Whether anything that was read has grown, as far as the log is known here; what names an id and what is claimed is left to the log. */
    public boolean stale(ReadSet reads) {
        if (reads.isEmpty()) {
            return false;
        }
        return !remembers(reads.known())
                || reads.streams().entrySet().stream().anyMatch(read -> length(read.getKey()) > read.getValue())
                || reads.types().entrySet().stream().anyMatch(read -> grown(read.getKey(), read.getValue()));
    }

    /** Nobody else moves the frontier until {@link #release}: the appender holds it from the batch it sends to the answer. */
    void hold() {
        feeding.lock();
    }

    void release() {
        feeding.unlock();
    }

    /**
     * What this process has appended.
     *
     * @param own from the first on, without a gap
     * @param head where the log stands with them
     */
    void appended(List<StoredEvent> own, long head) {
        if (position < 0) {
            return;
        }
        feeding.lock();
        try {
            if (!own.isEmpty()) {
                reach(own.getFirst().position() - 1);
                tail.recent().add(own);
                take(own);
            }
            reach(head);
        } finally {
            feeding.unlock();
        }
    }

    private void reach(long head) {
        if (position >= head) {
            return;
        }
        feeding.lock();
        try {
            while (position < head) {
                int most = (int) Math.min(PAGE, head - position);
                take(tail.recent().after(position, most, log::readAfter));
            }
        } finally {
            feeding.unlock();
        }
    }

    private void take(List<StoredEvent> events) {
        for (StoredEvent event : events) {
            Grown now = new Grown(event.stream(), event.sequence(), event.position());
            grown.put(now.stream(), now);
            lately.add(now);
            types.put(event.streamType(), event.position());
        }
        while (lately.size() > kept) {
            Grown oldest = lately.remove();
            grown.remove(oldest.stream(), oldest);
            low = oldest.position();
        }
        followers.forEach(follower -> follower.take(events));
        position = events.getLast().position();
    }
}
