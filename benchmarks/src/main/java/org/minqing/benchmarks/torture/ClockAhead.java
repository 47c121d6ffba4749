package org.minqing.benchmarks.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The clock of everything that runs is 400 days ahead for some seconds, by libfaketime where that is installed: this machine's own clock
 * is others' too.
 */
final class ClockAhead implements Fault {
    private static final Path LIBRARY = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");

    /** With which an installation is started, so that its clock can be turned; empty where it cannot. */
    static Map<String, String> environment(Path folder) {
        return Files.exists(LIBRARY)
                ? Map.of(
                        "LD_PRELOAD", LIBRARY.toString(),
                        "FAKETIME_TIMESTAMP_FILE", file(folder).toString(),
                        "FAKETIME_NO_CACHE", "1",
                        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                        "NO_FAKE_STAT", "1")
                : Map.of();
    }

    private static Path file(Path folder) {
        Path file = folder.resolveSibling(folder.getFileName() + "-clock");
        try {
            if (Files.notExists(file)) {
                Files.writeString(file, "+0");
                file.toFile().deleteOnExit();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    @Override
    public String name() {
        return "clock-ahead";
    }

    @Override
    public Optional<String> missing(Victim victim) {
        return Files.exists(LIBRARY) ? Optional.empty() : Optional.of("needs libfaketime");
    }

    @Override
    public void strike(Victim victim, RandomGenerator random) throws Exception {
        Path clock = file(victim.data().getParent());
        Files.writeString(clock, "+400d");
        try {
            Thread.sleep(random.nextInt(1_000, 5_000));
        } finally {
            Files.writeString(clock, "+0");
        }
    }
}
