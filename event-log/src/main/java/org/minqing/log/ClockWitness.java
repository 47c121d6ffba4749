package org.minqing.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes down what time it is and how long the machine has been running by then, so that the next process knows whether the clock has leapt
 * meanwhile, and so that a log that nobody uses is known to have been alive.
 */
final class ClockWitness implements AutoCloseable {
    static final Duration DOUBT = Duration.ofMinutes(2);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Logger LOGGER = LoggerFactory.getLogger(ClockWitness.class);

    private final JdbcClient jdbc;
    private final SoundClock clock;
    private final @Nullable String life;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "minqing-clock");

    private record Seen(@Nullable String life, long count, Instant at) {}

    /** @param life of the machine from one start to the next; null if that is not known */
    ClockWitness(DataSource dataSource, SoundClock clock, @Nullable String life) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
        this.life = life;
    }

    /** Takes up what is written down and goes on with it. */
    static ClockWitness begin(DataSource dataSource) {
        var witness = new ClockWitness(dataSource, SoundClock.SYSTEM, life());
        witness.takeUp();
        witness.thread.setDaemon(true);
        witness.thread.start();
        return witness;
    }

    private static @Nullable String life() {
        try {
            return Files.readString(BOOT).strip();
        } catch (IOException e) {
            return null;
        }
    }

    void takeUp() {
        Head head = jdbc.sql(Head.SQL).query((row, n) -> Head.of(row, 1)).single();
        if (head.clock() != ClockMode.SYSTEM) {
            return;
        }
        Optional<Seen> seen = seen();
        // a container that counts for itself begins anew in the same life of its machine
        if (life != null && seen.isPresent() && life.equals(seen.get().life) && clock.count() >= seen.get().count) {
            clock.resume(seen.get().at, seen.get().count);
            return;
        }
        Instant last = seen.map(Seen::at).filter(head.recordedAt()::isBefore).orElse(head.recordedAt());
        Duration gap = Duration.between(last, clock.now());
        if (gap.compareTo(SoundClock.LIKELY) > 0) {
            LOGGER.error(
                    "the clock is {} days ahead of the last that is known, {}: commands wait {} s in case it is wrong",
                    gap.toDays(),
                    last,
                    DOUBT.toSeconds());
            clock.doubt(DOUBT);
        } else if (gap.negated().compareTo(SoundClock.STEP) > 0) {
            LOGGER.error(
                    "the clock is {} s behind the log's last time, {}: if the log is wrong and not the clock, run ./minqing clock settle",
                    gap.negated().toSeconds(),
                    last);
            clock.behind(last);
        }
    }

    private Optional<Seen> seen() {
        return jdbc.sql("select life, count, at from log.clock_witness")
                .query((row, n) -> new Seen(
                        row.getString(1),
                        row.getLong(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .optional();
    }

    private void run() {
        boolean written = false;
        try {
            do {
                try {
                    written = beat(written);
                } catch (DataAccessException e) {
                    LOGGER.debug("the time could not be written down", e);
                }
            } while (!closing.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What was written and is not there any more, an operator has taken away: the clock is right.
     *
     * @param written whether this has been done before
     * @return whether it is written now
     */
    boolean beat(boolean written) {
        if (written && seen().isEmpty()) {
            LOGGER.warn("an operator says that the system's clock is right");
            clock.trust();
        }
        if (clock.doubtful()) {
            return written;
        }
        jdbc.sql("select log.witness_clock(?, ?, ?)")
                .param(life)
                .param(clock.count())
                .param(OffsetDateTime.ofInstant(clock.now(), ZoneOffset.UTC))
                .query((row, n) -> 0)
                .list();
        return true;
    }

    @Override
    public void close() throws InterruptedException {
        closing.countDown();
        thread.join(2_000);
    }
}
