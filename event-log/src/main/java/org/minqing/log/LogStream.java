package org.minqing.log;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * One reader's way along the log. It asks the database only when the tail has seen more than it has gone along, and only for what
 * this process has neither appended nor read lately. While the disk is full it gives nothing: whoever reads it, writes.
 */
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {
    private static final int PAGE = 500;

    private final EventLog log;
    private final LogTail tail;
    private final AutoCloseable subscription;
    private final ArrayDeque<TrackedEventMessage<?>> read = new ArrayDeque<>();
    private final Object grown = new Object();
    private volatile @Nullable Runnable callback;
    private volatile boolean closed;
    private long position;
    private boolean first = true;

    LogStream(EventLog log, LogTail tail, long position) {
        this.log = log;
        this.tail = tail;
        this.position = position;
        this.subscription = tail.onAppended(this::wake);
    }

    private void wake() {
        synchronized (grown) {
            grown.notifyAll();
        }
        Runnable told = callback;
        if (told != null && !closed) {
            told.run();
        }
    }

    @Override
    public synchronized Optional<TrackedEventMessage<?>> peek() {
        fill();
        return Optional.ofNullable(read.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (true) {
            long seen = tail.seen().position();
            if (peek().isPresent()) {
                return true;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0 || closed) {
                return false;
            }
            synchronized (grown) {
                if (tail.seen().position() == seen) {
                    TimeUnit.NANOSECONDS.timedWait(grown, left);
                }
            }
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.HOURS)) {
            if (closed) {
                throw new IllegalStateException("the stream is closed");
            }
        }
        synchronized (this) {
            return read.remove();
        }
    }

    private void fill() {
        if (!read.isEmpty()
                || closed
                || tail.server().space().full()
                || (!first && tail.seen().position() <= position)) {
            return;
        }
        first = false;
        for (StoredEvent event : tail.recent().after(position, PAGE, log::readAfter)) {
            if (event.position() != position + 1) {
                throw new IllegalStateException("the log has a gap: " + event.position() + " follows " + position);
            }
            position = event.position();
            read.add(AxonMessages.tracked(event));
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        this.callback = callback;
        callback.run();
        return true;
    }

    @Override
    public void close() {
        closed = true;
        try {
            subscription.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        synchronized (grown) {
            grown.notifyAll();
        }
    }
}
