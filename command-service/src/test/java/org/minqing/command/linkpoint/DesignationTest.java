package org.minqing.command.linkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.linkpoint.Scene.ORGANISATION;
import static org.minqing.command.linkpoint.Scene.POINT;
import static org.minqing.command.linkpoint.Scene.PROGRAMME;
import static org.minqing.command.linkpoint.Scene.SITE;
import static org.minqing.command.linkpoint.Scene.START;
import static org.minqing.command.linkpoint.Scene.VILLAGE;
import static org.minqing.command.linkpoint.Scene.amended;
import static org.minqing.command.linkpoint.Scene.cadre;
import static org.minqing.command.linkpoint.Scene.day;
import static org.minqing.command.linkpoint.Scene.household;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.linkpoint.LinkPointCommand.DesignateKeyVillage;
import org.minqing.command.linkpoint.LinkPointCommand.DesignateLinkPoint;
import org.minqing.command.linkpoint.LinkPointCommand.EnrolCadre;
import org.minqing.command.linkpoint.Scene.DatedCommand;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Corrected;
import org.minqing.events.Ids;
import org.minqing.events.Voided;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.CadreEnrolled;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdAdmitted;
import org.minqing.events.linkpoint.LinkPointEvent.KeyVillageDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;

class DesignationTest {
    private static final LinkPointDesignated DESIGNATED = new LinkPointDesignated(SITE, 480, START);

    private final Scene scene = new Scene();

    private static DatedCommand designate(LocalDate day) {
        return designate(null, PROGRAMME, VILLAGE, ORGANISATION, 480, day);
    }

    private static DatedCommand designate(
            @Nullable UUID id,
            UUID programme,
            String village,
            UUID organisation,
            @Nullable Integer households,
            LocalDate day) {
        return new DatedCommand(new DesignateLinkPoint(id, programme, village, organisation, households), day);
    }

    private static DatedCommand keyVillage(LocalDate day) {
        return new DatedCommand(new DesignateKeyVillage(POINT), day);
    }

    @Test
    void makes_a_village_a_link_point_whose_id_follows_from_programme_and_village() {
        scene.when(designate(START)).events(DESIGNATED);
    }

    @Test
    void refuses_an_id_given_by_the_caller() {
        scene.when(designate(POINT, PROGRAMME, VILLAGE, ORGANISATION, null, START))
                .refusedField("/linkPointId");
    }

    @Test
    void refuses_to_designate_what_is_designated() {
        scene.designated().when(designate(START)).refused("already-exists");
    }

    @Test
    void refuses_a_township() {
        scene.when(designate(null, PROGRAMME, "530328202", ORGANISATION, null, START))
                .refusedField("/villageCode");
    }

    @Test
    void refuses_a_village_nobody_knows() {
        scene.when(designate(null, PROGRAMME, "530399999999", ORGANISATION, null, START))
                .refused("division-not-found");
    }

    @Test
    void refuses_a_programme_nobody_knows() {
        scene.when(designate(null, Ids.named("none"), VILLAGE, ORGANISATION, null, START))
                .refused("programme-not-found");
    }

    @Test
    void refuses_an_organisation_nobody_knows() {
        scene.when(designate(null, PROGRAMME, VILLAGE, Ids.named("none"), null, START))
                .refused("organisation-not-found");
    }

    @Test
    void refuses_a_day_before_the_programme() {
        scene.when(designate(LocalDate.of(2011, 12, 25))).refused("programme-not-in-force");
    }

    @Test
    void refuses_a_day_after_the_programme() {
        scene.programmeClosed(day("02-01")).when(designate(day("02-02"))).refused("programme-not-in-force");
    }

    @Test
    void refuses_an_organisation_not_registered_yet() {
        UUID later = Ids.named("later");
        Scene with = scene.organisation(later, day("03-01"));
        with.when(designate(null, PROGRAMME, VILLAGE, later, null, START)).refused("organisation-not-in-force");
    }

    @Test
    void refuses_a_day_ahead() {
        scene.when(designate(CommandFixture.TODAY.plusDays(1))).refusedField("/occurredOn");
    }

