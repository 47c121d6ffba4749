package org.minqing.query.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.minqing.log.Seeds;
import org.minqing.query.Twins;
import org.minqing.query.Village;
import org.minqing.query.platform.view.Measure;

/**
 * Link points, visits and funds at random (asOf, knownAt), over random histories with late, voided and corrected events, against
 * what the events say when they are read plainly. Each figure is also computed again from the evidence it names.
 */
class FeatureHistoriesTest {
    private static final List<String> MEASURES = List.of(
            "M04", "M05", "M06", "M14", "M15", "M16", "M16C", "M26", "M20", "M20b", "M20C", "M27", "M09", "M10", "M22",
            "M08", "M35", "A03", "M12", "M12P", "M13");

    @AfterAll
    static void every_stream_told_again_is_the_same() {
        Village.rebuild();
    }

    @Test
    void states_and_figures_are_what_the_events_say() {
        Seeds.each(5, FeatureHistoriesTest::probed);
    }

    @Test
    void in_memory_the_same_is_counted_and_told() {
        Seeds.each(1, random -> {
            RandomHistory history = new RandomHistory(random, 60);
            long first = history.events.getFirst().position();
            long last = history.events.getLast().position();
            Twins twins = new Twins(history.village.server(), history.village.county);
            String day = RandomHistory.FIRST.plusDays(random.nextInt(30)).toString();
            twins.count(day, last);
            twins.list(day, first + random.nextInt((int) (last - first) + 1));
        });
    }

    private static void probed(Random random) {
        RandomHistory history = new RandomHistory(random, 40 + random.nextInt(40));
        long first = history.events.getFirst().position();
        long last = history.events.getLast().position();
        for (int probe = 0; probe < 6; probe++) {
            LocalDate day = RandomHistory.FIRST.plusDays(random.nextInt(RandomHistory.DAYS + 12) - 1);
            long position = first + random.nextInt((int) (last - first) + 1);
            HistoryOracle told = new HistoryOracle(history.events, day, position);
            figures(history, told, day, position);
            overlaps(history, told, day, position);
            states(history, told, day, position);
        }
        every_measure(history.village, RandomHistory.FIRST.plusDays(random.nextInt(40)), last);
    }

    /** In the county and in a village, over all programmes and in one. */
    private static void figures(RandomHistory history, HistoryOracle told, LocalDate day, long position) {
        Village village = history.village;
        for (String measure : MEASURES) {
            for (String division : List.of(village.county, village.id, village.other)) {
                assertThat(village.figureIn(division, measure, day.toString(), position))
                        .as("%s of %s on %s at %d", measure, division, day, position)
                        .isEqualTo(plain(told.within(division, null).figure(measure, Village.LAUNCH)));
            }
            String programme = history.second.toString();
            assertThat(village.figure(measure, day.toString(), position, "programme", programme))
                    .as("%s of the second programme on %s at %d", measure, day, position)
                    .isEqualTo(plain(told.within(village.county, history.second).figure(measure, Village.LAUNCH)));
        }
    }

    /** Where more than one report is added up, and only there, the figure says so. */
    private static void overlaps(RandomHistory history, HistoryOracle told, LocalDate day, long position) {
        Village village = history.village;
        for (String measure : List.of("M12", "M12P", "M13")) {
            for (String division : List.of(village.county, village.id, village.other)) {
                int reports = told.within(division, null)
                        .benefits(measure, Village.LAUNCH)
                        .size();
                assertThat(village.ask(
                                        "/v1/figures",
                                        day.toString(),
                                        position,
                                        "measure",
                                        measure,
                                        "division",
                                        division)
                                .json()
                                .path("mayOverlap")
                                .path("reports")
                                .asInt(0))
                        .as("%s of %s on %s at %d", measure, division, day, position)
                        .isEqualTo(reports < 2 ? 0 : reports);
            }
        }
    }

    private static String plain(String number) {
        var value = new java.math.BigDecimal(number);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static void states(RandomHistory history, HistoryOracle told, LocalDate day, long position) {
        HistoryOracle ever = new HistoryOracle(history.events, LocalDate.MAX, Long.MAX_VALUE);
        compare(history.village, "Link", ever.links(), told.links(), day, position, "status");
        compare(history.village, "Card", ever.cards(), told.cards(), day, position, "status");
        compare(history.village, "Visit", ever.visits(), told.visits(), day, position, "householdId", "cadreIds");
        boolean opened = !day.isBefore(RandomHistory.FIRST) && position >= history.opened;
        assertThat(history.village.state(
                        "Fund", history.fund, day.toString(), position, "received", "inKind", "allocated", "paid"))
                .as("the fund on %s at %d", day, position)
                .isEqualTo(opened ? told.book() : "-");
    }

    private static void compare(
            Village village,
            String type,
            Map<UUID, String> ever,
            Map<UUID, String> told,
            LocalDate day,
            long position,
            String... fields) {
        for (UUID id : new TreeSet<>(ever.keySet())) {
            assertThat(village.state(type, id, day.toString(), position, fields))
                    .as("%s %s on %s at %d", type, id, day, position)
                    .isEqualTo(told.getOrDefault(id, "-"));
        }
    }

    /** Whether or not anybody feeds it: a figure is its aggregation over its evidence. */
    private static void every_measure(Village village, LocalDate day, long position) {
        for (Measure measure : village.side.catalogue().all()) {
            String value = village.figure(measure.id(), day.toString(), position);
            switch (measure.aggregation()) {
                case SUM, LEVEL, DISTINCT -> assertThat(value).as(measure.id()).isNotEqualTo("null");
                case DATE, SETTING, RATIO -> assertThat(value).as(measure.id()).isNotEmpty();
            }
        }
    }
}
