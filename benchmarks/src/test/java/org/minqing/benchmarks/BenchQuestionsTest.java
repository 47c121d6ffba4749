package org.minqing.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** What the database reads for each question of the benchmark, never how long that takes. */
class BenchQuestionsTest {
    private static final int EVENTS = 2_000;
    private static final int HOUSEHOLDS = 20;
    private static final int PAGE = 10;

    /** What reads more of a longer ledger as yet; whoever mends one of them takes it out. */
    private static final Set<String> GROWING = Set.of(
            "activities",
            "audit",
            "audit of a cadre",
            "audit of a day",
            "audit of a household",
            "audit of a link point",
            "audit of an actor",
            "concerns",
            "concerns open",
            "coverage",
            "dashboard, township",
            "dashboard, village",
            "disputes",
            "evidence, county",
            "evidence, prefecture",
            "evidence, village",
            "figure by kind",
            "findings",
            "findings of a county",
            "findings of a village",
            "funds",
            "item of cadres",
            "item of concerns",
            "item of funds",
            "item of link-points",
            "item of projects",
            "item of visits",
            "postings",
            "projects",
            "rectifications",
            "sealed figures",
            "tasks",
            "tasks of a county",
            "tasks of a village",
            "tasks overdue",
            "tasks, a secretary's",
            "tasks, mine",
            "timeline of cadres",
            "timeline of concerns",
            "timeline of funds",
            "timeline of households",
            "timeline of link-points",
            "timeline of projects",
            "timeline of visits",
            "visits",
            "visits of a cadre",
            "visits of a county",
            "visits of a household",
            "visits of a village",
            "visits voided",
            "DQ02",
            "DQ05",
            "DQ07",
            "DQ08",
            "DQ15",
            "DQ16",
            "DQ18",
            "DQ19",
            "DQ20",
            "DQ22",
            "DQ26",
            "DQ27",
            "DQ28",
            "DQ30",
            "DQ40",
            "DQ46",
            "DQ47",
            "DQ52");

    @Test
    void no_other_question_of_today_reads_more_of_four_times_the_ledger() throws Exception {
        Map<String, TimeOfQuestions.Taken> few = asked(EVENTS);
        Map<String, String> grown = new TreeMap<>();
        asked(4 * EVENTS).forEach((name, many) -> {
            TimeOfQuestions.Seen before = Objects.requireNonNull(few.get(name)).seen();
            double now = many.seen().now();
            if (now > before.now() * 2 + 500 && !GROWING.contains(name)) {
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
