package org.minqing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minqing.log.Sample.events;
import static org.minqing.log.Sample.note;
import static org.minqing.log.Sample.request;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClockTest {
    private static final Instant START = Instant.parse("2011-12-25T16:00:00Z");

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void while_simulated_recording_times_are_given_and_never_fall() {
        try (TestLog test = TestLog.simulated(database, Sample.TYPES, Sample.HEADERS, START)) {
            LogClock clock = test.log().clock();
            assertThat(clock.now()).isEqualTo(START);
            assertThat(clock.today()).isEqualTo(LocalDate.of(2011, 12, 26));
            assertThat(clock.simulated()).isTrue();

            Instant later = Instant.parse("2012-03-01T00:00:00.123456Z");
            test.appendAt(later, "Note-a", note("a0"));
            assertThat(clock.now()).isEqualTo(later);
            test.appendAt(START, "Note-a", note("an earlier time is lifted to the last"));
            test.append("Note-a", note("no time is the last time"));

            assertThat(test.log().readAfter(0, 10))
                    .extracting(StoredEvent::recordedAt)
                    .containsExactly(START, later, later, later);
        }
    }

    @Test
    void recording_times_do_not_fall_within_a_batch_either() throws SQLException {
        try (TestLog test = TestLog.simulated(database, Sample.TYPES, Sample.HEADERS, START);
                Connection connection = database.command().getConnection()) {
            Instant later = START.plusSeconds(10);
            new LogWriter()
                    .append(
                            connection,
                            List.of(dated("Note-a", later), dated("Note-b", START), dated("Note-c", null)),
                            0);
            assertThat(test.log().readAfter(1, 10))
                    .extracting(StoredEvent::recordedAt)
                    .containsExactly(later, later, later);
        }
    }

    private static EncodedRequest dated(String stream, @Nullable Instant simulated) {
        return EncodedRequest.of(request("test", UUID.randomUUID(), simulated, events(stream, 0, "a")), Sample.CODEC);
    }

    @Test
    void a_simulated_time_does_not_lie_ahead() {
        try (TestLog test = TestLog.simulated(database, Sample.TYPES, Sample.HEADERS, START)) {
            assertThatThrownBy(() -> test.appendAt(Instant.now().plusSeconds(60), "Note-a", note("tomorrow's")))
                    .hasMessageContaining("TIME");
        }
    }

    @Test
    void the_simulation_ends_once_for_ever() {
        try (TestLog test = TestLog.simulated(database, Sample.TYPES, Sample.HEADERS, START)) {
            test.append("Note-a", note("a0"));
            Instant before = Instant.now().minusSeconds(1);
            assertThat(LogSchema.endSimulation(database.command())).isTrue();
            assertThat(LogSchema.endSimulation(database.command())).isFalse();
            assertThat(LogSchema.openSimulated(database.command(), START)).isEqualTo(ClockMode.SYSTEM);

            StoredEvent ended = test.log().readAfter(2, 10).getFirst();
            assertThat(ended.type()).isEqualTo("log.SimulationEnded");
            assertThat(ended.payload()).isEqualTo(new LogEvent.SimulationEnded());
            assertThat(ended.payloadBytes()).isEqualTo(Sample.CODEC.encode(ended.payload()));
            assertThat(ended.recordedAt()).isAfter(before);
            assertThatThrownBy(() -> test.appendAt(START, "Note-a", note("too late")))
                    .hasMessageContaining("TIME");
            test.append("Note-a", note("by the system's clock"));
            assertThat(test.log().clock().simulated()).isFalse();
            assertThat(test.log().clock().now()).isAfter(before);
        }
    }

    @Test
    void positions_at_an_instant_count_what_was_recorded_by_then() {
        try (TestLog test = TestLog.simulated(database, Sample.TYPES, Sample.HEADERS, START)) {
            for (int day = 1; day <= 9; day++) {
                test.appendAt(START.plusSeconds(86_400L * (day / 2)), "Note-a", note("day " + day / 2));
            }
            assertThat(List.of(-1, 0, 1, 2, 4, 400).stream()
                            .map(day -> test.log().positionAt(START.plusSeconds(86_400L * day))))
                    .containsExactly(0L, 2L, 4L, 6L, 10L, 10L);
            assertThat(test.log().positionAt(START.plusSeconds(86_400).minusNanos(1_000)))
                    .isEqualTo(2);
        }
    }

    @Test
    void a_log_that_was_never_opened_has_no_clock_and_takes_no_events() {
        try (LogTail tail = new LogTail(database.query())) {
            var log = new PostgresEventLog(database.query(), Sample.TYPES, Sample.CODEC, tail);
            assertThat(log.head()).isZero();
            assertThatThrownBy(() -> log.clock().now()).hasMessageContaining("not open");
        }
    }
}
