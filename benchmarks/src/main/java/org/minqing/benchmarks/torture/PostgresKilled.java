package org.minqing.benchmarks.torture;

import java.util.random.RandomGenerator;

/** {@code kill -9} of the database's server. */
final class PostgresKilled implements Fault {
    @Override
    public String name() {
        return "postgres-killed";
    }

    @Override
    public void strike(Victim victim, RandomGenerator random) throws Exception {
        Victim.signal("KILL", victim.postgres());
    }
}
