package org.minqing.command.linkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.linkpoint.Scene.ORGANISATION;
import static org.minqing.command.linkpoint.Scene.POINT;
import static org.minqing.command.linkpoint.Scene.PROGRAMME;
import static org.minqing.command.linkpoint.Scene.START;
import static org.minqing.command.linkpoint.Scene.VILLAGE;
import static org.minqing.command.linkpoint.Scene.cadre;
import static org.minqing.command.linkpoint.Scene.day;
import static org.minqing.command.linkpoint.Scene.household;
import static org.minqing.command.linkpoint.Scene.why;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.events.Ids;
import org.minqing.events.linkpoint.LinkPointEvent.AdmissionVoided;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.DismissalVoided;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdAdmitted;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdDismissed;

class DismissalTest {
    private static final UUID HOUSEHOLD = household(7);

    private final Scene scene = new Scene().ready();

    private static DismissHousehold dismiss(@Nullable LocalDate day) {
        return new DismissHousehold(POINT, HOUSEHOLD, why(HOUSEHOLD), "MOVED", day);
    }

    private static VoidDismissal voidDismissal(@Nullable UUID admissionId, @Nullable LocalDate day) {
        return new VoidDismissal(POINT, HOUSEHOLD, admissionId, why(HOUSEHOLD), null, day);
    }

    private static HouseholdDismissed dismissed(UUID admissionId, @Nullable String code, LocalDate day) {
        return new HouseholdDismissed(
                POINT, PROGRAMME, ORGANISATION, VILLAGE, admissionId, 7, HOUSEHOLD, why(HOUSEHOLD), code, day);
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
        scene.when(new AdmitHousehold(POINT, HOUSEHOLD, day("03-01"))).only(HouseholdAdmitted.class);
        scene.when(new AdmitHousehold(POINT, HOUSEHOLD, day("02-28"))).nothing();
    }

    @Test
    void refuses_to_admit_from_before_an_admission_that_has_ended() {
        scene.admitted(HOUSEHOLD, day("02-01")).dismissed(HOUSEHOLD, day("03-01"));
        scene.when(new AdmitHousehold(POINT, HOUSEHOLD, day("01-15"))).refused("out-of-order");
    }

    @Test
    void linking_a_dismissed_household_admits_it_anew() {
        scene.admitted(HOUSEHOLD, START).dismissed(HOUSEHOLD, day("03-01"));
        CommandEvents events = new CommandEvents(
                scene.assign(HOUSEHOLD, cadre(1), day("03-01")).events());
        assertThat(events.admitted().admissionId()).isEqualTo(scene.eventId(0));
        assertThat(events.linked().admissionId()).isEqualTo(scene.eventId(0));
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
    void voids_a_dismissal() {
        scene.admitted(HOUSEHOLD, START);
        UUID admission = scene.lastId();
        scene.dismissed(HOUSEHOLD, day("03-01"));
        scene.when(voidDismissal(null, null)).events(never(scene.lastId(), admission, day("03-01")));
        scene.when(voidDismissal(admission, day("03-01"))).only(DismissalVoided.class);
    }

    private static DismissalVoided never(UUID target, UUID admission, LocalDate day) {
        return new DismissalVoided(
                POINT,
                PROGRAMME,
                ORGANISATION,
                VILLAGE,
                target,
                dismissed(admission, null, day),
                why(HOUSEHOLD),
                null,
                day);
    }

    @Test
    void a_household_whose_dismissal_is_voided_is_admitted_still() {
        scene.admitted(HOUSEHOLD, START);
        UUID admission = scene.lastId();
        scene.dismissed(HOUSEHOLD, day("03-01"));
        UUID dismissal = scene.lastId();
        scene.given(id -> never(dismissal, admission, day("03-01")));
        scene.when(new AdmitHousehold(POINT, HOUSEHOLD, day("04-01"))).nothing();
        scene.when(voidDismissal(null, null)).refused("household-not-dismissed");
    }

    @Test
    void refuses_to_void_a_dismissal_on_another_day() {
        scene.admitted(HOUSEHOLD, START).dismissed(HOUSEHOLD, day("03-01"));
        scene.when(voidDismissal(null, day("03-02"))).refusedField("/occurredOn");
    }

    @Test
    void refuses_to_void_a_dismissal_that_is_none() {
        scene.admitted(HOUSEHOLD, START);
        scene.when(voidDismissal(null, null)).refused("household-not-dismissed");
        scene.dismissed(HOUSEHOLD, day("03-01"));
        scene.when(voidDismissal(Ids.named("none"), null)).refused("household-not-dismissed");
    }

    @Test
    void voiding_an_admission_voids_its_dismissal_first() {
        scene.admitted(HOUSEHOLD, START).dismissed(HOUSEHOLD, day("03-01"));
        assertThat(scene.when(new VoidAdmission(POINT, HOUSEHOLD, null, why(HOUSEHOLD), null, null))
                        .events())
                .extracting(event -> event.getClass().getSimpleName())
                .isEqualTo(List.of(DismissalVoided.class.getSimpleName(), AdmissionVoided.class.getSimpleName()));
    }

    @Test
    void refuses_to_void_a_release_once_the_household_is_dismissed() {
        scene.linked(HOUSEHOLD, cadre(1), START)
                .released(HOUSEHOLD, day("03-01"))
                .dismissed(HOUSEHOLD, day("03-01"));
        scene.when(new VoidRelease(POINT, HOUSEHOLD, null, why(HOUSEHOLD), null, null))
                .refused("household-dismissed");
    }
}
