package org.minqing.command.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final LocalDate MAY = LocalDate.of(2012, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2012, 6, 1);

    @Test
    void nothing_holds_before_the_first_day() {
        assertThat(Timeline.<String>empty().with(MAY, "a").on(MAY.minusDays(1))).isEmpty();
    }

    @Test
    void a_late_entry_takes_its_place_by_day() {
        Timeline<String> timeline = Timeline.<String>empty().with(JUNE, "b").with(MAY, "a");
        assertThat(timeline.on(JUNE.minusDays(1))).contains("a");
        assertThat(timeline.on(JUNE)).contains("b");
    }

    @Test
    void of_two_entries_of_one_day_the_later_entered_holds() {
        assertThat(Timeline.<String>empty().with(MAY, "a").with(MAY, "b").on(MAY))
                .contains("b");
    }
}
