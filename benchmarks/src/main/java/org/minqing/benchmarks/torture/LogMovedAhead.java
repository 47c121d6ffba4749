package org.minqing.benchmarks.torture;

import java.sql.Connection;
import java.sql.Statement;
import java.util.random.RandomGenerator;

/** The log's time has been moved 400 days ahead, as by a wrong clock that was believed; after some seconds an operator settles it. */
final class LogMovedAhead implements Fault {
    @Override
    public String name() {
        return "log-moved-ahead";
    }

    @Override
    public void strike(Victim victim, RandomGenerator random) throws Exception {
        try (Connection log = victim.database();
                Statement statement = log.createStatement()) {
            statement.execute("update log.head set recorded_at = clock_timestamp() + interval '400 days'");
        }
        Thread.sleep(random.nextInt(500, 3_000));
        victim.settle();
    }
}
