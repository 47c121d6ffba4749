package org.minqing.command.platform.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.TestSealed;
import org.minqing.command.platform.history.Gazetteer.Place;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.division.DivisionEvent;
import org.minqing.events.division.DivisionEvent.DivisionRecoded;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.DivisionRenamed;
import org.minqing.events.division.Naming;

class GazetteerTest {
    private static final LocalDate START = LocalDate.of(2011, 1, 1);
    private static final LocalDate LATE = LocalDate.of(2014, 3, 1);
    private static final LocalDate RECODED = LocalDate.of(2016, 8, 1);
    private static final DivisionEvent.Place COUNTY = new DivisionEvent.Place("530328");
    private static final DivisionEvent.Place OTHER = new DivisionEvent.Place("530399");

    private static final Sealed REASON = TestSealed.sealed("division:530328", "误");

    private final Gazetteer gazetteer = new Gazetteer();
    private int count;

    @BeforeEach
    void a_county_recoded_and_renamed() {
        add(new DivisionRegistered(COUNTY, "5303", "530328", "沾益县", START));
        add(new DivisionRecoded(COUNTY, "5303", "530328", "530303", "沾益县", "沾益县", RECODED));
        add(new DivisionRenamed(COUNTY, "5303", "沾益县", "沾益区", RECODED.plusDays(1)));
    }

    @Test
    void a_late_recoding_holds_until_the_next_and_no_longer() {
        add(new DivisionRecoded(COUNTY, "5303", "530328", "530304", "沾益县", "霑益县", LATE));
        assertThat(on(LATE.minusDays(1))).isEqualTo(new Naming("530328", "沾益县"));
        assertThat(on(LATE)).isEqualTo(new Naming("530304", "霑益县"));
        assertThat(on(RECODED.minusDays(1))).isEqualTo(new Naming("530304", "霑益县"));
        // the recoding gave no other name
        assertThat(on(RECODED)).isEqualTo(new Naming("530303", "霑益县"));
        assertThat(on(RECODED.plusDays(1))).isEqualTo(new Naming("530303", "沾益区"));
    }

    @Test
    void a_renaming_keeps_a_code_that_was_entered_late() {
        add(new DivisionRecoded(COUNTY, "5303", "530303", "530305", "沾益县", "沾益县", RECODED));
        assertThat(on(RECODED.plusDays(1))).isEqualTo(new Naming("530305", "沾益区"));
    }

    @Test
    void a_code_means_who_bears_it_on_the_day_and_else_who_bore_it_nearest() {
        add(new DivisionRecoded(COUNTY, "5303", "530328", "530304", "沾益县", "沾益县", LATE));
        add(new DivisionRegistered(OTHER, "5303", "530304", "别县", RECODED.plusYears(1)));
        assertThat(found("530304", LATE)).isEqualTo("530328");
        assertThat(found("530304", START)).isEqualTo("530328");
        assertThat(found("530304", RECODED)).isEqualTo("530328");
        assertThat(found("530304", RECODED.plusMonths(11))).isEqualTo("530399");
        assertThat(found("530304", RECODED.plusYears(2))).isEqualTo("530399");
    }

    @Test
    void a_code_somebody_bears_today_comes_before_the_id_of_another() {
        add(new DivisionRegistered(new DivisionEvent.Place("A30328"), "5303", "530328", "另一县", RECODED.plusYears(1)));
        assertThat(found("530328", START)).isEqualTo("530328");
        assertThat(found("530328", RECODED)).isEqualTo("530328");
        assertThat(found("530328", RECODED.plusYears(1))).isEqualTo("A30328");
    }

    @Test
    void a_code_it_never_bore_finds_nobody_and_a_correction_that_was_none_puts_the_code_back() {
        var late = new DivisionRecoded(COUNTY, "5303", "530328", "530304", "沾益县", "沾益县", LATE);
        UUID id = add(late);
        var correction = new Corrected<DivisionEvent>(
                id, late, new DivisionRecoded(COUNTY, "5303", "530328", "530305", "沾益县", "沾益县", LATE), REASON, null);
        UUID corrected = add(correction);
        assertThat(on(LATE)).isEqualTo(new Naming("530305", "沾益县"));
        assertThat(gazetteer.find("530304", LATE)).isEmpty();
        assertThat(found("530305", START)).isEqualTo("530328");
        add(new Voided<>(corrected, correction, REASON, null));
        assertThat(on(LATE)).isEqualTo(new Naming("530304", "沾益县"));
        assertThat(gazetteer.find("530305", LATE)).isEmpty();
        add(new Voided<>(id, late, REASON, null));
        assertThat(on(LATE)).isEqualTo(new Naming("530328", "沾益县"));
        assertThat(gazetteer.find("530304", LATE)).isEmpty();
    }

    @Test
    void a_division_never_registered_is_not_there_until_it_is_registered_again() {
        var registered = new DivisionRegistered(OTHER, "5303", "530399", "别县", START);
        UUID id = add(registered);
        assertThat(found("530399", START)).isEqualTo("530399");
        add(new Voided<>(id, registered, REASON, null));
        assertThat(gazetteer.find("530399", START)).isEmpty();
        assertThat(gazetteer.place("530399")).isEmpty();
        add(new DivisionRegistered(OTHER, "5303", "530399", "另县", LATE));
        assertThat(found("530399", LATE)).isEqualTo("530399");
    }

    private UUID add(DomainEvent event) {
        UUID id = Ids.named("event", count);
        count++;
        gazetteer.add(id, event);
        return id;
    }

    private Naming on(LocalDate day) {
        return gazetteer.place("530328").orElseThrow().namings().on(day).orElseThrow();
    }

    private String found(String code, LocalDate day) {
        return gazetteer.find(code, day).map(Place::id).orElseThrow();
    }
}
