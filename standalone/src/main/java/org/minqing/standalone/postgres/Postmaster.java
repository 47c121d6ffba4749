package org.minqing.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The server process that {@code postmaster.pid} names, if it is there and really is a PostgreSQL. */
record Postmaster(Path data) {
    Optional<ProcessHandle> running() throws IOException {
        return pid().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).filter(Postmaster::isPostgres);
    }

    /**
     * Takes away a pid file whose process is gone. Numbers are given out again, in containers very soon, and PostgreSQL
     * would take a stranger with that number for itself.
     */
    void forgetDead() throws IOException {
        if (running().isEmpty()) {
            Files.deleteIfExists(file());
        }
    }

    private Optional<Long> pid() throws IOException {
        if (Files.notExists(file())) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file());
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(Long.parseLong(lines.getFirst().strip()));
    }

    private Path file() {
        return data.resolve("postmaster.pid");
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().filter(c -> c.contains("/postgres")).isPresent();
    }
}
