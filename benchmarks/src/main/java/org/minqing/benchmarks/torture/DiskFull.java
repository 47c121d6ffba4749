package org.minqing.benchmarks.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Somebody fills the disk that everything lies on to the last byte, and empties it again after some seconds. */
final class DiskFull implements Fault {
    @Override
    public String name() {
        return "disk-full";
    }

    @Override
    public Optional<String> missing(Victim victim) {
        try {
            return Disk.isOwn(victim.data())
                    ? Optional.empty()
                    : Optional.of("only root can give it a disk of its own");
        } catch (IOException e) {
            return Optional.of(e.toString());
        }
    }

    @Override
    public void strike(Victim victim, RandomGenerator random) throws Exception {
        Path filler = victim.data().resolveSibling("filler");
        try {
            Disk.fill(filler);
            long end = System.nanoTime() + random.nextLong(2_000_000_000L, 8_000_000_000L);
            boolean greedy = random.nextBoolean();
            while (System.nanoTime() < end) {
                Thread.sleep(random.nextInt(100, 1_000));
                if (greedy) {
                    Disk.fill(victim.data().resolveSibling("filler-" + System.nanoTime()));
                }
            }
        } finally {
            try (var files = Files.newDirectoryStream(filler.getParent(), "filler*")) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
        }
    }
}
