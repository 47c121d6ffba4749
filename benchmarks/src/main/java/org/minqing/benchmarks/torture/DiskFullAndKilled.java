package org.minqing.benchmarks.torture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The disk is full and the database's server is killed, so that it has to start without space. */
final class DiskFullAndKilled implements Fault {
    @Override
    public String name() {
        return "disk-full-and-postgres-killed";
    }

    @Override
    public Optional<String> missing(Victim victim) {
        return new DiskFull().missing(victim);
    }

    @Override
    public void strike(Victim victim, RandomGenerator random) throws Exception {
        Path filler = victim.data().resolveSibling("filler");
        try {
            Disk.fill(filler);
            Thread.sleep(random.nextInt(0, 2_000));
            Victim.signal("KILL", victim.postgres());
            Thread.sleep(random.nextInt(2_000, 6_000));
        } finally {
            Files.deleteIfExists(filler);
        }
    }
}
