package org.minqing.benchmarks.torture;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The machine's clock is set 400 days ahead for some seconds, and back by what has passed meanwhile. It is everybody's clock: only where
 * {@code MINQING_TORTURE_CLOCK=yes} says that nobody else is there.
 */
final class ClockAhead implements Fault {
    private static final String CONSENT = "MINQING_TORTURE_CLOCK";
    private static final Duration LEAP = Duration.ofDays(400);

    @Override
    public String name() {
        return "clock-ahead";
    }

    @Override
    public Optional<String> missing(Victim victim) {
        return "yes".equals(System.getenv(CONSENT))
                ? Optional.empty()
                : Optional.of("sets the machine's clock: only as root with " + CONSENT + "=yes");
    }

    @Override
    public void strike(Victim victim, RandomGenerator random) throws Exception {
        Instant begun = Instant.now();
        long count = System.nanoTime();
        set(begun.plus(LEAP));
        try {
            Thread.sleep(random.nextInt(1_000, 5_000));
        } finally {
            set(begun.plusNanos(System.nanoTime() - count));
        }
    }

    private static void set(Instant time) throws Exception {
        int status =
                new ProcessBuilder("date", "-u", "-s", time.toString()).start().waitFor();
        if (status != 0) {
            throw new IllegalStateException("the clock could not be set");
        }
    }
}
