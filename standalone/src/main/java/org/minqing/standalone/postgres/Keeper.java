package org.minqing.standalone.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches a server and starts it again when it has died by itself, as long as it takes: a full disk may be emptied. */
public final class Keeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final PostgresServer server;
    private final Reserve reserve;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread watch;
    private boolean hadRoom = true;

    private Keeper(PostgresServer server) {
        this.server = server;
        this.reserve = new Reserve(server.folder());
        this.watch = Thread.ofPlatform().daemon().name("minqing-postgres").unstarted(this::watch);
    }

    /** Watches until it is closed. */
    public static Keeper of(PostgresServer server) {
        Keeper keeper = new Keeper(server);
        keeper.watch.start();
        return keeper;
    }

    /** Waits for a start that is under way. */
    @Override
    public void close() throws InterruptedException {
        closing.countDown();
        watch.join();
    }

    private void watch() {
        Duration pause = LOOK_EVERY;
        long next = System.nanoTime();
        try {
            while (!closing.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                boolean room = lookAfterReserve();
                if (System.nanoTime() - next >= 0 || (room && !hadRoom)) {
                    pause = look(pause);
                    next = System.nanoTime() + pause.toNanos() - LOOK_EVERY.toNanos();
                }
                hadRoom = room;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether there is room for a server that is to be started */
    private boolean lookAfterReserve() {
        try {
            reserve.look(server.running());
            return reserve.room();
        } catch (IOException e) {
            LOG.warn("the reserve on the disk could not be looked after: {}", e.getMessage());
            return true;
        }
    }

    /** @return how long to wait until the next look */
    private Duration look(Duration pause) {
        try {
            if (server.running()) {
                return LOOK_EVERY;
            }
            LOG.error("PostgreSQL is gone and is started again; what was acknowledged is in its log on disk");
            server.revive();
            LOG.warn("PostgreSQL is up again");
            return LOOK_EVERY;
        } catch (IOException | PostgresUnavailable e) {
            Duration next = pause.multipliedBy(2);
            Duration wait = next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
            LOG.error("PostgreSQL could not be started again, next try in {} ms: {}", wait.toMillis(), e.getMessage());
            return wait;
        }
    }
}
