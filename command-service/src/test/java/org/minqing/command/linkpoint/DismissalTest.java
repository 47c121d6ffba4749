package org.minqing.command.linkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.linkpoint.Scene.POINT;
import static org.minqing.command.linkpoint.Scene.SITE;
import static org.minqing.command.linkpoint.Scene.START;
import static org.minqing.command.linkpoint.Scene.amended;
import static org.minqing.command.linkpoint.Scene.cadre;
import static org.minqing.command.linkpoint.Scene.day;
import static org.minqing.command.linkpoint.Scene.household;
import static org.minqing.command.linkpoint.Scene.why;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.linkpoint.LinkPointCommand.AdmitHousehold;
import org.minqing.command.linkpoint.LinkPointCommand.DismissHousehold;
import org.minqing.command.linkpoint.Scene.DatedCommand;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Corrected;
import org.minqing.events.Voided;
import org.minqing.events.linkpoint.LinkPointEvent.Admission;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdAdmitted;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdDismissed;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;

class DismissalTest {
    private static final UUID HOUSEHOLD = household(7);

    private final Scene scene = new Scene().ready();

    private static DatedCommand dismiss(LocalDate day) {
        return new DatedCommand(new DismissHousehold(POINT, HOUSEHOLD, why(HOUSEHOLD), "MOVED"), day);
    }

    private static HouseholdDismissed dismissed(UUID admissionId, @Nullable String code, LocalDate day) {
        return new HouseholdDismissed(SITE, new Admission(admissionId, 7, HOUSEHOLD), why(HOUSEHOLD), code, day);
    }

    @Test
    void dismisses_an_admitted_household() {
        scene.admitted(HOUSEHOLD, START)
                .when(dismiss(day("03-01")))
                .events(dismissed(scene.lastId(), "MOVED", day("03-01")));
    }

    @Test
    void dismisses_a_household_that_is_archived() {
        scene.admitted(HOUSEHOLD, START).archived(HOUSEHOLD, day("02-01"));
        scene.when(dismiss(day("02-01"))).only(HouseholdDismissed.class);
    }

    @Test
    void dismisses_a_household_on_the_day_its_link_ends() {
        scene.linked(HOUSEHOLD, cadre(1), START).released(HOUSEHOLD, day("03-01"));
        scene.when(dismiss(day("03-01"))).only(HouseholdDismissed.class);
    }

    @Test
    void dismisses_from_every_admission_that_holds_that_day() {
        scene.admitted(HOUSEHOLD, day("03-01"));
        UUID first = scene.lastId();
        scene.admitted(HOUSEHOLD, day("02-01"));
        UUID late = scene.lastId();
        scene.when(dismiss(day("02-15"))).events(dismissed(late, "MOVED", day("02-15")));
        scene.when(dismiss(day("03-15")))
                .events(dismissed(first, "MOVED", day("03-15")), dismissed(late, "MOVED", day("03-15")));
    }

    @Test
    void refuses_while_the_household_is_linked() {
        scene.linked(HOUSEHOLD, cadre(1), START).when(dismiss(day("03-01"))).refused("household-still-linked");
    }

    @Test
    void refuses_before_the_day_its_link_ends() {
        scene.linked(HOUSEHOLD, cadre(1), START).released(HOUSEHOLD, day("03-01"));
        scene.when(dismiss(day("02-28"))).refused("household-still-linked");
    }

    @Test
    void refuses_a_household_that_was_never_admitted() {
        scene.when(dismiss(day("03-01"))).refused("household-not-admitted");
    }

    @Test
    void refuses_before_the_household_was_admitted() {
        scene.admitted(HOUSEHOLD, day("03-02")).when(dismiss(day("03-01"))).refused("household-not-admitted");
    }

    @Test
    void dismissing_a_dismissed_household_changes_nothing() {
        scene.admitted(HOUSEHOLD, START).dismissed(HOUSEHOLD, day("03-01"));
        scene.when(dismiss(day("03-01"))).nothing();
        scene.when(dismiss(day("04-01"))).nothing();
    }

    @Test
    void refuses_to_dismiss_from_an_earlier_day_than_it_was() {
        scene.admitted(HOUSEHOLD, START).dismissed(HOUSEHOLD, day("03-01"));
        scene.when(dismiss(day("02-28"))).refused("out-of-order");
    }

