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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.command.linkpoint.LinkPointCommand.ConfirmCardDelivery;
import org.minqing.command.linkpoint.LinkPointCommand.IssueLiaisonCard;
import org.minqing.command.linkpoint.LinkPointCommand.RevokeLiaisonCard;
import org.minqing.command.linkpoint.Scene.DatedCommand;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Corrected;
import org.minqing.events.LinkMode;
import org.minqing.events.Voided;
import org.minqing.events.linkpoint.LinkPointEvent;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryConfirmed;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardIssued;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardRevoked;

class LiaisonCardTest {
    private final Scene scene = new Scene().ready();

    @BeforeEach
    void linkAHousehold() {
        scene.linked(household(7), cadre(1), START);
    }

    private static DatedCommand issue(LocalDate day) {
        return new DatedCommand(new IssueLiaisonCard(POINT, household(7), null), day);
    }

    private static DatedCommand confirm(LocalDate day) {
        return new DatedCommand(new ConfirmCardDelivery(POINT, household(7), null), day);
    }

    private static DatedCommand revoke(LocalDate day) {
        return new DatedCommand(new RevokeLiaisonCard(POINT, household(7), null, why(household(7)), "遗失"), day);
    }

    private LiaisonCardIssued issued(UUID cardId, LocalDate day) {
        return new LiaisonCardIssued(SITE, scene.held(household(7)).card(cardId), day);
    }

    private CardDeliveryConfirmed delivered(UUID cardId, LocalDate day) {
        return new CardDeliveryConfirmed(SITE, scene.held(household(7)).card(cardId), day);
    }

    private LiaisonCardRevoked revoked(UUID cardId, boolean delivered, LocalDate day) {
        return new LiaisonCardRevoked(SITE, scene.held(household(7)).card(cardId), delivered, null, null, day);
    }

    // -- issuing

    @Test
    void issues_a_card_for_a_link() {
        scene.when(issue(day("02-01"))).events(issued(scene.eventId(0), day("02-01")));
    }

    @Test
    void issuing_again_while_a_card_is_in_force_changes_nothing() {
        scene.cardIssued(household(7), day("02-01")).when(issue(day("02-01"))).nothing();
        scene.cardDelivered(household(7), day("03-01"))
                .when(issue(day("02-15")))
                .nothing();
    }

    @Test
    void refuses_a_card_from_an_earlier_day_than_the_one_in_force() {
        scene.cardIssued(household(7), day("02-01")).when(issue(day("01-31"))).refused("out-of-order");
    }

    @Test
    void refuses_a_card_from_before_the_link() {
        Scene later = new Scene().ready().linked(household(7), cadre(1), day("03-01"));
        later.when(issue(day("02-01"))).refused("out-of-order");
    }

    @Test
    void refuses_a_card_for_a_household_that_is_not_linked() {
        scene.released(household(7), day("02-01")).when(issue(day("03-01"))).refused("household-not-linked");
    }

    @Test
    void issues_a_new_card_once_the_old_one_is_revoked() {
        scene.cardIssued(household(7), START).cardRevoked(household(7), day("02-01"));
        scene.when(issue(day("01-31"))).refused("out-of-order");
        scene.when(issue(day("02-01"))).events(issued(scene.eventId(0), day("02-01")));
    }

    @Test
    void issues_a_new_card_for_a_new_link() {
        scene.cardIssued(household(7), START).handedOver(household(7), cadre(2), day("02-01"));
        assertThat(scene.when(issue(day("02-01")))
                        .only(LiaisonCardIssued.class)
                        .card()
                        .cadreId())
                .isEqualTo(cadre(2));
    }

    // -- delivering

    @Test
    void confirms_that_a_card_was_delivered() {
        scene.cardIssued(household(7), START);
        scene.when(confirm(day("02-01"))).events(delivered(scene.lastId(), day("02-01")));
    }

    @Test
    void confirming_again_changes_nothing() {
        scene.cardIssued(household(7), START).cardDelivered(household(7), day("02-01"));
        scene.when(confirm(day("03-01"))).nothing();
    }

