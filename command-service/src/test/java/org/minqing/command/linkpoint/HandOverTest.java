package org.minqing.command.linkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.linkpoint.Scene.HIGH_BAND;
import static org.minqing.command.linkpoint.Scene.LOW_BAND;
import static org.minqing.command.linkpoint.Scene.OTHER_VILLAGE;
import static org.minqing.command.linkpoint.Scene.POINT;
import static org.minqing.command.linkpoint.Scene.SITE;
import static org.minqing.command.linkpoint.Scene.START;
import static org.minqing.command.linkpoint.Scene.VILLAGE;
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
import org.minqing.command.linkpoint.LinkPointCommand.HandOverHousehold;
import org.minqing.command.linkpoint.Scene.DatedCommand;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Corrected;
import org.minqing.events.Ids;
import org.minqing.events.LinkMode;
import org.minqing.events.linkpoint.LinkPointEvent.Enrolment;
import org.minqing.events.linkpoint.LinkPointEvent.FormerLink;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardIssued;
import org.minqing.events.linkpoint.LinkPointEvent.Link;

class HandOverTest {
    private final Scene scene = new Scene().ready();

    @Test
    void gives_a_household_into_other_hands_in_one_event() {
        scene.linked(household(7), cadre(1), START);
        UUID former = scene.lastId();
        scene.when(new DatedCommand(
                        new HandOverHousehold(POINT, household(7), cadre(5), null, why(household(7)), "调动"),
                        day("03-01")))
                .events(handedOver(former, null, false, 7, "调动"));
    }

    private HouseholdHandedOver handedOver(
            UUID former, @Nullable UUID cardId, boolean delivered, int group, @Nullable String reasonCode) {
        Enrolment first = scene.enrolment(cadre(1));
        Enrolment second = scene.enrolment(cadre(5));
        return new HouseholdHandedOver(
                SITE,
                new FormerLink(former, 7, first.enrolmentId(), cadre(1), "132", HIGH_BAND, 5, cardId, delivered),
                new Link(
                        scene.eventId(0),
                        scene.admission(household(7)).admissionId(),
                        group,
                        household(7),
                        second.enrolmentId(),
                        cadre(5),
                        "142",
                        LOW_BAND,
                        3),
                LinkMode.EXACTLY_ONE,
                why(household(7)),
                reasonCode,
                day("03-01"));
    }

    @Test
    void ends_the_former_cadres_card() {
        scene.linked(household(7), cadre(1), START).cardIssued(household(7), START);
        UUID card = scene.lastId();
        UUID former = scene.held(household(7)).link().linkId();
        scene.handOver(household(7), cadre(5), day("03-01")).events(handedOver(former, card, false, 7, null));
        scene.cardDelivered(household(7), day("02-01"));
        scene.handOver(household(7), cadre(5), day("03-01")).events(handedOver(former, card, true, 7, null));
    }

    @Test
    void says_the_group_the_household_lives_in_now_beside_the_former_one() {
        scene.linked(household(7), cadre(1), START);
        UUID former = scene.lastId();
        scene.moved(household(7), VILLAGE, 8, day("02-01"));
        scene.handOver(household(7), cadre(5), day("03-01")).events(handedOver(former, null, false, 8, null));
    }

    @Test
    void handing_over_to_the_cadre_who_has_it_changes_nothing() {
        scene.linked(household(1), cadre(1), START)
                .handOver(household(1), cadre(1), day("03-01"))
                .nothing();
    }

    @Test
    void refuses_a_household_that_is_not_linked() {
        scene.admitted(household(1), START)
                .handOver(household(1), cadre(1), null)
                .refused("household-not-linked");
    }

    @Test
    void refuses_a_released_household() {
        scene.linked(household(1), cadre(1), START).released(household(1), day("02-01"));
        scene.handOver(household(1), cadre(2), day("03-01")).refused("household-not-linked");
    }

    @Test
    void refuses_a_day_before_the_link() {
        scene.linked(household(1), cadre(1), day("02-01"));
        scene.handOver(household(1), cadre(2), day("01-31")).refused("out-of-order");
    }

    @Test
    void refuses_a_day_before_the_last_step_of_the_card_it_ends() {
        scene.linked(household(1), cadre(1), START)
                .cardIssued(household(1), day("02-01"))
                .cardDelivered(household(1), day("03-01"));
        scene.handOver(household(1), cadre(2), day("02-15")).refused("out-of-order");
    }

    @Test
    void refuses_a_cadre_whose_quota_is_full() {
        for (int i = 1; i <= 3; i++) {
            scene.linked(household(i), cadre(5), START);
        }
        scene.linked(household(4), cadre(1), START);
        scene.handOver(household(4), cadre(5), day("02-01")).refused("quota-exceeded");
    }

    @Test
    void frees_a_place_with_the_former_cadre_from_that_day_on() {
        for (int i = 1; i <= 3; i++) {
            scene.linked(household(i), cadre(5), START);
        }
        scene.handedOver(household(3), cadre(1), day("03-01"));
        scene.assign(household(4), cadre(5), day("02-28")).refused("quota-exceeded");
        assertThat(scene.assign(household(4), cadre(5), day("03-01")).events()).hasSize(2);
    }

    @Test
    void refuses_a_cadre_without_a_quota() {
        scene.linked(household(1), cadre(1), START)
                .handOver(household(1), cadre(9), day("02-01"))
                .refused("quota-not-defined");
    }

