package org.minqing.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The system's clock, held against a count of the time that has passed, which nobody can set. A clock that leaps is not followed: the time is
 * counted on from when it was right, until the clock is right again. What it is corrected by otherwise is followed.
 */
public final class SoundClock {
    /** That of this process. */
    static final SoundClock SYSTEM = new SoundClock(Instant::now, new Uptime());

    /** So far a clock may be off at once before it is not believed. */
    public static final Duration STEP = Duration.ofMinutes(5);

    /** Further ahead of the last that is known a clock is doubted. */
    static final Duration LIKELY = Duration.ofDays(40);

    private static final Logger LOGGER = LoggerFactory.getLogger(SoundClock.class);
    private static final Path UPTIME = Path.of("/proc/uptime");
    private static final Duration SLEW = Duration.ofSeconds(1);
    /** A step that was followed is forgotten after so long: many small ones make a leap. */
    private static final Duration FORGETTING = Duration.ofHours(1);

    private static final double SECOND = 1e9;

    private final Supplier<Instant> wall;
    private final Count run;
    private Instant anchor;
    private long anchored;
    private Duration off = Duration.ZERO;
    private long doubtUntil;
    private boolean doubted;
    private @Nullable Instant last;

    /**
     * @param wall what may leap
     * @param run nanoseconds that have passed since some moment
     */
    SoundClock(Supplier<Instant> wall, LongSupplier run) {
        this(wall, exact -> run.getAsLong());
    }

    private SoundClock(Supplier<Instant> wall, Count run) {
        this.wall = wall;
        this.run = run;
        this.anchor = wall.get();
        this.anchored = run.nanos(true);
    }

    /** Nanoseconds that have passed since some moment. */
    private interface Count {
        /** @param exact with a sleep of the machine that has just ended */
        long nanos(boolean exact);
    }

    /**
     * Since the machine has started, its sleep included, where the system tells it. It is asked once a second, as that costs more than
     * all else a command asks of the clock; in between the processor's own count goes on.
     */
    private static final class Uptime implements Count {
        private static final long ASKED_EVERY = 1_000_000_000L;

        private long told;
        private long at;
        private boolean asked;

        @Override
        public synchronized long nanos(boolean exact) {
            long now = System.nanoTime();
            if (exact || !asked || now - at >= ASKED_EVERY) {
                told = running(now);
                at = now;
                asked = true;
            }
            return told + (now - at);
        }

        private static long running(long now) {
            try {
                String text = Files.readString(UPTIME);
                return (long) (Double.parseDouble(text.substring(0, text.indexOf(' '))) * SECOND);
            } catch (IOException | RuntimeException e) {
                return now;
            }
        }
    }

    /** Microseconds. */
    synchronized Instant now() {
        Instant told = wall.get();
        long passed = run.nanos(false) - anchored;
        Instant counted = anchor.plusNanos(passed);
        Duration before = off;
        off = Duration.between(counted, told);
        if (off.abs().compareTo(STEP) > 0) {
            // it may have slept
            passed = run.nanos(true) - anchored;
            counted = anchor.plusNanos(passed);
            off = Duration.between(counted, told);
        }
        if (off.compareTo(STEP) > 0 && last != null && !told.isBefore(last) && told.isBefore(last.plus(LIKELY))) {
            LOGGER.warn("the system's clock was behind the log and has been set right");
            trust();
            return told.truncatedTo(ChronoUnit.MICROS);
        }
        if (off.abs().compareTo(STEP) > 0) {
            LOGGER.error("the system's clock is off by {} s: the log counts its time by itself", off.toSeconds());
            return counted.truncatedTo(ChronoUnit.MICROS);
        }
        if (before.abs().compareTo(STEP) > 0) {
            LOGGER.warn("the system's clock is right again");
        }
        if (off.abs().compareTo(SLEW) <= 0 || passed > FORGETTING.toNanos()) {
            anchor = told;
            anchored += passed;
        }
        return told.truncatedTo(ChronoUnit.MICROS);
    }

    /** By how much the system's clock was ahead of the time when it was looked at last; negative where it is behind. */
    synchronized Duration off() {
        return off;
    }

    /** Whether the system's clock is not believed. */
    boolean leapt() {
        now();
        return off().abs().compareTo(STEP) > 0;
    }

    /** The count, to be written down. */
    synchronized long count() {
        return run.nanos(true);
    }

    /** What an earlier process has written down in the same life of the machine goes on. */
    synchronized void resume(Instant sound, long count) {
        anchor = sound;
        anchored = count;
        now();
    }

    /** The system's clock is right, whatever was thought of it. */
    synchronized void trust() {
        anchor = wall.get();
        anchored = run.nanos(true);
        off = Duration.ZERO;
        doubted = false;
        last = null;
    }

    /** It was behind the log's last time when the log was looked at: a leap that takes it there is a correction. */
    synchronized void behind(Instant lastOfLog) {
        last = lastOfLog;
    }

    /** Nothing tells whether the clock is right: nobody has been here for long. It is believed if nobody objects for so long. */
    synchronized void doubt(Duration howLong) {
        doubtUntil = run.nanos(true) + howLong.toNanos();
        doubted = true;
    }

    synchronized boolean doubtful() {
        if (doubted && run.nanos(true) >= doubtUntil) {
            doubted = false;
            LOGGER.warn("nobody has objected: the system's clock is believed");
        }
        return doubted;
    }
}
