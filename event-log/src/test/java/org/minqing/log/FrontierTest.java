package org.minqing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.minqing.log.Sample.note;
import static org.minqing.log.Sample.request;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrontierTest {
    private final TestDatabase database = TestDatabase.create();
    private final TestLog elsewhere = TestLog.open(database, Sample.TYPES, Sample.HEADERS);
    private final LogTail tail = new LogTail(database.command());
    private final AtomicInteger reads = new AtomicInteger();
    private final Frontier frontier = new Frontier(counted(elsewhere.log()), tail);
    private final Appender appender = new Appender(database.command(), Sample.CODEC, tail, frontier);
    private final List<StoredEvent> told = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService callers = Executors.newFixedThreadPool(8);

    @AfterEach
    void drop() {
        callers.shutdownNow();
        appender.close();
        tail.close();
        elsewhere.close();
        database.close();
    }

    @Test
    void what_is_appended_here_is_known_before_the_answer_and_never_read() {
        frontier.position();
        frontier.follow(told::addAll);
        long position = appender.append(request("Note-a", 0, "one", "two"));
        assertThat(frontier.position()).isEqualTo(position + 1);
        assertThat(told).hasSize(2);
        assertThat(reads).hasValue(0);
        assertThat(told)
                .as("as the log holds it, byte for byte")
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyElementsOf(elsewhere.log().readRange(position, position + 1));
    }

    @Test
    void what_others_append_comes_by_itself() {
        frontier.position();
        frontier.follow(told::addAll);
        long position = elsewhere.append("Note-a", note("one")).getFirst().position();
        await().until(frontier::position, known -> known >= position);
        assertThat(told).extracting(StoredEvent::position).containsExactly(position);
    }

    @Test
    void who_catches_up_knows_what_was_there_before_he_asked() {
        LogTail deaf = new LogTail(database.command(), 1_000_000);
        try {
            Frontier behind = new Frontier(elsewhere.log(), deaf);
            long begun = behind.position();
            elsewhere.append("Note-a", note("one"));
            assertThat(behind.position()).isEqualTo(begun);
            behind.catchUp();
            assertThat(behind.position()).isEqualTo(begun + 1);
            assertThat(behind.length("Note-a")).isEqualTo(1);
            assertThat(behind.grown("Note", begun)).isTrue();
            assertThat(behind.grown("Note", begun + 1)).isFalse();
            assertThat(behind.grown("Other", begun)).isFalse();
            assertThat(behind.grown("Other", begun - 1))
                    .as("of before it knows nothing")
                    .isTrue();
        } finally {
            deaf.close();
        }
    }

    @Test
    void every_event_is_told_once_and_in_order_whoever_appends() throws InterruptedException {
        long begun = frontier.position();
        frontier.follow(told::addAll);
        for (int i = 0; i < 8; i++) {
            String stream = "Note-" + i;
            callers.submit(() -> {
                for (int n = 0; n < 40; n++) {
                    appender.append(request(stream, n, "here"));
                }
            });
        }
        for (int n = 0; n < 100; n++) {
            elsewhere.append("Note-elsewhere", note("there"));
        }
        callers.shutdown();
        assertThat(callers.awaitTermination(90, TimeUnit.SECONDS)).isTrue();
        frontier.catchUp();
        assertThat(told)
                .extracting(StoredEvent::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(begun + 1, begun + 420).boxed().toList());
        assertThat(elsewhere.log().head()).isEqualTo(frontier.position());
    }

    private EventLog counted(EventLog log) {
        return (EventLog) Proxy.newProxyInstance(
                EventLog.class.getClassLoader(), new Class<?>[] {EventLog.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("read")) {
                        reads.incrementAndGet();
                    }
                    return method.invoke(log, arguments);
                });
    }
}
