package org.minqing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.log.Sample.request;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Two appenders under random requests at the same time, beside a plain model of what a log is. */
class LogPropertyTest {
    private static final int STREAMS = 4;
    private static final int[] BESIDE = {0, 0, 0, 0, 0, 0, 0, 0, -1, 1};

    private static final TestDatabase database = opened();
    private static final LogTail tail = new LogTail(database.query());
    private static final PostgresEventLog log =
            new PostgresEventLog(database.query(), Sample.TYPES, Sample.CODEC, tail);
    private static final List<Appender> appenders = List.of(appender(), appender());
    private static final ExecutorService callers = Executors.newCachedThreadPool();
    private static int tries;

    private static TestDatabase opened() {
        TestDatabase database = TestDatabase.create();
        LogSchema.open(database.command());
        return database;
    }

    private static Appender appender() {
        return Sample.appender(database.pool(TestDatabase.COMMAND, 2), tail);
    }

    @AfterAll
    static void stop() {
        callers.shutdownNow();
        appenders.forEach(Appender::close);
        tail.close();
        database.close();
    }

    /**
     * One request: through one of the appenders, some events to one or two streams, at where the stream stood when its round
     * began or beside it, under one of few keys or a fresh one.
     */
    record Ask(int appender, int stream, int other, int events, int beside, int key) {}

    @Test
    void every_history_is_one_the_model_allows() {
        Seeds.each(150, random -> allowed(rounds(random)));
    }

    private static void allowed(List<List<Ask>> rounds) throws Exception {
        String prefix = "Note-" + tries++ + "-";
        long before = log.head();
        var model = new Model();
        for (List<Ask> round : rounds) {
            Map<String, Long> stood = Map.copyOf(model.next);
            var answers = new ArrayList<Future<Answer>>();
            for (Ask ask : round) {
                AppendRequest request = plan(ask, prefix, stood);
                answers.add(callers.submit(() -> answer(appenders.get(ask.appender()), request)));
            }
            var accepted = new ArrayList<Answer>();
            var refused = new ArrayList<Answer>();
            for (Future<Answer> answer : answers) {
                (answer.get().refusal() == null ? accepted : refused).add(answer.get());
            }
            accepted.sort(Comparator.comparingLong(Answer::position));
            accepted.forEach(model::accept);
            refused.forEach(answer -> model.mustHaveRefused(answer, stood));
        }
        assertThat(log.readAfter(before, 10_000).stream()
                        .map(event -> event.position() + " " + event.stream() + " " + event.sequence() + " "
                                + event.eventId()))
                .containsExactlyElementsOf(model.written);
        assertThat(log.head()).isEqualTo(before + model.written.size());
    }

    private record Answer(
            AppendRequest request, long position, @Nullable Class<?> refusal) {}

    private static Answer answer(Appender appender, AppendRequest request) {
        try {
            return new Answer(request, appender.append(request), null);
        } catch (ConcurrencyException | DuplicateCommand e) {
            return new Answer(request, 0, e.getClass());
        }
    }

    private static AppendRequest plan(Ask ask, String prefix, Map<String, Long> stood) {
        var planned = new ArrayList<Sample.Planned>();
        for (int stream :
                ask.other() == ask.stream() ? new int[] {ask.stream()} : new int[] {ask.stream(), ask.other()}) {
            String name = prefix + stream;
            long next = Math.max(0, stood.getOrDefault(name, 0L) + ask.beside());
            for (int i = 0; i < ask.events(); i++) {
                planned.add(new Sample.Planned(name, next + i, "text"));
            }
        }
        UUID key = ask.key() < 3 ? new UUID(tries, ask.key()) : UUID.randomUUID();
        return request("test", key, null, planned);
    }

    /** Where each stream stands, which keys are used, what was written. */
    private static final class Model {
        final Map<String, Long> next = new HashMap<>();
        final Set<UUID> keys = new HashSet<>();
        final List<String> written = new ArrayList<>();
        long position = log.head();

        void accept(Answer answer) {
            assertThat(answer.position()).as("dense positions").isEqualTo(position + 1);
            assertThat(keys.add(answer.request().commandId()))
                    .as("a key of its own")
                    .isTrue();
            for (NewEvent event : answer.request().events()) {
                assertThat(event.sequence()).isEqualTo(next.getOrDefault(event.stream(), 0L));
                next.merge(event.stream(), 1L, Long::sum);
                written.add(++position + " " + event.stream() + " " + event.sequence() + " " + event.eventId());
            }
        }

        /** Streams only grow, so a refusal is right if it was right when the round began or when it ended. */
        void mustHaveRefused(Answer answer, Map<String, Long> stood) {
            if (answer.refusal() == DuplicateCommand.class) {
                assertThat(keys).contains(answer.request().commandId());
            } else {
                var first = new HashMap<String, Long>();
                answer.request().events().forEach(event -> first.putIfAbsent(event.stream(), event.sequence()));
                assertThat(first)
                        .anySatisfy((stream, sequence) -> assertThat(
                                        List.of(stood.getOrDefault(stream, 0L), next.getOrDefault(stream, 0L)))
                                .isNotEqualTo(List.of(sequence, sequence)));
            }
        }
    }

    /** Up to five rounds of up to eight; four in five ask to write where the stream stood. */
    private static List<List<Ask>> rounds(Random random) {
        return several(random, 5, () -> several(random, 8, () -> ask(random)));
    }

    private static <T> List<T> several(Random random, int most, Supplier<T> one) {
        return Stream.generate(one).limit(1 + random.nextInt(most)).toList();
    }

    private static Ask ask(Random random) {
        return new Ask(
                random.nextInt(2),
                random.nextInt(STREAMS),
                random.nextInt(STREAMS),
                1 + random.nextInt(3),
                BESIDE[random.nextInt(BESIDE.length)],
                random.nextInt(10));
    }
}