    @Test
    void a_dismissed_household_is_admitted_again() {
        scene.admitted(HOUSEHOLD, START).dismissed(HOUSEHOLD, day("03-01"));
        scene.when(new DatedCommand(new AdmitHousehold(POINT, HOUSEHOLD), day("03-01")))
                .only(HouseholdAdmitted.class);
        scene.when(new DatedCommand(new AdmitHousehold(POINT, HOUSEHOLD), day("02-28")))
                .nothing();
    }

    @Test
    void refuses_to_admit_from_before_an_admission_that_has_ended() {
        scene.admitted(HOUSEHOLD, day("02-01")).dismissed(HOUSEHOLD, day("03-01"));
        scene.when(new DatedCommand(new AdmitHousehold(POINT, HOUSEHOLD), day("01-15")))
                .refused("out-of-order");
    }

    @Test
    void linking_a_dismissed_household_admits_it_anew() {
        scene.admitted(HOUSEHOLD, START).dismissed(HOUSEHOLD, day("03-01"));
        CommandEvents events = new CommandEvents(
                scene.assign(HOUSEHOLD, cadre(1), day("03-01")).events());
        assertThat(events.admitted().admission().admissionId()).isEqualTo(scene.eventId(0));
        assertThat(events.linked().link().admissionId()).isEqualTo(scene.eventId(0));
    }

    private record CommandEvents(List<Object> events) {
        HouseholdAdmitted admitted() {
            return (HouseholdAdmitted) events.getFirst();
        }

        CadreAssignedToHousehold linked() {
            return (CadreAssignedToHousehold) events.getLast();
        }
    }

    @Test
    void refuses_to_link_from_a_day_before_the_dismissal() {
        scene.admitted(HOUSEHOLD, START).dismissed(HOUSEHOLD, day("03-01"));
        scene.assign(HOUSEHOLD, cadre(1), day("02-28")).refused("out-of-order");
    }

    @Test
    void a_household_whose_dismissal_is_voided_is_admitted_still() {
        scene.admitted(HOUSEHOLD, START);
        UUID admission = scene.lastId();
        scene.dismissed(HOUSEHOLD, day("03-01"));
        UUID dismissal = scene.lastId();
        HouseholdDismissed before = dismissed(admission, null, day("03-01"));
        scene.whenVoided(dismissal).events(new Voided<>(dismissal, before, CommandFixture.REASON, null));
        scene.voided(dismissal, before);
        scene.when(new DatedCommand(new AdmitHousehold(POINT, HOUSEHOLD), day("04-01")))
                .nothing();
        scene.when(dismiss(day("02-01"))).events(dismissed(admission, "MOVED", day("02-01")));
    }

    @Test
    void a_dismissal_is_voided_although_the_household_was_admitted_again() {
        scene.admitted(HOUSEHOLD, START).dismissed(HOUSEHOLD, day("03-01"));
        UUID dismissal = scene.lastId();
        scene.linked(HOUSEHOLD, cadre(1), day("03-01"));
        assertThat(amended(scene.whenVoided(dismissal))).containsExactly(HouseholdDismissed.class);
    }

    @Test
    void a_dismissal_relies_on_its_admission() {
        scene.admitted(HOUSEHOLD, START);
        UUID admission = scene.lastId();
        scene.dismissed(HOUSEHOLD, day("03-01"));
        scene.whenVoided(admission).reliedOn("household-not-admitted");
        assertThat(amended(scene.whenVoidedWithFollowing(admission)))
                .containsExactly(HouseholdDismissed.class, HouseholdAdmitted.class);
    }

    @Test
    void a_dismissal_relies_on_the_release_before_it() {
        scene.linked(HOUSEHOLD, cadre(1), START).released(HOUSEHOLD, day("03-01"));
        UUID release = scene.lastId();
        scene.dismissed(HOUSEHOLD, day("03-01"));
        scene.whenVoided(release).reliedOn("household-still-linked");
        assertThat(amended(scene.whenVoidedWithFollowing(release)))
                .containsExactly(HouseholdDismissed.class, HouseholdReleased.class);
    }

    @Test
    void corrects_why_it_was_dismissed() {
        scene.admitted(HOUSEHOLD, START).dismissed(HOUSEHOLD, day("03-01"));
        Corrected<?> corrected = scene.whenCorrected(scene.lastId(), "{\"reasonCode\": \"DIED_OUT\"}")
                .only(Corrected.class);
        assertThat(((HouseholdDismissed) corrected.after()).reasonCode()).isEqualTo("DIED_OUT");
    }
}
