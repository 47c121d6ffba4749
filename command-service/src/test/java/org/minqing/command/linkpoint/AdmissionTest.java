package org.minqing.command.linkpoint;

import static org.minqing.command.linkpoint.Scene.ORGANISATION;
import static org.minqing.command.linkpoint.Scene.OTHER_VILLAGE;
import static org.minqing.command.linkpoint.Scene.POINT;
import static org.minqing.command.linkpoint.Scene.PROGRAMME;
import static org.minqing.command.linkpoint.Scene.START;
import static org.minqing.command.linkpoint.Scene.VILLAGE;
import static org.minqing.command.linkpoint.Scene.cadre;
import static org.minqing.command.linkpoint.Scene.day;
import static org.minqing.command.linkpoint.Scene.household;
import static org.minqing.command.linkpoint.Scene.why;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.events.Ids;
import org.minqing.events.linkpoint.LinkPointEvent.AdmissionVoided;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdAdmitted;

class AdmissionTest {
    private final Scene scene = new Scene().ready();

    private static AdmitHousehold admit(UUID householdId, LocalDate day) {
        return new AdmitHousehold(POINT, householdId, day);
    }

    private static HouseholdAdmitted admitted(UUID id, int group, LocalDate day) {
        return new HouseholdAdmitted(POINT, PROGRAMME, ORGANISATION, VILLAGE, id, group, household(7), day);
    }

    private static VoidAdmission voidAdmission(@Nullable UUID id, @Nullable LocalDate day) {
        return new VoidAdmission(POINT, household(7), id, why(household(7)), null, day);
    }

    @Test
    void admits_a_household_with_its_group() {
        scene.when(admit(household(7), day("02-01"))).events(admitted(scene.eventId(0), 7, day("02-01")));
    }

    @Test
    void admitting_an_admitted_household_changes_nothing() {
        scene.admitted(household(7), day("02-01"))
                .when(admit(household(7), day("02-01")))
                .nothing();
    }

    @Test
    void admits_a_household_from_an_earlier_day_too() {
        scene.admitted(household(7), day("02-01"));
        scene.when(admit(household(7), day("01-15"))).events(admitted(scene.eventId(0), 7, day("01-15")));
    }

    @Test
    void admits_a_household_that_moved_here() {
        UUID household = Ids.named("moved");
        scene.household(household, OTHER_VILLAGE, 2).moved(household, VILLAGE, 3, day("02-01"));
        scene.when(admit(household, day("01-31"))).refused("household-not-in-village");
        scene.when(admit(household, day("02-01"))).only(HouseholdAdmitted.class);
    }

    @Test
    void refuses_a_household_of_another_village() {
        UUID household = Ids.named("other");
        scene.household(household, OTHER_VILLAGE, 2)
                .when(admit(household, day("02-01")))
                .refused("household-not-in-village");
    }

    @Test
    void refuses_a_household_nobody_knows() {
        scene.when(admit(Ids.named("none"), day("02-01"))).refused("household-not-found");
    }

    @Test
    void refuses_a_household_kept_no_longer() {
        scene.archived(household(7), day("02-01"));
        scene.when(admit(household(7), day("02-01"))).refused("household-not-in-force");
    }

    @Test
    void refuses_a_day_after_the_programme() {
        scene.programmeClosed(day("02-01"))
                .when(admit(household(7), day("02-02")))
                .refused("programme-not-in-force");
    }

    @Test
    void voids_an_admission() {
        scene.admitted(household(7), day("02-01"));
        UUID id = scene.lastId();
        scene.when(voidAdmission(null, null))
                .events(new AdmissionVoided(
                        POINT,
                        PROGRAMME,
                        ORGANISATION,
                        VILLAGE,
                        id,
                        admitted(id, 7, day("02-01")),
                        why(household(7)),
                        null,
                        day("02-01")));
    }

    @Test
    void a_household_whose_admission_is_voided_is_admitted_anew() {
        scene.admitted(household(7), START);
        UUID id = scene.lastId();
        scene.given(any -> new AdmissionVoided(
                POINT, PROGRAMME, ORGANISATION, VILLAGE, id, admitted(id, 7, START), why(household(7)), null, START));
        scene.when(admit(household(7), day("02-01"))).only(HouseholdAdmitted.class);
    }

    @Test
    void refuses_to_void_an_admission_on_which_a_link_stands() {
        scene.linked(household(7), cadre(1), START)
                .when(voidAdmission(null, null))
                .refused("admission-in-use");
    }

    @Test
    void refuses_to_void_an_admission_that_is_none() {
        scene.when(voidAdmission(null, null)).refused("household-not-admitted");
        scene.admitted(household(7), START);
        scene.when(voidAdmission(Ids.named("none"), null)).refused("household-not-admitted");
    }

    @Test
    void refuses_to_void_an_admission_on_another_day() {
        scene.admitted(household(7), START)
                .when(voidAdmission(null, day("02-01")))
                .refusedField("/occurredOn");
    }
}
