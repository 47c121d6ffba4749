package org.minqing.query.platform.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.events.Qualifier;
import org.minqing.query.platform.view.Measure.Key;
import org.minqing.query.platform.view.Measure.Window;

class StockTest {
    private static final LocalDate DAY = LocalDate.of(2012, 3, 1);
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 2);
    private static final Launches NO_LAUNCH = new Launches(List.of());
    private static final Count VISITED = new Count("M20", Count.Rule.STANDING, Key.HOUSEHOLD, Window.SINCE_LAUNCH);

    private static KeyedFact fact(long position, int day, @Nullable UUID programme, int quantity) {
        return new KeyedFact(
                position, DAY.plusDays(day), programme, "53", null, BigDecimal.valueOf(quantity), Qualifier.EXACT);
    }

    private static List<String> changes(KeyedFact... facts) {
        return new Stock(VISITED, "h")
                .changes(List.of(facts), 0, Long.MAX_VALUE, NO_LAUNCH).stream()
                        .map(row -> row.position() + ": " + row.quantity() + " from day "
                                + DAY.until(row.validOn()).getDays() + " "
                                + (row.programme().equals(StockRow.ALL)
                                        ? "of all"
                                        : row.programme().getMostSignificantBits()))
                        .sorted()
                        .toList();
    }

    @Test
    void an_earlier_visit_told_late_moves_the_day_and_another_changes_nothing() {
        assertThat(changes(fact(1, 9, ONE, 1), fact(2, 4, ONE, 1), fact(3, 5, ONE, 1)))
                .containsExactly("1: 1 from day 9 1", "2: -1 from day 9 1", "2: 1 from day 4 1");
    }

    @Test
    void a_void_of_the_first_visit_leaves_the_later_one() {
        assertThat(changes(fact(1, 4, ONE, 1), fact(2, 9, ONE, 1), fact(3, 4, ONE, -1)))
                .containsExactly("1: 1 from day 4 1", "3: -1 from day 4 1", "3: 1 from day 9 1");
    }

    @Test
    void who_is_visited_in_two_programmes_is_one_where_all_are_asked() {
        assertThat(changes(fact(1, 4, ONE, 1), fact(2, 6, OTHER, 1)))
                .containsExactly("1: 1 from day 4 1", "2: -1 from day 6 of all", "2: 1 from day 6 2");
    }

    @Test
    void what_stands_in_its_programme_may_still_change_what_stands_in_all() {
        assertThat(changes(fact(1, 4, OTHER, -1), fact(2, 4, ONE, 1), fact(3, 4, ONE, 1)))
                .containsExactly("2: -1 from day 4 of all", "2: 1 from day 4 1", "3: 1 from day 4 of all");
    }

    @Test
    void what_changes_alike_at_a_place_and_above_is_written_once() {
        List<String> rows = new Stock(VISITED, "h")
                        .changes(
                                List.of(
                                        at("530301001001", 1, 4, 1),
                                        at("530301001002", 2, 9, 1),
                                        at("530301001001", 3, 4, -1)),
                                0,
                                Long.MAX_VALUE,
                                NO_LAUNCH)
                        .stream()
                        .map(row -> row.position() + ": " + row.quantity() + " from day "
                                + DAY.until(row.validOn()).getDays() + " at " + row.places())
                        .sorted()
                        .toList();
        assertThat(rows)
                .containsExactly(
                        "1: 1 from day 4 at [53, 5303, 530301, 530301001, 530301001001]",
                        "2: 1 from day 9 at [530301001002]",
                        "3: -1 from day 4 at [53, 5303, 530301, 530301001, 530301001001]",
                        "3: 1 from day 9 at [53, 5303, 530301, 530301001]");
    }

    private static KeyedFact at(String division, long position, int day, int quantity) {
        return new KeyedFact(
                position, DAY.plusDays(day), ONE, division, null, BigDecimal.valueOf(quantity), Qualifier.EXACT);
    }

    @Test
    void what_is_of_no_programme_is_of_each() {
        List<String> rows = new ArrayList<>(changes(fact(1, 4, null, 1), fact(2, 6, ONE, 1)));
        assertThat(rows).containsExactly("1: 1 from day 4 0");
    }
}
