package org.minqing.log;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.minqing.log.Sample.note;
import static org.minqing.log.Sample.request;

import java.sql.Connection;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reader's side of another process: its tail shares nothing with the one that appends. */
class LogStreamTest {
    private final TestDatabase database = TestDatabase.create();
    private final TestLog writer = TestLog.open(database, Sample.TYPES, Sample.HEADERS);
    private LogTail tail;
    private LogMessageSource source;

    @BeforeEach
    void start() {
        tail = new LogTail(database.query());
        source = new LogMessageSource(new PostgresEventLog(database.query(), Sample.TYPES, Sample.CODEC, tail), tail);
    }

    @AfterEach
    void drop() {
        tail.close();
        writer.close();
        database.close();
    }

    @Test
    void goes_along_the_whole_log_in_order() throws InterruptedException {
        Object[] notes = new Object[1_200];
        Arrays.setAll(notes, i -> note("a" + i));
        writer.append("Note-a", notes);
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(null)) {
            for (long position = 1; position <= 1_201; position++) {
                assertThat(stream.nextAvailable().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(position));
            }
            assertThat(stream.hasNextAvailable()).isFalse();
            assertThat(stream.peek()).isEmpty();
        }
    }

    @Test
    void waits_for_the_next_event_and_no_longer() throws InterruptedException {
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(source.createHeadToken())) {
            assertThat(stream.hasNextAvailable(10, MILLISECONDS)).isFalse();
            writer.append("Note-a", note("a0"));
            assertThat(stream.hasNextAvailable(90, SECONDS)).isTrue();
            assertThat(stream.peek())
                    .hasValueSatisfying(event -> assertThat(event.getPayload()).isEqualTo(note("a0")));
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(note("a0"));
        }
    }

    @Test
    void calls_back_when_another_process_has_appended() throws InterruptedException {
        try (LogTail listening = new LogTail(database.query(), 3_600_000); // never by its own poll
                LogTail elsewhere = new LogTail(database.command());
                Appender appender = Sample.appender(database.command(), elsewhere);
                BlockingStream<TrackedEventMessage<?>> stream = new LogMessageSource(
                                new PostgresEventLog(database.query(), Sample.TYPES, Sample.CODEC, listening),
                                listening)
                        .openStream(source.createHeadToken())) {
            assertThat(stream.hasNextAvailable()).isFalse();
            await().until(() -> listening.seen().position() == 1);
            var calls = new AtomicInteger();
            assertThat(stream.setOnAvailableCallback(calls::incrementAndGet)).isTrue();
            int before = calls.get();
            for (int i = 0; i < 5; i++) {
                appender.append(request("Note-a", i, "a"));
                assertThat(stream.hasNextAvailable(90, SECONDS)).isTrue();
                stream.nextAvailable();
            }
            // one more where the log was first seen only now
            await().until(() -> calls.get() - before >= 5);
        }
    }

    @Test
    void many_appends_at_once_are_told_by_few_notifications() throws Exception {
        try (Connection listener = database.query().getConnection();
                LogNotifier notifier = new LogNotifier(new DirectConnections(database.command()), tail)) {
            listener.createStatement().execute("listen " + LogTail.CHANNEL);
            for (int i = 0; i < 10_000; i++) {
                notifier.appended();
            }
            PGConnection notifications = listener.unwrap(PGConnection.class);
            int told = 0;
            for (var some = notifications.getNotifications(90_000);
                    some != null && some.length > 0;
                    some = notifications.getNotifications(500)) {
                told += some.length;
            }
            assertThat(told).isBetween(1, 1_000);
        }
    }

    @Test
    void a_broken_listening_connection_is_rebuilt() throws InterruptedException {
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(source.createHeadToken())) {
            assertThat(stream.hasNextAvailable()).isFalse();
            await().until(() -> tail.seen().position() == 1);
            JdbcClient owner = JdbcClient.create(database.pool("postgres", 1));
            int killed = owner.sql("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                            + " where datname = current_database() and application_name = 'minqing log tail'"
                            + " and usename = 'minqing_query'")
                    .query(Integer.class)
                    .single();
            assertThat(killed).isGreaterThanOrEqualTo(1);
            writer.append("Note-a", note("after the break"));
            assertThat(stream.hasNextAvailable(90, SECONDS)).isTrue();
        }
    }

    @Test
    void listeners_hear_of_growth_until_they_are_closed() throws Exception {
        EventLog log = new PostgresEventLog(database.query(), Sample.TYPES, Sample.CODEC, tail);
        var heard = new AtomicInteger();
        AutoCloseable failing = log.onAppended(() -> {
            throw new IllegalStateException("a listener that fails");
        });
        AutoCloseable listening = log.onAppended(heard::incrementAndGet);
        writer.append("Note-a", note("a0"));
        await().until(() -> heard.get() >= 1);
        seen("a1");
        seen("a2");
        listening.close();
        failing.close();
        // the growth that was being told when they were closed is told when the next is seen
        seen("a3");
        int told = heard.get();
        assertThat(told).isGreaterThanOrEqualTo(2);
        seen("a4");
        seen("a5");
        assertThat(heard.get()).isEqualTo(told);
    }

    private void seen(String text) {
        long position = writer.append("Note-a", note(text)).getLast().position();
        await().until(() -> tail.seen().position() == position);
    }
}
