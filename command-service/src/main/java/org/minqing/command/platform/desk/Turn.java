package org.minqing.command.platform.desk;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Shared by all who decide, taken whole by who was outpaced too often: fair, so that nobody overtakes him for ever. */
final class Turn {
    private static final Duration PATIENCE_ALONE = Duration.ofMillis(200);

    private final ReadWriteLock deciding = new ReentrantReadWriteLock(true);

    /** @param awaited whether somebody who shares it already waits for this decision: then it passes who waits to be alone */
    <T> T shared(boolean awaited, Supplier<T> decision) {
        Lock turn = deciding.readLock();
        if (!awaited || !turn.tryLock()) {
            turn.lock();
        }
        return within(turn, decision);
    }

    /** Not for long: whoever is deciding may be waiting for the read side, and nobody else begins meanwhile. */
    <T> T alone(Supplier<T> decision) {
        try {
            Lock turn = deciding.writeLock();
            if (turn.tryLock(PATIENCE_ALONE.toMillis(), TimeUnit.MILLISECONDS)) {
                return within(turn, decision);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return decision.get();
    }

    private static <T> T within(Lock turn, Supplier<T> decision) {
        try {
            return decision.get();
        } finally {
            turn.unlock();
        }
    }
}
