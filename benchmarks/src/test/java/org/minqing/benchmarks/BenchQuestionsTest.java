package org.minqing.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** What the database reads for each question of the benchmark, never how long that takes. */
class BenchQuestionsTest {
    private static final int EVENTS = 4_000;
    private static final int HOUSEHOLDS = 20;
    private static final int PAGE = 10;

    @Test
    void no_question_reads_more_of_four_times_the_ledger() throws Exception {
        Map<String, TimeOfQuestions.Taken> few = asked(EVENTS);
        Map<String, String> grown = new TreeMap<>();
        asked(4 * EVENTS).forEach((name, many) -> {
            TimeOfQuestions.Seen before = Objects.requireNonNull(few.get(name)).seen();
            grown(grown, name + " now", before.now(), many.seen().now(), many.seen());
            grown(grown, name + " then", before.then(), many.seen().then(), many.seen());
        });
        assertThat(grown).isEmpty();
    }

    private static void grown(
            Map<String, String> grown, String name, double before, double now, TimeOfQuestions.Seen seen) {
        if (now > before * 3 / 2 + 300) {
            grown.put(name, Math.round(before) + " -> " + Math.round(now) + ", " + seen.tables());
        }
    }

    private static Map<String, TimeOfQuestions.Taken> asked(int events) throws Exception {
        try (TimeOfQuestions questions = new TimeOfQuestions()) {
            questions.fill(events, HOUSEHOLDS, new Report("Filling"));
            // so small that reading whole tables would be cheapest
            questions.withoutScans();
            try (ConfigurableApplicationContext context = questions.started()) {
                return questions.ask(context, 0, PAGE, new Report("Questions"));
            }
        }
    }
}
