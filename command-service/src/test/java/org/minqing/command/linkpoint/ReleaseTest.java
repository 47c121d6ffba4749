package org.minqing.command.linkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.linkpoint.Scene.HIGH_BAND;
import static org.minqing.command.linkpoint.Scene.POINT;
import static org.minqing.command.linkpoint.Scene.SITE;
import static org.minqing.command.linkpoint.Scene.START;
import static org.minqing.command.linkpoint.Scene.VILLAGE;
import static org.minqing.command.linkpoint.Scene.cadre;
import static org.minqing.command.linkpoint.Scene.day;
import static org.minqing.command.linkpoint.Scene.household;
import static org.minqing.command.linkpoint.Scene.why;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.linkpoint.LinkPointCommand.AdmitHousehold;
import org.minqing.command.linkpoint.LinkPointCommand.ReleaseHousehold;
import org.minqing.command.linkpoint.Scene.DatedCommand;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Ids;
import org.minqing.events.LinkMode;
import org.minqing.events.linkpoint.LinkPointEvent.Enrolment;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.Link;

class ReleaseTest {
    private final Scene scene = new Scene().ready();

    private HouseholdReleased released(@Nullable UUID cardId, boolean delivered) {
        return new HouseholdReleased(
                SITE, scene.held(household(7)).link(), cardId, delivered, why(household(7)), null, day("03-01"));
    }

    @Test
    void ends_a_link_with_what_it_was_made_with() {
        scene.linked(household(7), cadre(1), START)
                .rank(cadre(1), "132", "141", day("02-01"))
                .moved(household(7), VILLAGE, 8, day("02-01"));
        scene.release(household(7), day("03-01")).events(released(null, false));
        Enrolment by = scene.enrolment(cadre(1));
        assertThat(scene.held(household(7)).link())
                .isEqualTo(new Link(
                        scene.lastId(),
                        scene.admission(household(7)).admissionId(),
                        7,
                        household(7),
                        by.enrolmentId(),
                        cadre(1),
                        "132",
                        HIGH_BAND,
                        5));
    }

    @Test
    void ends_the_card_with_its_link() {
        scene.linked(household(7), cadre(1), START).cardIssued(household(7), START);
        UUID card = scene.lastId();
        scene.release(household(7), day("03-01")).events(released(card, false));
        scene.cardDelivered(household(7), day("02-01"));
        scene.release(household(7), day("03-01")).events(released(card, true));
    }

    @Test
    void says_nothing_of_a_card_that_was_revoked() {
        scene.linked(household(7), cadre(1), START)
                .cardIssued(household(7), START)
                .cardDelivered(household(7), START)
                .cardRevoked(household(7), day("02-01"));
        scene.release(household(7), day("03-01")).events(released(null, false));
    }

    @Test
    void a_household_is_released_until_the_programmes_last_day_and_not_later() {
        scene.linked(household(7), cadre(1), START).programmeClosed(day("03-01"));
        scene.release(household(7), day("03-01")).events(released(null, false));
        scene.release(household(7), day("03-02")).refused("programme-not-in-force");
    }

    @Test
    void a_released_household_stays_admitted() {
        scene.linked(household(7), cadre(1), START).released(household(7), day("02-01"));
        scene.when(new DatedCommand(new AdmitHousehold(POINT, household(7)), day("03-01")))
                .nothing();
    }

    @Test
    void refuses_a_household_that_is_not_linked() {
        scene.release(household(7), null).refused("household-not-linked");
        scene.linked(household(7), cadre(1), START).released(household(7), day("02-01"));
        scene.release(household(7), day("03-01")).refused("household-not-linked");
    }

    @Test
    void refuses_a_day_before_the_link() {
        scene.linked(household(7), cadre(1), day("02-01"));
        scene.release(household(7), day("01-31")).refused("out-of-order");
    }

    @Test
    void refuses_a_day_before_the_hand_over_that_made_the_link() {
        scene.linked(household(7), cadre(1), START).handedOver(household(7), cadre(2), day("03-01"));
        scene.release(household(7), day("02-01")).refused("out-of-order");
    }

    @Test
    void refuses_a_day_before_the_last_step_of_the_card_it_ends() {
        scene.linked(household(7), cadre(1), START)
                .cardIssued(household(7), START)
                .cardDelivered(household(7), day("04-01"));
        scene.release(household(7), day("03-31")).refused("out-of-order");
    }

    @Test
    void refuses_a_day_before_a_card_that_is_good_no_more_was_revoked() {
        scene.linked(household(7), cadre(1), START)
                .cardIssued(household(7), START)
                .cardRevoked(household(7), day("04-01"));
        scene.release(household(7), day("03-31")).refused("out-of-order");
    }

    @Test
    void refuses_a_household_nobody_knows_and_a_day_ahead() {
        scene.linked(household(7), cadre(1), START);
        scene.release(Ids.named("none"), null).refused("household-not-found");
        scene.release(household(7), CommandFixture.TODAY.plusDays(1)).refusedField("/occurredOn");
    }

    @Test
    @SuppressWarnings("NullAway") // what the endpoint binds where nothing was given
    void refuses_a_release_without_a_reason() {
        scene.linked(household(7), cadre(1), START);
        scene.when(new ReleaseHousehold(POINT, household(7), null, null, null)).refusedField("/reason");
    }

    @Test
    void at_least_one_asks_whose_link_is_meant_where_there_are_several() {
        Scene many = new Scene(LinkMode.AT_LEAST_ONE)
                .ready()
                .linked(household(7), cadre(1), START)
                .linked(household(7), cadre(2), START);
        many.release(household(7), day("03-01")).refusedField("/cadreId", "several-links");
        var release = new DatedCommand(
                new ReleaseHousehold(POINT, household(7), cadre(1), why(household(7)), null), day("03-01"));
        assertThat(many.when(release).only(HouseholdReleased.class).link().cadreId())
                .isEqualTo(cadre(1));
    }
}
