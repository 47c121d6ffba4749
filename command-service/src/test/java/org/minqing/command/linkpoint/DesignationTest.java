package org.minqing.command.linkpoint;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Ids;
import org.minqing.events.linkpoint.LinkPointEvent.KeyVillageDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.KeyVillageVoided;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointVoided;

class DesignationTest {
    private static final LinkPointDesignated DESIGNATED =
            new LinkPointDesignated(POINT, PROGRAMME, ORGANISATION, VILLAGE, 480, START);

    private final Scene scene = new Scene();

    private static DesignateLinkPoint designate(@Nullable LocalDate day) {
        return new DesignateLinkPoint(null, PROGRAMME, VILLAGE, ORGANISATION, 480, day);
    }

    private static VoidLinkPoint voidLinkPoint(@Nullable LocalDate day) {
        return new VoidLinkPoint(POINT, why(), "录入错误", day);
    }

    @Test
    void makes_a_village_a_link_point_whose_id_follows_from_programme_and_village() {
        scene.when(designate(START)).events(DESIGNATED);
    }

    @Test
    void refuses_an_id_given_by_the_caller() {
        scene.when(new DesignateLinkPoint(POINT, PROGRAMME, VILLAGE, ORGANISATION, null, START))
                .refusedField("/linkPointId");
    }

    @Test
    void refuses_to_designate_what_is_designated() {
        scene.designated().when(designate(START)).refused("already-exists");
    }

    @Test
    void refuses_a_township() {
        scene.when(new DesignateLinkPoint(null, PROGRAMME, "530328202", ORGANISATION, null, START))
                .refusedField("/villageCode");
    }

    @Test
    void refuses_a_village_nobody_knows() {
        scene.when(new DesignateLinkPoint(null, PROGRAMME, "530399999999", ORGANISATION, null, START))
                .refused("division-not-found");
    }

    @Test
    void refuses_a_programme_nobody_knows() {
        scene.when(new DesignateLinkPoint(null, Ids.named("none"), VILLAGE, ORGANISATION, null, START))
                .refused("programme-not-found");
    }

    @Test
    void refuses_an_organisation_nobody_knows() {
        scene.when(new DesignateLinkPoint(null, PROGRAMME, VILLAGE, Ids.named("none"), null, START))
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
        with.when(new DesignateLinkPoint(null, PROGRAMME, VILLAGE, later, null, START))
                .refused("organisation-not-in-force");
    }

    @Test
    void refuses_a_day_ahead() {
        scene.when(designate(CommandFixture.TODAY.plusDays(1))).refusedField("/occurredOn");
    }

    @Test
    void refuses_fewer_households_than_none() {
        scene.when(new DesignateLinkPoint(null, PROGRAMME, VILLAGE, ORGANISATION, -1, START))
                .refusedField("/totalHouseholds");
    }

    @Test
    void voids_a_designation() {
        scene.given(id -> DESIGNATED)
                .when(voidLinkPoint(null))
                .events(new LinkPointVoided(
                        POINT, PROGRAMME, ORGANISATION, VILLAGE, scene.lastId(), DESIGNATED, why(), "录入错误", START));
    }

    @Test
    void a_voided_link_point_goes_on_when_it_is_designated_again() {
        scene.given(id -> DESIGNATED)
                .given(this::voided)
                .when(designate(day("02-01")))
                .only(LinkPointDesignated.class);
    }

    @Test
    void refuses_everything_at_a_voided_link_point() {
        scene.given(id -> DESIGNATED).given(this::voided);
        scene.when(new EnrolCadre(POINT, cadre(1), day("03-01"))).refused("link-point-voided");
        scene.assign(household(1), cadre(1), day("03-01")).refused("link-point-voided");
        scene.when(voidLinkPoint(null)).refused("link-point-voided");
    }

    private LinkPointVoided voided(UUID id) {
        return new LinkPointVoided(
                POINT, PROGRAMME, ORGANISATION, VILLAGE, CommandFixture.givenId(0), DESIGNATED, why(), null, START);
    }

    @Test
    void refuses_to_void_a_link_point_where_a_cadre_is_enrolled() {
        scene.designated().enrolled(cadre(1), day("02-01"));
        scene.when(voidLinkPoint(null)).refused("link-point-in-use");
    }

    @Test
    void refuses_to_void_a_link_point_where_a_household_is_admitted() {
        scene.designated().admitted(household(1), day("02-01"));
        scene.when(voidLinkPoint(null)).refused("link-point-in-use");
    }

    @Test
    void refuses_to_void_a_link_point_that_is_a_key_village() {
        scene.designated().keyVillage(day("02-01"));
        scene.when(voidLinkPoint(null)).refused("link-point-in-use");
    }

    @Test
    void refuses_a_void_of_another_day_than_that_of_the_fact() {
        scene.designated().when(voidLinkPoint(day("01-02"))).refusedField("/occurredOn");
    }

    @Test
    void makes_a_village_a_key_village() {
        scene.designated()
                .when(new DesignateKeyVillage(POINT, day("02-01")))
                .events(new KeyVillageDesignated(
                        POINT, PROGRAMME, ORGANISATION, VILLAGE, scene.eventId(0), day("02-01")));
    }

    @Test
    void a_key_village_that_is_one_stays_as_it_is() {
        scene.designated()
                .keyVillage(day("02-01"))
                .when(new DesignateKeyVillage(POINT, day("03-01")))
                .nothing();
    }

    @Test
    void refuses_a_key_village_from_an_earlier_day_than_it_is_one() {
        scene.designated()
                .keyVillage(day("02-01"))
                .when(new DesignateKeyVillage(POINT, day("01-31")))
                .refused("out-of-order");
    }

    @Test
    void refuses_a_key_village_before_it_is_a_link_point() {
        scene.designated()
                .when(new DesignateKeyVillage(POINT, START.minusDays(1)))
                .refused("link-point-not-in-force");
    }

    @Test
    void voids_a_key_village() {
        scene.designated().keyVillage(day("02-01"));
        scene.when(new VoidKeyVillage(POINT, why(), null, day("02-01")))
                .events(new KeyVillageVoided(
                        POINT,
                        PROGRAMME,
                        ORGANISATION,
                        VILLAGE,
                        scene.lastId(),
                        new KeyVillageDesignated(POINT, PROGRAMME, ORGANISATION, VILLAGE, scene.lastId(), day("02-01")),
                        why(),
                        null,
                        day("02-01")));
    }

    @Test
    void refuses_to_void_a_key_village_that_is_none() {
        scene.designated().when(new VoidKeyVillage(POINT, why(), null, null)).refused("not-a-key-village");
    }
}
