package org.minqing.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.Gazetteer.Place;
import org.minqing.events.division.DivisionEvent.DivisionRecoded;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.DivisionRenamed;
import org.minqing.events.division.Naming;

class GazetteerTest {
    private static final LocalDate START = LocalDate.of(2011, 1, 1);
    private static final LocalDate LATE = LocalDate.of(2014, 3, 1);
    private static final LocalDate RECODED = LocalDate.of(2016, 8, 1);

    private final Gazetteer gazetteer = new Gazetteer();

    @BeforeEach
    void a_county_recoded_and_renamed() {
        gazetteer.add(new DivisionRegistered("530328", "5303", "530328", "沾益县", START));
        gazetteer.add(new DivisionRecoded("530328", "5303", "530328", "530303", "沾益县", "沾益县", RECODED));
        gazetteer.add(new DivisionRenamed("530328", "5303", "沾益县", "沾益区", RECODED.plusDays(1)));
    }

    @Test
    void a_late_recoding_holds_until_the_next_and_no_longer() {
        gazetteer.add(new DivisionRecoded("530328", "5303", "530328", "530304", "沾益县", "霑益县", LATE));
        assertThat(on(LATE.minusDays(1))).isEqualTo(new Naming("530328", "沾益县"));
        assertThat(on(LATE)).isEqualTo(new Naming("530304", "霑益县"));
        assertThat(on(RECODED.minusDays(1))).isEqualTo(new Naming("530304", "霑益县"));
        // the recoding gave no other name
        assertThat(on(RECODED)).isEqualTo(new Naming("530303", "霑益县"));
        assertThat(on(RECODED.plusDays(1))).isEqualTo(new Naming("530303", "沾益区"));
    }

    @Test
    void a_renaming_keeps_a_code_that_was_entered_late() {
        gazetteer.add(new DivisionRecoded("530328", "5303", "530303", "530305", "沾益县", "沾益县", RECODED));
        assertThat(on(RECODED.plusDays(1))).isEqualTo(new Naming("530305", "沾益区"));
    }

    @Test
    void a_code_means_who_bears_it_on_the_day_and_else_who_bore_it_nearest() {
        gazetteer.add(new DivisionRecoded("530328", "5303", "530328", "530304", "沾益县", "沾益县", LATE));
        gazetteer.add(new DivisionRegistered("530399", "5303", "530304", "别县", RECODED.plusYears(1)));
        assertThat(found("530304", LATE)).isEqualTo("530328");
        assertThat(found("530304", START)).isEqualTo("530328");
        assertThat(found("530304", RECODED)).isEqualTo("530328");
        assertThat(found("530304", RECODED.plusMonths(11))).isEqualTo("530399");
        assertThat(found("530304", RECODED.plusYears(2))).isEqualTo("530399");
    }

    @Test
    void a_code_somebody_bears_today_comes_before_the_id_of_another() {
        gazetteer.add(new DivisionRegistered("A30328", "5303", "530328", "另一县", RECODED.plusYears(1)));
        assertThat(found("530328", START)).isEqualTo("530328");
        assertThat(found("530328", RECODED)).isEqualTo("530328");
        assertThat(found("530328", RECODED.plusYears(1))).isEqualTo("A30328");
    }

    private Naming on(LocalDate day) {
        return gazetteer.place("530328").orElseThrow().namings().on(day).orElseThrow();
    }

    private String found(String code, LocalDate day) {
        return gazetteer.find(code, day).map(Place::id).orElseThrow();
    }
}