    @Test
    void refuses_a_cadre_who_is_not_enrolled() {
        Scene few = new Scene().designated().enrolled(cadre(1), START).linked(household(1), cadre(1), START);
        few.handOver(household(1), cadre(2), day("02-01")).refused("cadre-not-enrolled");
    }

    @Test
    void refuses_a_cadre_who_has_retired() {
        scene.linked(household(1), cadre(1), START).retired(cadre(2), day("02-01"));
        scene.handOver(household(1), cadre(2), day("02-01")).refused("cadre-not-in-service");
    }

    @Test
    void takes_a_household_over_from_a_cadre_who_has_retired() {
        scene.linked(household(1), cadre(1), START).retired(cadre(1), day("02-01"));
        scene.handOver(household(1), cadre(2), day("03-01")).only(HouseholdHandedOver.class);
    }

    @Test
    void refuses_a_household_that_has_moved_away_but_lets_it_be_released() {
        scene.linked(household(1), cadre(1), START).moved(household(1), OTHER_VILLAGE, 1, day("02-01"));
        scene.handOver(household(1), cadre(2), day("02-01")).refused("household-not-in-village");
        scene.release(household(1), day("02-01")).only(HouseholdReleased.class);
    }

    @Test
    void refuses_a_cadre_and_a_household_nobody_knows() {
        scene.linked(household(1), cadre(1), START);
        scene.handOver(household(1), Ids.named("none"), null).refused("cadre-not-found");
        scene.handOver(Ids.named("none"), cadre(1), null).refused("household-not-found");
    }

    @Test
    void refuses_a_day_after_the_programme_and_a_day_ahead() {
        scene.linked(household(1), cadre(1), START).programmeClosed(day("02-01"));
        scene.handOver(household(1), cadre(2), day("02-02")).refused("programme-not-in-force");
        scene.handOver(household(1), cadre(2), CommandFixture.TODAY.plusDays(1)).refusedField("/occurredOn");
    }

    @Test
    void at_least_one_asks_who_hands_over_where_several_could() {
        Scene many = new Scene(LinkMode.AT_LEAST_ONE)
                .ready()
                .linked(household(1), cadre(1), START)
                .linked(household(1), cadre(2), START);
        many.handOver(household(1), cadre(3), day("02-01")).refusedField("/fromCadreId", "several-links");
        assertThat(many.when(handOverFrom(cadre(2), cadre(3), day("02-01")))
                        .only(HouseholdHandedOver.class)
                        .former()
                        .formerCadreId())
                .isEqualTo(cadre(2));
        many.when(handOverFrom(cadre(1), cadre(2), day("02-01"))).refused("household-already-linked");
        many.when(handOverFrom(cadre(4), cadre(2), day("02-01"))).refused("household-not-linked");
    }

    @Test
    void at_least_one_asks_for_order_with_what_the_new_cadre_had_before() {
        Scene many = new Scene(LinkMode.AT_LEAST_ONE)
                .ready()
                .linked(household(1), cadre(2), START)
                .released(household(1), day("03-01"))
                .linked(household(1), cadre(1), START);
        many.handOver(household(1), cadre(2), day("02-01")).refused("out-of-order");
        many.handOver(household(1), cadre(2), day("03-01")).only(HouseholdHandedOver.class);
    }

    private static DatedCommand handOverFrom(UUID from, UUID to, LocalDate day) {
        return new DatedCommand(new HandOverHousehold(POINT, household(1), to, from, why(household(1)), null), day);
    }

    private static String to(int cadre) {
        return "{\"toCadreId\": \"" + cadre(cadre) + "\"}";
    }

    @Test
    void corrects_to_whom_it_was_handed_over_and_judges_that_one_anew() {
        scene.linked(household(1), cadre(1), START).cardIssued(household(1), START);
        FormerLink former = scene.former(household(1));
        scene.handedOver(household(1), cadre(5), day("03-01"));
        UUID id = scene.lastId();
        scene.quota(LOW_BAND, List.of("141", "142"), 4, day("02-01"));
        HouseholdHandedOver after = (HouseholdHandedOver)
                scene.whenCorrected(id, to(6)).only(Corrected.class).after();
        assertThat(after.former()).isEqualTo(former);
        assertThat(after.link().linkId()).isEqualTo(id);
        assertThat(after.link().cadreId()).isEqualTo(cadre(6));
        assertThat(after.link().quota()).isEqualTo(4);
        scene.whenCorrected(id, to(9)).refused("quota-not-defined");
        scene.whenCorrected(id, to(1)).refused("not-correctable");
    }

    @Test
    void what_follows_a_hand_over_relies_on_to_whom_it_was() {
        scene.linked(household(1), cadre(1), START).handedOver(household(1), cadre(5), day("03-01"));
        UUID id = scene.lastId();
        scene.cardIssued(household(1), day("03-01"));
        scene.whenCorrected(id, to(6)).reliedOn("stands-otherwise");
        assertThat(amended(scene.whenCorrectedWithFollowing(id, to(6))))
                .containsExactly(LiaisonCardIssued.class, HouseholdHandedOver.class);
    }

    @Test
    void a_hand_over_relies_on_the_card_it_ended() {
        scene.linked(household(1), cadre(1), START).cardIssued(household(1), START);
        UUID card = scene.lastId();
        scene.cardDelivered(household(1), START);
        UUID delivery = scene.lastId();
        scene.handedOver(household(1), cadre(5), day("03-01"));
        scene.whenVoided(delivery).reliedOn("stands-otherwise");
        scene.whenVoided(card).reliedOn("no-card-in-force", "stands-otherwise");
    }
}
