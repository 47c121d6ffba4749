package org.minqing.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minqing.log.LogSchema;
import org.minqing.log.LogUnavailable;
import org.minqing.log.PostgresServer;
import org.minqing.log.SealedNotes;
import org.minqing.log.TestDatabase;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Killed at any moment, the database holds no event without the key of what it seals. */
class KeysBeforeEventsTest {
    private static final int WRITERS = 4;
    private static final int ENOUGH = 200;

    @Test
    void no_event_is_without_its_key_after_a_crash(@TempDir Path folder) throws InterruptedException {
        // what is committed without waiting is lost unless somebody waits for what comes after it
        try (PostgresServer server =
                        PostgresServer.start("fsync=on", "synchronous_commit=on", "wal_writer_delay=10000");
                TestDatabase database = TestDatabase.create(server)) {
            LogSchema.open(database.command());
            KeysSchema.migrate(database.owner());
            SubjectKeys keys = SubjectKeys.open(database.command(), folder.resolve("master.key"));
            Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
            try (SealedNotes notes = new SealedNotes(database)) {
                List<Thread> writers = new ArrayList<>();
                for (int i = 0; i < WRITERS; i++) {
                    writers.add(Thread.startVirtualThread(() -> write(keys, notes, acknowledged)));
                }
                while (acknowledged.size() < ENOUGH) {
                    Thread.sleep(5);
                }
                server.crash();
                for (Thread writer : writers) {
                    writer.interrupt();
                    writer.join();
                }
            }
            Set<String> keyed = new HashSet<>(JdbcClient.create(database.owner())
                    .sql("select subject from keys.subject_key")
                    .query(String.class)
                    .list());
            List<String> sealed = SealedNotes.subjects(database);
            assertThat(sealed).containsAll(acknowledged);
            assertThat(keyed).containsAll(sealed);
        }
    }

    /** Until it is interrupted. */
    private static void write(SubjectKeys keys, SealedNotes notes, Queue<String> acknowledged) {
        while (!Thread.currentThread().isInterrupted()) {
            String subject = "household:" + UUID.randomUUID();
            try {
                notes.append(subject, keys.draft(List.of(subject)).rows());
                acknowledged.add(subject);
            } catch (DataAccessException | LogUnavailable e) {
                // the database is away, as it was meant to be
            }
        }
    }
}
