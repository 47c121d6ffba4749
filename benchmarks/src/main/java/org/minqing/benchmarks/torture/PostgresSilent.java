package org.minqing.benchmarks.torture;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The database's server and all its processes are stopped for up to 20 seconds: connections stand, and nobody answers. */
final class PostgresSilent implements Fault {
    @Override
    public String name() {
        return "postgres-silent";
    }

    @Override
    public void strike(Victim victim, RandomGenerator random) throws Exception {
        long server = victim.postgres();
        List<Long> all = ProcessHandle.of(server).stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .map(ProcessHandle::pid)
                .toList();
        for (long pid : all) {
            Victim.signal("STOP", pid);
        }
        try {
            Thread.sleep(random.nextInt(4_000, 20_000));
        } finally {
            for (long pid : all) {
                Victim.signal("CONT", pid);
            }
        }
    }
}
