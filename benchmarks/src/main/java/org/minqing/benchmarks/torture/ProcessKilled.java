package org.minqing.benchmarks.torture;

import java.util.random.RandomGenerator;

/** {@code kill -9} of the process; the launcher starts it again at most 5 times in 10 minutes, so it waits for its turn. */
final class ProcessKilled implements Fault {
    private static final long WINDOW_NANOS = 610_000_000_000L;
    private static final int AT_MOST = 5;

    private final java.util.ArrayDeque<Long> deaths = new java.util.ArrayDeque<>();

    @Override
    public String name() {
        return "process-killed";
    }

    @Override
    public void strike(Victim victim, RandomGenerator random) throws Exception {
        kill(victim);
    }

    void kill(Victim victim) throws Exception {
        if (deaths.size() >= AT_MOST) {
            long wait = deaths.removeFirst() + WINDOW_NANOS - System.nanoTime();
            Thread.sleep(Math.max(0, wait / 1_000_000));
        }
        deaths.add(System.nanoTime());
        Victim.signal("KILL", victim.process());
    }
}