    @Test
    void refuses_fewer_households_than_none() {
        scene.when(designate(null, PROGRAMME, VILLAGE, ORGANISATION, -1, START)).refusedField("/totalHouseholds");
    }

    @Test
    void makes_a_village_a_key_village() {
        scene.designated()
                .when(keyVillage(day("02-01")))
                .events(new KeyVillageDesignated(SITE, scene.eventId(0), day("02-01")));
    }

    @Test
    void a_key_village_that_is_one_stays_as_it_is() {
        scene.designated()
                .keyVillage(day("02-01"))
                .when(keyVillage(day("03-01")))
                .nothing();
    }

    @Test
    void refuses_a_key_village_from_an_earlier_day_than_it_is_one() {
        scene.designated()
                .keyVillage(day("02-01"))
                .when(keyVillage(day("01-31")))
                .refused("out-of-order");
    }

    @Test
    void refuses_a_key_village_before_it_is_a_link_point() {
        scene.designated().when(keyVillage(START.minusDays(1))).refused("out-of-order");
    }

    private UUID given() {
        scene.given(id -> DESIGNATED);
        return scene.lastId();
    }

    @Test
    void a_voided_link_point_goes_on_when_it_is_designated_again() {
        UUID id = given();
        scene.whenVoided(id).events(new Voided<>(id, DESIGNATED, CommandFixture.REASON, null));
        scene.voided(id, DESIGNATED).when(designate(day("02-01"))).only(LinkPointDesignated.class);
    }

    @Test
    void refuses_everything_at_a_voided_link_point() {
        UUID id = given();
        scene.voided(id, DESIGNATED);
        scene.when(new EnrolCadre(POINT, cadre(1))).refused("link-point-voided");
        scene.assign(household(1), cadre(1), day("03-01")).refused("link-point-voided");
        scene.whenVoided(id).nothing();
    }

    @Test
    void all_of_the_roster_relies_on_the_designation() {
        UUID id = given();
        scene.keyVillage(day("02-01")).enrolled(cadre(1), day("02-01")).linked(household(1), cadre(1), day("02-01"));
        scene.whenVoided(id)
                .reliedOn("link-point-voided", "link-point-voided", "link-point-voided", "link-point-voided");
        assertThat(amended(scene.whenVoidedWithFollowing(id)))
                .containsExactly(
                        CadreAssignedToHousehold.class,
                        HouseholdAdmitted.class,
                        CadreEnrolled.class,
                        KeyVillageDesignated.class,
                        LinkPointDesignated.class);
    }

    @Test
    void corrects_how_many_households_the_village_has() {
        UUID id = given();
        scene.enrolled(cadre(1), day("02-01"));
        LinkPointDesignated after = new LinkPointDesignated(SITE, 500, START);
        scene.whenCorrected(id, "{\"totalHouseholds\": 500}")
                .events(new Corrected<>(id, DESIGNATED, after, CommandFixture.REASON, null));
        scene.whenCorrected(id, "{\"totalHouseholds\": -1}").refusedField("/changes/totalHouseholds");
    }

    @Test
    void what_is_on_the_roster_is_of_the_organisation_of_the_link_point() {
        UUID id = given();
        scene.enrolled(cadre(1), day("02-01"));
        UUID other = Ids.named("other organisation");
        scene.organisation(other, LocalDate.of(2011, 1, 1));
        assertThat(amended(scene.whenCorrected(id, "{\"organisationId\": \"" + other + "\"}")))
                .containsExactly(LinkPointDesignated.class, CadreEnrolled.class);
    }

    @Test
    void a_key_village_is_voided_and_designated_anew_from_an_earlier_day() {
        scene.designated().keyVillage(day("02-01"));
        UUID id = scene.lastId();
        KeyVillageDesignated before = new KeyVillageDesignated(SITE, id, day("02-01"));
        scene.whenVoided(id).events(new Voided<>(id, before, CommandFixture.REASON, null));
        scene.voided(id, before).when(keyVillage(day("01-15"))).only(KeyVillageDesignated.class);
    }
}
