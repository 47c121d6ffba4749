package org.minqing.query.platform.projection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the read side stands, and waiting until it stands somewhere. */
public final class ReadPosition {
    /** Another process may be the one that tails: ask the table this often. */
    private static final long LOOK_EVERY_MS = 10;

    private final JdbcClient jdbc;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final ReentrantLock asking = new ReentrantLock();
    private volatile long seen;

    ReadPosition(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As committed now, by the tail's own connections. */
    public long position() {
        return position(jdbc);
    }

    /** In the snapshot of the transaction that these connections are in, which it fixes if nothing has yet. */
    public static long position(JdbcClient within) {
        return within.sql("select position from read.checkpoint where processor = ?")
                .param(Checkpoint.PROCESSOR)
                .query(Long.class)
                .single();
    }

    /** The last position this process has seen it at. */
    long seen() {
        return seen;
    }

    void advanced(long position) {
        lock.lock();
        try {
            seen = Math.max(seen, position);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** True as soon as the read side stands at the position or behind it; false if it does not get there in time. */
    public boolean await(long position, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (seen < position) {
            lookOnce();
            if (seen >= position) {
                return true;
            }
            if (System.nanoTime() >= end) {
                advanced(position());
                return seen >= position;
            }
            lock.lock();
            try {
                if (seen < position) {
                    boolean unused = moved.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
                }
            } finally {
                lock.unlock();
            }
        }
        return true;
    }

    /** However many wait, one of them asks. */
    private void lookOnce() {
        if (asking.tryLock()) {
            try {
                advanced(position());
            } finally {
                asking.unlock();
            }
        }
    }
}
