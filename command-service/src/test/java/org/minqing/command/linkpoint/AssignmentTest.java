package org.minqing.command.linkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.linkpoint.Scene.HIGH_BAND;
import static org.minqing.command.linkpoint.Scene.LOW_BAND;
import static org.minqing.command.linkpoint.Scene.OTHER_VILLAGE;
import static org.minqing.command.linkpoint.Scene.SITE;
import static org.minqing.command.linkpoint.Scene.START;
import static org.minqing.command.linkpoint.Scene.cadre;
import static org.minqing.command.linkpoint.Scene.day;
import static org.minqing.command.linkpoint.Scene.household;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Ids;
import org.minqing.events.LinkMode;
import org.minqing.events.linkpoint.LinkPointEvent.Admission;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdAdmitted;
import org.minqing.events.linkpoint.LinkPointEvent.Link;

class AssignmentTest {
    private final Scene scene = new Scene().ready();

    private CadreAssignedToHousehold assigned(UUID linkId, UUID admissionId, int household, int cadre, String on) {
        Link link = new Link(
                linkId,
                admissionId,
                household,
                household(household),
                scene.enrolment(cadre(cadre)).enrolmentId(),
                cadre(cadre),
                "132",
                HIGH_BAND,
                5);
        return new CadreAssignedToHousehold(SITE, link, LinkMode.EXACTLY_ONE, day(on));
    }

    @Test
    void links_an_admitted_household() {
        scene.admitted(household(7), day("02-01"));
        UUID admission = scene.lastId();
        scene.assign(household(7), cadre(1), day("02-01")).events(assigned(scene.eventId(0), admission, 7, 1, "02-01"));
    }

    @Test
    void admits_by_itself_a_household_not_admitted() {
        scene.assign(household(7), cadre(1), day("02-01"))
                .events(
                        new HouseholdAdmitted(SITE, new Admission(scene.eventId(0), 7, household(7)), day("02-01")),
                        assigned(scene.eventId(1), scene.eventId(0), 7, 1, "02-01"));
    }

    @Test
    void admits_by_itself_a_household_not_admitted_until_later() {
        scene.admitted(household(7), day("03-01"));
        assertTwo(scene.assign(household(7), cadre(1), day("02-01")));
    }

    @Test
    void links_today_when_no_day_is_given() {
        scene.admitted(household(7), START);
        assertDay(scene.assign(household(7), cadre(1), null));
    }

    private static void assertTwo(CommandFixture.Outcome outcome) {
        assertThat(outcome.events()).hasExactlyElementsOfTypes(HouseholdAdmitted.class, CadreAssignedToHousehold.class);
    }

    private static void assertDay(CommandFixture.Outcome outcome) {
        assertThat(outcome.only(CadreAssignedToHousehold.class).occurredOn()).isEqualTo(CommandFixture.TODAY);
    }

    // -- one cadre a household

    @Test
    void refuses_a_household_that_is_linked() {
        scene.linked(household(1), cadre(1), START);
        scene.assign(household(1), cadre(2), day("02-01")).refused("household-already-linked");
    }

    @Test
    void refuses_a_household_that_is_linked_to_the_same_cadre() {
        scene.linked(household(1), cadre(1), START);
        scene.assign(household(1), cadre(1), day("02-01")).refused("household-already-linked");
    }

    @Test
    void refuses_a_household_that_is_linked_from_a_later_day_on() {
        scene.linked(household(1), cadre(1), day("03-01"));
        scene.assign(household(1), cadre(2), day("02-01")).refused("household-already-linked");
    }

    @Test
    void a_linked_household_is_refused_for_that_before_anything_else_is_asked() {
        for (int i = 1; i <= 5; i++) {
            scene.linked(household(i), cadre(1), START);
        }
        scene.linked(household(6), cadre(2), START).retired(cadre(3), day("02-01"));
        scene.assign(household(6), cadre(1), day("03-01")).refused("household-already-linked");
        scene.assign(household(6), cadre(9), day("03-01")).refused("household-already-linked");
        scene.assign(household(6), cadre(3), day("03-01")).refused("household-already-linked");
    }

    @Test
    void links_a_released_household_again_from_the_day_of_its_release() {
        scene.linked(household(1), cadre(1), START).released(household(1), day("02-01"));
        scene.assign(household(1), cadre(2), day("02-01")).only(CadreAssignedToHousehold.class);
    }

