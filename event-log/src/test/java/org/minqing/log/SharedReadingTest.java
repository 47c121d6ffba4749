package org.minqing.log;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minqing.log.Sample.note;
import static org.minqing.log.Sample.request;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two that go along the log in the process that appends, as policies and projection do: neither reads an event from the log again. */
class SharedReadingTest {
    private final TestDatabase database = TestDatabase.create();
    private final TestLog elsewhere = TestLog.open(database, Sample.TYPES, Sample.HEADERS);
    private final LogTail tail = new LogTail(database.query(), 100, new RecentEvents(64, 1_000_000));
    private final ConcurrentLinkedQueue<StoredEvent> read = new ConcurrentLinkedQueue<>();
    private final EventLog log = watched(elsewhere.log());
    private final Frontier frontier = new Frontier(log, tail);
    private final Appender appender = new Appender(database.command(), Sample.CODEC, tail, frontier);
    private final LogMessageSource source = new LogMessageSource(log, tail);
    private BlockingStream<TrackedEventMessage<?>> policies;
    private BlockingStream<TrackedEventMessage<?>> projection;

    @BeforeEach
    void start() {
        frontier.catchUp();
        policies = source.openStream(source.createHeadToken());
        projection = source.openStream(source.createHeadToken());
        assertThat(policies.peek()).isEmpty();
        assertThat(projection.peek()).isEmpty();
        read.clear();
    }

    @AfterEach
    void drop() {
        policies.close();
        projection.close();
        appender.close();
        tail.close();
        elsewhere.close();
        database.close();
    }

    @Test
    void whoever_is_slower_than_what_is_held_gets_everything_in_order_all_the_same() throws InterruptedException {
        for (int i = 0; i < 40; i++) {
            appender.append(request("Note-a", 2 * i, "one", "two"));
        }
        assertThat(next(policies, 80)).containsExactlyElementsOf(positions(2, 81));
        assertThat(read).isNotEmpty();
        assertThat(next(projection, 80)).containsExactlyElementsOf(positions(2, 81));
    }

    @Test
    void both_take_in_at_once_what_is_appended_here_and_nothing_is_read() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            appender.append(request("Note-a", i, "one"));
            assertThat(next(policies, 1)).containsExactly(2L + i);
            assertThat(next(projection, 1)).containsExactly(2L + i);
        }
        assertThat(read).isEmpty();
    }

    @Test
    void what_another_process_appends_is_read_once_and_in_its_place() throws InterruptedException {
        try (LogTail foreign = new LogTail(database.command());
                Appender theirs = new Appender(
                        database.command(), Sample.CODEC, foreign, new Frontier(elsewhere.log(), foreign))) {
            for (int i = 0; i < 20; i++) {
                appender.append(request("Note-a", i, "here"));
                theirs.append(request("Note-b", 2 * i, "there", "there"));
            }
            appender.append(request("Note-a", 20, "here"));
        }
        assertThat(next(policies, 61)).containsExactlyElementsOf(positions(2, 62));
        assertThat(next(projection, 61)).containsExactlyElementsOf(positions(2, 62));
        assertThat(read)
                .extracting(StoredEvent::stream)
                .as("each of theirs once, none of our own")
                .containsOnly("Note-b")
                .hasSize(40);
    }

    @Test
    void an_append_that_was_refused_leaves_no_trace() throws InterruptedException {
        appender.append(request("Note-a", 0, "one"));
        assertThatThrownBy(() -> appender.append(request("Note-a", 0, "another")))
                .isInstanceOf(ConcurrencyException.class);
        appender.append(request("Note-a", 1, "two"));
        List<Object> payloads = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            assertThat(projection.hasNextAvailable(90, SECONDS)).isTrue();
            payloads.add(projection.nextAvailable().getPayload());
        }
        assertThat(payloads).containsExactly(note("one"), note("two"));
        assertThat(projection.hasNextAvailable()).isFalse();
    }

    @Test
    void whoever_starts_again_from_where_he_stood_gets_the_rest_from_the_log() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            appender.append(request("Note-a", i, "one"));
        }
        try (BlockingStream<TrackedEventMessage<?>> again = source.openStream(new GlobalSequenceTrackingToken(3))) {
            assertThat(next(again, 98)).containsExactlyElementsOf(positions(4, 101));
        }
        try (LogTail fresh = new LogTail(database.query());
                BlockingStream<TrackedEventMessage<?>> restarted =
                        new LogMessageSource(log, fresh).openStream(new GlobalSequenceTrackingToken(50))) {
            assertThat(next(restarted, 51)).containsExactlyElementsOf(positions(51, 101));
        }
    }

    private static List<Long> next(BlockingStream<TrackedEventMessage<?>> stream, int count)
            throws InterruptedException {
        List<Long> positions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            assertThat(stream.hasNextAvailable(90, SECONDS)).isTrue();
            positions.add(stream.nextAvailable().trackingToken().position().orElseThrow());
        }
        return positions;
    }

    private static List<Long> positions(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private EventLog watched(EventLog log) {
        return (EventLog) Proxy.newProxyInstance(
                EventLog.class.getClassLoader(), new Class<?>[] {EventLog.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(log, arguments);
                    if (method.getName().startsWith("read") && answer instanceof List<?> events) {
                        events.forEach(event -> read.add((StoredEvent) event));
                    }
                    return answer;
                });
    }
}
