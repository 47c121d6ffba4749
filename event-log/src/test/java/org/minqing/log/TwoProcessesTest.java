package org.minqing.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwoProcessesTest {
    private static final int REQUESTS = 200;

    @Test
    void two_processes_at_once_leave_a_dense_log_that_lost_nothing() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            LogSchema.open(database.command());
            var acknowledged = new ArrayList<String>();
            Process one = process(database, "one");
            Process two = process(database, "two");
            try (var fromOne = one.inputReader();
                    var fromTwo = two.inputReader()) {
                assertThat(fromOne.readLine()).isEqualTo("ready");
                assertThat(fromTwo.readLine()).isEqualTo("ready");
                go(one);
                go(two);
                fromOne.lines().forEach(acknowledged::add);
                fromTwo.lines().forEach(acknowledged::add);
                assertThat(one.waitFor() + two.waitFor())
                        .as(() -> String.join("\n", acknowledged))
                        .isZero();
            } finally {
                one.destroy();
                two.destroy();
            }

            List<StoredEvent> events = events(database);
            assertThat(acknowledged).hasSize(2 * AppendingProcess.CALLERS * REQUESTS * 3);
            assertThat(events.stream().skip(1).map(TwoProcessesTest::line))
                    .containsExactlyInAnyOrderElementsOf(acknowledged);
            inOrder(events);
            // they really were at work at the same time: one after the other would be two turns
            assertThat(turns(events)).isGreaterThan(4);
        }
    }

    private static void inOrder(List<StoredEvent> events) {
        var next = new HashMap<String, Long>();
        long position = 1;
        for (StoredEvent event : events) {
            assertThat(event.position()).isEqualTo(position++);
            assertThat(event.sequence()).isEqualTo(next.merge(event.stream(), 1L, Long::sum) - 1);
        }
        for (int i = 1; i < events.size(); i++) {
            assertThat(events.get(i).recordedAt())
                    .isAfterOrEqualTo(events.get(i - 1).recordedAt());
        }
    }

    private static int turns(List<StoredEvent> events) {
        int turns = 0;
        String last = "";
        for (StoredEvent event : events) {
            String client = event.metadata().getOrDefault("client", "").replaceAll("\\d", "");
            turns += client.equals(last) ? 0 : 1;
            last = client;
        }
        return turns;
    }

    private static List<StoredEvent> events(TestDatabase database) {
        try (var tail = new LogTail(database.query())) {
            var log = new PostgresEventLog(database.query(), Sample.TYPES, Sample.CODEC, tail);
            var events = new ArrayList<StoredEvent>();
            for (List<StoredEvent> page = log.readAfter(0, 1_000);
                    !page.isEmpty();
                    page = log.readAfter(events.size(), 1_000)) {
                events.addAll(page);
            }
            return events;
        }
    }

    private static String line(StoredEvent event) {
        return event.position() + " " + event.stream() + " " + event.sequence();
    }

    private static void go(Process process) throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    private static Process process(TestDatabase database, String client) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendingProcess.class.getName(),
                        database.url(),
                        client,
                        String.valueOf(REQUESTS))
                .redirectErrorStream(true)
                .start();
    }
}