    @Test
    void links_a_released_household_to_the_same_cadre_again() {
        scene.linked(household(1), cadre(1), START).released(household(1), day("02-01"));
        scene.assign(household(1), cadre(1), day("02-01")).only(CadreAssignedToHousehold.class);
    }

    @Test
    void refuses_a_day_before_the_release_of_the_former_link() {
        scene.linked(household(1), cadre(1), START).released(household(1), day("02-01"));
        scene.assign(household(1), cadre(2), day("01-31")).refused("out-of-order");
    }

    @Test
    void refuses_a_day_before_a_link_that_is_over() {
        scene.linked(household(1), cadre(1), day("02-01")).released(household(1), day("03-01"));
        scene.assign(household(1), cadre(2), day("01-15")).refused("out-of-order");
    }

    @Test
    void at_least_one_lets_several_cadres_hold_one_household() {
        Scene many = new Scene(LinkMode.AT_LEAST_ONE).ready().linked(household(1), cadre(1), day("03-01"));
        assertThat(many.assign(household(1), cadre(2), day("04-01"))
                        .only(CadreAssignedToHousehold.class)
                        .linkMode())
                .isEqualTo(LinkMode.AT_LEAST_ONE);
    }

    @Test
    void at_least_one_asks_for_order_only_within_the_link_of_one_cadre() {
        Scene many = new Scene(LinkMode.AT_LEAST_ONE)
                .ready()
                .admitted(household(1), START)
                .linked(household(1), cadre(1), day("03-01"))
                .released(household(1), day("04-01"));
        many.assign(household(1), cadre(2), day("02-01")).only(CadreAssignedToHousehold.class);
        many.assign(household(1), cadre(1), day("02-01")).refused("out-of-order");
    }

    @Test
    void at_least_one_links_a_cadre_to_a_household_once() {
        Scene many = new Scene(LinkMode.AT_LEAST_ONE).ready().linked(household(1), cadre(1), START);
        many.assign(household(1), cadre(1), day("02-01")).refused("household-already-linked");
    }

    // -- the quota

    private void link(int cadre, int households) {
        for (int i = 1; i <= households; i++) {
            scene.linked(household(i), cadre(cadre), day("02-01"));
        }
    }

    @Test
    void takes_a_fifth_household_for_a_quota_of_five() {
        link(1, 4);
        accepted(scene.assign(household(5), cadre(1), day("03-01")));
    }

    @Test
    void refuses_a_sixth_household_for_a_quota_of_five() {
        link(1, 5);
        scene.assign(household(6), cadre(1), day("03-01")).refused("quota-exceeded");
    }

    @Test
    void refuses_a_fourth_household_for_a_quota_of_three() {
        link(5, 3);
        scene.assign(household(4), cadre(5), day("03-01")).refused("quota-exceeded");
    }

    @Test
    void counts_links_that_begin_on_a_later_day() {
        link(1, 5);
        scene.assign(household(6), cadre(1), START).refused("quota-exceeded");
    }

    @Test
    void counts_the_most_that_hold_at_once_later_not_all_that_ever_hold() {
        link(5, 2);
        scene.linked(household(3), cadre(5), day("02-01")).released(household(3), day("03-01"));
        scene.linked(household(4), cadre(5), day("04-01")).released(household(4), day("05-01"));
        scene.assign(household(5), cadre(5), day("01-15")).refused("quota-exceeded");
        accepted(scene.assign(household(5), cadre(5), day("05-01")));
    }

    @Test
    void a_link_over_by_that_day_is_not_counted() {
        link(5, 3);
        scene.released(household(3), day("03-01"));
        scene.assign(household(4), cadre(5), day("02-29")).refused("quota-exceeded");
        accepted(scene.assign(household(4), cadre(5), day("03-01")));
    }

    @Test
    void judges_by_the_rank_held_on_that_day() {
        link(5, 3);
        scene.rank(cadre(5), "142", "132", day("04-01"));
        scene.assign(household(4), cadre(5), day("03-31")).refused("quota-exceeded");
        CadreAssignedToHousehold judged = last(scene.assign(household(4), cadre(5), day("04-01")));
        assertThat(judged.link().rankCode()).isEqualTo("132");
        assertThat(judged.link().band()).isEqualTo(HIGH_BAND);
        assertThat(judged.link().quota()).isEqualTo(5);
    }