    @Test
    void refuses_a_delivery_before_the_issue_and_before_the_one_confirmed() {
        scene.cardIssued(household(7), day("02-01")).when(confirm(day("01-31"))).refused("out-of-order");
        scene.cardDelivered(household(7), day("03-01"))
                .when(confirm(day("02-28")))
                .refused("out-of-order");
    }

    @Test
    void refuses_a_delivery_where_there_is_no_card() {
        scene.when(confirm(day("02-01"))).refused("no-card-in-force");
        scene.cardIssued(household(7), START).cardRevoked(household(7), day("02-01"));
        scene.when(confirm(day("03-01"))).refused("no-card-in-force");
    }

    @Test
    void refuses_a_delivery_to_a_household_released_since() {
        scene.cardIssued(household(7), START).released(household(7), day("02-01"));
        scene.when(confirm(day("02-01"))).refused("household-not-linked");
    }

    // -- revoking

    @Test
    void revokes_a_card_delivered_or_not_while_its_link_goes_on() {
        scene.cardIssued(household(7), START);
        UUID card = scene.lastId();
        assertThat(scene.when(revoke(day("03-01")))
                        .only(LiaisonCardRevoked.class)
                        .delivered())
                .isFalse();
        scene.cardDelivered(household(7), day("02-01"));
        scene.when(revoke(day("03-01")))
                .events(new LiaisonCardRevoked(
                        SITE, scene.held(household(7)).card(card), true, why(household(7)), "遗失", day("03-01")));
    }

    @Test
    void refuses_to_revoke_a_card_before_it_was_delivered() {
        scene.cardIssued(household(7), START).cardDelivered(household(7), day("02-01"));
        scene.when(revoke(day("01-31"))).refused("out-of-order");
    }

    @Test
    void refuses_to_revoke_where_there_is_no_card() {
        scene.when(revoke(day("02-01"))).refused("no-card-in-force");
        scene.cardIssued(household(7), START).cardRevoked(household(7), day("02-01"));
        scene.when(revoke(day("03-01"))).refused("no-card-in-force");
    }

    @Test
    void at_least_one_asks_whose_card_is_meant_where_there_are_several_links() {
        Scene many = new Scene(LinkMode.AT_LEAST_ONE)
                .ready()
                .linked(household(7), cadre(1), START)
                .linked(household(7), cadre(2), START);
        many.when(issue(day("02-01"))).refusedField("/cadreId", "several-links");
        var issue = new DatedCommand(new IssueLiaisonCard(POINT, household(7), cadre(2)), day("02-01"));
        assertThat(many.when(issue).only(LiaisonCardIssued.class).card().cadreId())
                .isEqualTo(cadre(2));
    }

    // -- voiding

    @Test
    void what_follows_relies_on_the_issue() {
        scene.cardIssued(household(7), START);
        UUID card = scene.lastId();
        scene.cardDelivered(household(7), day("02-01"));
        UUID delivery = scene.lastId();
        scene.cardRevoked(household(7), day("03-01"));
        UUID revocation = scene.lastId();
        scene.whenVoided(card).reliedOn("no-card-in-force", "no-card-in-force");
        scene.whenVoidedWithFollowing(card)
                .events(
                        never(revocation, revoked(card, true, day("03-01"))),
                        never(delivery, delivered(card, day("02-01"))),
                        never(card, issued(card, START)));
    }

    private static Voided<LinkPointEvent> never(UUID target, LinkPointEvent before) {
        return new Voided<>(target, before, CommandFixture.REASON, null);
    }

    @Test
    void a_voided_issue_counts_for_no_order() {
        scene.cardIssued(household(7), day("04-01"));
        UUID card = scene.lastId();
        scene.voided(card, issued(card, day("04-01")));
        scene.when(issue(day("02-01"))).only(LiaisonCardIssued.class);
        scene.release(household(7), day("02-01")).only(HouseholdReleased.class);
        scene.whenVoided(card).nothing();
    }

