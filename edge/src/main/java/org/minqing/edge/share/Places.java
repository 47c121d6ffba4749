package org.minqing.edge.share;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * So many at the same time, and of one caller no more than his own. Whoever finds no place waits in a queue of his own, and a place that
 * becomes free goes to the caller who has the fewest, in turn among equals: so a caller with a thousand requests waiting keeps one with a
 * single request waiting for no longer than it takes until the next place is free.
 */
public final class Places {
    private final int places;
    private final int own;
    private final int waiting;
    private final Duration patience;

    private final ReentrantLock lock = new ReentrantLock();
    /** Those who have a place or wait for one; whoever was served last stands last. */
    private final Map<Caller, Line> lines = new LinkedHashMap<>();

    private int taken;
    private int queued;

    public Places(Share share) {
        this(share.places(), share.ownPlaces(), share.waiting(), share.patience());
    }

    Places(int places, int own, int waiting, Duration patience) {
        this.places = places;
        this.own = own;
        this.waiting = waiting;
        this.patience = patience;
    }

    private static final class Line {
        private int taken;
        private final ArrayDeque<CompletableFuture<Place>> queue = new ArrayDeque<>();
    }

    /** A place that is taken until it is closed, once. */
    public final class Place implements AutoCloseable {
        private @Nullable Caller caller;

        private Place(Caller caller) {
            this.caller = caller;
        }

        @Override
        public void close() {
            lock.lock();
            try {
                if (caller != null) {
                    leave(caller);
                    caller = null;
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** How many are taken now. */
    public int taken() {
        lock.lock();
        try {
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** How many requests wait. */
    int queued() {
        lock.lock();
        try {
            return queued;
        } finally {
            lock.unlock();
        }
    }

    /** Of how many callers anything is kept. */
    int known() {
        lock.lock();
        try {
            return lines.size();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for a place.
     *
     * @throws ShareRefusal {@code overloaded} where too many of his wait already, or for too long
     */
    public Place take(Caller caller) {
        CompletableFuture<Place> promised = new CompletableFuture<>();
        lock.lock();
        try {
            Line line = lines.computeIfAbsent(caller, c -> new Line());
            if (taken < places && line.taken < own && line.queue.isEmpty()) {
                return enter(caller, line);
            }
            // of all together no more wait than would if every place were another's
            if (line.queue.size() >= waiting || queued >= (long) waiting * places) {
                forget(caller, line);
                throw ShareRefusal.overloaded();
            }
            line.queue.add(promised);
            queued++;
        } finally {
            lock.unlock();
        }
        return await(caller, promised);
    }

    private Place await(Caller caller, CompletableFuture<Place> promised) {
        try {
            return promised.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return givenMeanwhile(caller, promised);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            givenMeanwhile(caller, promised).close();
            throw ShareRefusal.overloaded();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Place givenMeanwhile(Caller caller, CompletableFuture<Place> promised) {
        lock.lock();
        try {
            Place given = promised.getNow(null);
            if (given != null) {
                return given;
            }
            Line line = lines.get(caller);
            if (line != null && line.queue.remove(promised)) {
                queued--;
                forget(caller, line);
            }
        } finally {
            lock.unlock();
        }
        throw ShareRefusal.overloaded();
    }

    private Place enter(Caller caller, Line line) {
        line.taken++;
        taken++;
        return new Place(caller);
    }

    private void leave(Caller caller) {
        Line line = lines.get(caller);
        if (line == null) {
            throw new IllegalStateException("nobody leaves who is not here");
        }
        line.taken--;
        taken--;
        forget(caller, line);
        if (queued > 0) {
            next();
        }
    }

    private void forget(Caller caller, Line line) {
        if (line.taken == 0 && line.queue.isEmpty()) {
            lines.remove(caller);
        }
    }

    private void next() {
        Map.Entry<Caller, Line> first = null;
        for (Iterator<Map.Entry<Caller, Line>> all = lines.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Caller, Line> each = all.next();
            Line line = each.getValue();
            if (!line.queue.isEmpty() && line.taken < own && (first == null || line.taken < first.getValue().taken)) {
                first = each;
            }
        }
        if (first != null) {
            Caller caller = first.getKey();
            Line line = first.getValue();
            lines.remove(caller);
            lines.put(caller, line);
            queued--;
            line.queue.remove().complete(enter(caller, line));
        }
    }
}