    @Test
    void judges_by_the_quota_in_force_on_that_day() {
        link(5, 3);
        scene.quota(LOW_BAND, List.of("141", "142", "150"), 4, day("04-01"));
        scene.assign(household(4), cadre(5), day("03-31")).refused("quota-exceeded");
        assertThat(last(scene.assign(household(4), cadre(5), day("04-01")))
                        .link()
                        .quota())
                .isEqualTo(4);
        assertThat(last(scene.assign(household(4), cadre(9), day("04-01")))
                        .link()
                        .band())
                .isEqualTo(LOW_BAND);
    }

    @Test
    void a_lower_quota_takes_no_link_away_but_lets_none_be_added() {
        link(1, 4);
        scene.quota(HIGH_BAND, List.of("131", "132"), 3, day("03-01"));
        scene.assign(household(5), cadre(1), day("03-01")).refused("quota-exceeded");
        accepted(scene.assign(household(5), cadre(1), day("02-28")));
    }

    @Test
    void refuses_a_cadre_for_whose_rank_no_quota_is_defined() {
        scene.assign(household(1), cadre(9), day("02-01")).refused("quota-not-defined");
    }

    // -- who and where

    @Test
    void refuses_a_cadre_who_is_not_enrolled_rather_than_enrol_by_itself() {
        Scene bare = new Scene().designated();
        bare.assign(household(1), cadre(1), day("02-01")).refused("cadre-not-enrolled");
    }

    @Test
    void refuses_a_cadre_who_is_enrolled_only_from_a_later_day() {
        Scene later = new Scene().designated().enrolled(cadre(1), day("03-01"));
        later.assign(household(1), cadre(1), day("02-01")).refused("cadre-not-enrolled");
    }

    @Test
    void refuses_a_cadre_who_has_been_withdrawn() {
        scene.withdrawn(cadre(1), day("03-01"));
        scene.assign(household(1), cadre(1), day("03-01")).refused("cadre-not-enrolled");
        scene.assign(household(1), cadre(1), day("02-01")).refused("cadre-not-enrolled");
    }

    @Test
    void refuses_a_cadre_who_has_retired() {
        scene.retired(cadre(1), day("03-01"))
                .assign(household(1), cadre(1), day("03-01"))
                .refused("cadre-not-in-service");
    }

    @Test
    void refuses_a_household_of_another_village() {
        UUID household = Ids.named("other");
        scene.household(household, OTHER_VILLAGE, 2)
                .assign(household, cadre(1), day("02-01"))
                .refused("household-not-in-village");
    }

    @Test
    void refuses_a_household_that_has_moved_away() {
        scene.moved(household(1), OTHER_VILLAGE, 2, day("03-01"));
        scene.assign(household(1), cadre(1), day("03-01")).refused("household-not-in-village");
        accepted(scene.assign(household(1), cadre(1), day("02-28")));
    }

    @Test
    void refuses_a_household_kept_no_longer() {
        scene.archived(household(1), day("03-01"))
                .assign(household(1), cadre(1), day("03-01"))
                .refused("household-not-in-force");
    }

    @Test
    void refuses_a_cadre_and_a_household_nobody_knows() {
        scene.assign(household(1), Ids.named("none"), null).refused("cadre-not-found");
        scene.assign(Ids.named("none"), cadre(1), null).refused("household-not-found");
    }

    @Test
    void refuses_a_day_before_the_link_point() {
        scene.assign(household(1), cadre(1), START.minusDays(1)).refused("out-of-order");
    }

    @Test
    void refuses_a_day_after_the_programme() {
        scene.programmeClosed(day("02-01"))
                .assign(household(1), cadre(1), day("02-02"))
                .refused("programme-not-in-force");
    }

    @Test
    void refuses_a_day_ahead() {
        scene.assign(household(1), cadre(1), CommandFixture.TODAY.plusDays(1)).refusedField("/occurredOn");
    }

    private static void accepted(CommandFixture.Outcome outcome) {
        assertThat(outcome.events()).last().isInstanceOf(CadreAssignedToHousehold.class);
    }

    private static CadreAssignedToHousehold last(CommandFixture.Outcome outcome) {
        return (CadreAssignedToHousehold) outcome.events().getLast();
    }
}