    @Test
    void voids_a_delivery_and_the_card_can_be_delivered_anew() {
        scene.cardIssued(household(7), START);
        UUID card = scene.lastId();
        scene.cardDelivered(household(7), day("03-01"));
        UUID delivery = scene.lastId();
        scene.whenVoided(delivery).events(never(delivery, delivered(card, day("03-01"))));
        scene.voided(delivery, delivered(card, day("03-01")))
                .when(confirm(day("02-01")))
                .events(delivered(card, day("02-01")));
    }

    @Test
    void a_revocation_relies_on_the_delivery_it_speaks_of() {
        scene.cardIssued(household(7), START);
        UUID card = scene.lastId();
        scene.cardDelivered(household(7), day("02-01"));
        UUID delivery = scene.lastId();
        scene.cardRevoked(household(7), day("03-01"));
        scene.whenVoided(delivery).reliedOn("stands-otherwise");
        scene.whenVoidedWithFollowing(delivery)
                .events(
                        never(scene.lastId(), revoked(card, true, day("03-01"))),
                        never(delivery, delivered(card, day("02-01"))));
    }

    @Test
    void voids_a_revocation_and_the_card_is_good_still() {
        scene.cardIssued(household(7), START);
        UUID card = scene.lastId();
        scene.cardRevoked(household(7), day("02-01"));
        UUID revocation = scene.lastId();
        LiaisonCardRevoked before = revoked(card, false, day("02-01"));
        scene.whenVoided(revocation).events(never(revocation, before));
        scene.voided(revocation, before).when(issue(day("03-01"))).nothing();
    }

    @Test
    void the_next_card_relies_on_the_revocation_of_the_one_before() {
        scene.cardIssued(household(7), START);
        UUID card = scene.lastId();
        scene.cardDelivered(household(7), START);
        UUID delivery = scene.lastId();
        scene.cardRevoked(household(7), day("02-01"));
        UUID revocation = scene.lastId();
        scene.cardIssued(household(7), day("02-01"));
        scene.whenVoided(revocation).reliedOn("card-in-force");
        scene.whenVoided(delivery).reliedOn("stands-otherwise", "card-in-force");
        scene.whenVoided(card).reliedOn("no-card-in-force", "no-card-in-force");
        assertThat(amended(scene.whenVoidedWithFollowing(card)))
                .containsExactly(LiaisonCardRevoked.class, CardDeliveryConfirmed.class, LiaisonCardIssued.class);
    }

    @Test
    void the_end_of_a_link_relies_on_what_it_has_said_of_its_card() {
        scene.cardIssued(household(7), START);
        UUID card = scene.lastId();
        scene.cardDelivered(household(7), START);
        UUID delivery = scene.lastId();
        scene.released(household(7), day("02-01"));
        scene.whenVoided(card).reliedOn("no-card-in-force", "stands-otherwise");
        scene.whenVoided(delivery).reliedOn("stands-otherwise");
    }

    @Test
    void the_end_of_a_link_relies_on_the_revocation_of_its_card() {
        scene.cardIssued(household(7), START).cardRevoked(household(7), START);
        UUID revocation = scene.lastId();
        scene.released(household(7), day("02-01"));
        scene.whenVoided(revocation).reliedOn("stands-otherwise");
    }

    @Test
    void corrects_why_a_card_was_revoked() {
        scene.cardIssued(household(7), START);
        UUID card = scene.lastId();
        scene.cardRevoked(household(7), day("02-01"));
        UUID revocation = scene.lastId();
        LiaisonCardRevoked after =
                new LiaisonCardRevoked(SITE, scene.held(household(7)).card(card), false, null, "SPOILT", day("02-01"));
        scene.whenCorrected(revocation, "{\"reasonCode\": \"SPOILT\"}")
                .events(new Corrected<>(
                        revocation, revoked(card, false, day("02-01")), after, CommandFixture.REASON, null));
    }
}
