package org.minqing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.minqing.log.Sample.events;
import static org.minqing.log.Sample.note;
import static org.minqing.log.Sample.request;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    private Instant recordedBy(SoundClock callers) throws SQLException {
        try (Connection connection = database.command().getConnection()) {
            String stream = "Note-" + UUID.randomUUID();
            return new LogWriter(callers)
                    .append(connection, List.of(dated(stream, null)), 0)
                    .head()
                    .recordedAt();
        }
    }

    @Test
    void the_time_of_the_log_is_what_both_sides_say_and_never_falls() throws SQLException {
        LogSchema.open(database.command());
        Duration leap = Duration.ofDays(400);
        Instant before = Instant.now();
        Instant ahead = recordedBy(new SoundClock(() -> Instant.now().plus(leap), System::nanoTime));
        assertThat(ahead).as("the database does not say so").isBetween(before.minusSeconds(1), Instant.now());
        Instant behind = recordedBy(new SoundClock(() -> Instant.now().minus(leap), System::nanoTime));
        assertThat(behind).as("the caller does not say so").isEqualTo(ahead);
    }

    @Test
    void a_log_that_was_moved_ahead_lets_no_future_days_in_and_is_settled_once() throws SQLException {
        try (TestLog test = TestLog.open(database, Sample.TYPES, Sample.HEADERS)) {
            JdbcClient.create(database.owner())
                    .sql("update log.head set recorded_at = clock_timestamp() + interval '400 days'")
                    .update();
            test.append("Note-a", note("by a wrong clock"));
            await().until(() -> test.log().seen() == 2);
            assertThat(test.log().readAfter(1, 1).getFirst().recordedAt())
                    .isAfter(Instant.now().plus(Duration.ofDays(399)));
            assertThat(test.log().clock().now()).isBefore(Instant.now().plusSeconds(1));

            assertThat(LogSchema.settleClock(database.owner())).isTrue();
            assertThat(LogSchema.settleClock(database.owner())).isFalse();
            test.append("Note-a", note("by the right one"));
            Instant after = Instant.now().plusSeconds(1);
            List<StoredEvent> events = test.log().readAfter(2, 10);
            assertThat(events.getFirst().payload()).isEqualTo(new LogEvent.ClockSettled());
            assertThat(events.getLast().recordedAt()).isBefore(after);
            assertThat(test.log().positionAt(after)).isEqualTo(4);
            assertThat(test.log().positionAt(events.getFirst().recordedAt())).isEqualTo(3);
            assertThat(test.log().positionAt(events.getFirst().recordedAt().minusMillis(1)))
                    .as("what was recorded ahead counts as recorded when it was settled")
                    .isEqualTo(1);
            assertThatThrownBy(() -> JdbcClient.create(database.owner())
                            .sql("update log.head set recorded_at = recorded_at - interval '1 second'")
                            .update())
                    .rootCause()
                    .hasMessageContaining("only moves forward");
        }
    }

    @Test
    void a_process_knows_of_a_leap_between_it_and_the_one_before_it() {
        LogSchema.open(database.command());
        Instant now = Instant.now();
        var first = new SoundClock(() -> now, () -> 1_000);
        new ClockWitness(database.command(), first, "a life").beat(false);

        var leapt = new SoundClock(() -> now.plus(Duration.ofDays(400)), () -> 5_000_001_000L);
        new ClockWitness(database.command(), leapt, "a life").takeUp();
        assertThat(leapt.leapt()).isTrue();
        assertThat(Duration.between(now, leapt.now())).isLessThan(Duration.ofSeconds(6));

        var elsewhere = new SoundClock(() -> now.plus(Duration.ofDays(400)), () -> 7);
        var doubting = new ClockWitness(database.command(), elsewhere, "another life");
        doubting.takeUp();
        assertThat(elsewhere.doubtful()).isTrue();
        assertThat(doubting.beat(false))
                .as("what is doubted is not written down")
                .isFalse();

        var begunAnew = new SoundClock(() -> now, () -> 7);
        new ClockWitness(database.command(), begunAnew, "a life").takeUp();
        assertThat(begunAnew.leapt()).as("a count that began anew").isFalse();

        var soon = new SoundClock(() -> now.plus(Duration.ofDays(30)), () -> 7);
        new ClockWitness(database.command(), soon, "another life").takeUp();
        assertThat(soon.doubtful() || soon.leapt()).isFalse();

        LogSchema.trustClock(database.owner());
        new ClockWitness(database.command(), leapt, "a life").beat(true);
        assertThat(leapt.leapt()).isFalse();
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
