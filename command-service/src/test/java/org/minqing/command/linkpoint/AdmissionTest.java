package org.minqing.command.linkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.linkpoint.Scene.OTHER_VILLAGE;
import static org.minqing.command.linkpoint.Scene.POINT;
import static org.minqing.command.linkpoint.Scene.SITE;
import static org.minqing.command.linkpoint.Scene.START;
import static org.minqing.command.linkpoint.Scene.VILLAGE;
import static org.minqing.command.linkpoint.Scene.amended;
import static org.minqing.command.linkpoint.Scene.cadre;
import static org.minqing.command.linkpoint.Scene.day;
import static org.minqing.command.linkpoint.Scene.household;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.linkpoint.LinkPointCommand.AdmitHousehold;
import org.minqing.command.linkpoint.Scene.DatedCommand;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Corrected;
import org.minqing.events.Ids;
import org.minqing.events.Voided;
import org.minqing.events.linkpoint.LinkPointEvent.Admission;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdAdmitted;

class AdmissionTest {
    private final Scene scene = new Scene().ready();

    private static DatedCommand admit(UUID householdId, LocalDate day) {
        return new DatedCommand(new AdmitHousehold(POINT, householdId), day);
    }

    private static HouseholdAdmitted admitted(UUID id, int group, LocalDate day) {
        return new HouseholdAdmitted(SITE, new Admission(id, group, household(7)), day);
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
    void voids_an_admission_and_admits_the_household_anew() {
        scene.admitted(household(7), START);
        UUID id = scene.lastId();
        HouseholdAdmitted before = admitted(id, 7, START);
        scene.whenVoided(id).events(new Voided<>(id, before, CommandFixture.REASON, null));
        scene.voided(id, before);
        scene.when(admit(household(7), day("02-01"))).only(HouseholdAdmitted.class);
        scene.whenVoided(id).nothing();
    }

    @Test
    void a_link_relies_on_its_admission() {
        scene.linked(household(7), cadre(1), START);
        UUID admission = scene.admission(household(7)).admissionId();
        scene.whenVoided(admission).reliedOn("household-not-admitted");
        assertThat(amended(scene.whenVoidedWithFollowing(admission)))
                .containsExactly(CadreAssignedToHousehold.class, HouseholdAdmitted.class);
    }

    @Test
    void corrects_which_household_was_admitted_with_the_group_of_that_one() {
        scene.admitted(household(7), START);
        UUID id = scene.lastId();
        Corrected<?> corrected = scene.whenCorrected(id, "{\"householdId\": \"" + household(8) + "\"}")
                .only(Corrected.class);
        assertThat(corrected.after()).isEqualTo(new HouseholdAdmitted(SITE, new Admission(id, 8, household(8)), START));
        scene.linked(household(7), cadre(1), day("02-01"));
        scene.whenCorrected(id, "{\"householdId\": \"" + household(8) + "\"}").reliedOn("household-not-admitted");
    }
}
