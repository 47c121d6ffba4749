package org.minqing.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What the database reads for each question of the benchmark, never how long that takes. On tables so small the planner takes now this way and
 * now that, so it is left to the long form; {@code RowsOfPagesTest}, {@code RowsReadTest}, {@code ScansTest} and {@code DashboardPlanTest}
 * hold the same in every build.
 */
@Tag("long")
class BenchQuestionsTest {
    private static final int EVENTS = 2_000;
    private static final int HOUSEHOLDS = 20;
    private static final int PAGE = 10;

    /** What reads more of a longer ledger as yet; whoever mends one of them takes it out. */
    private static final Set<String> GROWING = Set.of(
            "assessment of a period",
            "dashboard, township",
            "dashboard, village",
            "DQ01",
            "DQ06",
            "DQ07",
            "DQ08",
            "DQ18",
            "DQ19",
            "DQ28",
            "DQ30",
            "DQ40",
            "DQ47",
            "DQ52",
            "evidence, village",
            "figure by kind",
            "findings",
            "findings of a county",
            "findings of a village",
            "visits of a cadre");

    @Test
    void no_other_question_of_today_reads_more_of_four_times_the_ledger() throws Exception {
        Map<String, TimeOfQuestions.Taken> few = asked(EVENTS);
        Map<String, String> grown = new TreeMap<>();
        asked(4 * EVENTS).forEach((name, many) -> {
            TimeOfQuestions.Seen before = Objects.requireNonNull(few.get(name)).seen();
            double now = many.seen().now();
            if (now > before.now() * 2 + 1_000 && !GROWING.contains(name)) {
                grown.put(name, Math.round(before.now()) + " -> " + Math.round(now) + ", " + before.tables());
            }
        });
        assertThat(grown).isEmpty();
    }

    private static Map<String, TimeOfQuestions.Taken> asked(int events) throws Exception {
        try (TimeOfQuestions questions = new TimeOfQuestions()) {
            questions.fill(events, HOUSEHOLDS, new Report("Filling"));
            // so small that reading whole tables would be cheapest
            questions.withoutScans();
            try (ConfigurableApplicationContext context = questions.started()) {
                return questions.ask(context, 1, 0, PAGE, new Report("Questions"));
            }
        }
    }
}
