package org.minqing.log;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Who waits to be appended, and who of them may go together. Anybody adds, one thread takes. */
final class AppendQueue {
    private static final int MAX_REQUESTS = 256;
    private static final int MAX_EVENTS = 1_024;
    private static final long MAX_BYTES = 8L << 20;
    private static final long MAX_LINGER_NANOS = 1_000_000;

    private final BlockingQueue<PendingAppend> queue;
    private final Duration patienceWhenFull;
    private final ArrayDeque<PendingAppend> deferred = new ArrayDeque<>();
    private int lastAnswered;
    private long lastTook;

    AppendQueue(int capacity, Duration patienceWhenFull) {
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.patienceWhenFull = patienceWhenFull;
    }

    /**
     * @throws LogOverloaded if it stays full
     * @throws LogUnavailable if interrupted
     */
    void add(PendingAppend pending) {
        pending.joined();
        try {
            if (!queue.offer(pending) && !queue.offer(pending, patienceWhenFull.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LogOverloaded(queue.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("interrupted while waiting for the log: nothing was appended", e);
        }
    }

    /** Of those that were not looked at yet. */
    int size() {
        return queue.size();
    }

    boolean isEmpty() {
        return queue.isEmpty() && deferred.isEmpty();
    }

    /** How many went last, and how long that took, in nanoseconds: so many come back soon. */
    void answered(int requests, long took) {
        lastAnswered = requests;
        lastTook = requests == 0 ? lastTook : took;
    }

    void failAll(RuntimeException why) {
        for (PendingAppend late = queue.poll(); late != null; late = queue.poll()) {
            late.fail(why);
        }
    }

    /**
     * As many as wait, but no two that touch one stream or use one key, and none that has read what another writes: the later
     * one waits for the next batch.
     */
    List<PendingAppend> take() throws InterruptedException {
        var batch = new ArrayList<PendingAppend>();
        var claimed = new HashSet<String>();
        int events = 0;
        long bytes = 0;
        Iterator<PendingAppend> again = deferred.iterator();
        while (again.hasNext()) {
            PendingAppend waiting = again.next();
            if (waiting.claim(claimed)) {
                again.remove();
                batch.add(waiting);
                events += waiting.events();
                bytes += waiting.bytes();
            }
        }
        PendingAppend next = batch.isEmpty() ? queue.poll(50, TimeUnit.MILLISECONDS) : queue.poll();
        long lingerUntil = System.nanoTime() + lastTook / 2;
        while (next != null) {
            if (next.claim(claimed)) {
                batch.add(next);
                events += next.events();
                bytes += next.bytes();
            } else {
                deferred.add(next);
            }
            boolean full = batch.size() + deferred.size() >= MAX_REQUESTS || events >= MAX_EVENTS || bytes >= MAX_BYTES;
            next = full ? null : queue.poll();
            if (next == null && !full && batch.size() + deferred.size() < lastAnswered) {
                // those just answered come back one after the other: going with the first alone would halve the rate
                next = queue.poll(Math.min(lingerUntil - System.nanoTime(), MAX_LINGER_NANOS), TimeUnit.NANOSECONDS);
            }
        }
        return batch;
    }
}
