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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.events.Ids;
import org.minqing.events.LinkMode;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryConfirmed;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryVoided;
import org.minqing.events.linkpoint.LinkPointEvent.CardIssueVoided;
import org.minqing.events.linkpoint.LinkPointEvent.CardRevocationVoided;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardIssued;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardRevoked;

class LiaisonCardTest {
    private final Scene scene = new Scene().ready();

    @BeforeEach
    void linkAHousehold() {
        scene.linked(household(7), cadre(1), START);
    }

    private static IssueLiaisonCard issue(LocalDate day) {
        return new IssueLiaisonCard(POINT, household(7), null, day);
    }

    private static ConfirmCardDelivery confirm(LocalDate day) {
        return new ConfirmCardDelivery(POINT, household(7), null, day);
    }

    private static RevokeLiaisonCard revoke(LocalDate day) {
        return new RevokeLiaisonCard(POINT, household(7), null, why(household(7)), "遗失", day);
    }

    private LiaisonCardIssued issued(UUID cardId, LocalDate day) {
        return new LiaisonCardIssued(
                POINT,
                PROGRAMME,
                ORGANISATION,
                VILLAGE,
                cardId,
                scene.link(household(7)).id(),
                7,
                household(7),
                cadre(1),
                day);
    }

    private CardDeliveryConfirmed delivered(UUID cardId, LocalDate day) {
        return new CardDeliveryConfirmed(
                POINT,
                PROGRAMME,
                ORGANISATION,
                VILLAGE,
                cardId,
                scene.link(household(7)).id(),
                7,
                household(7),
                cadre(1),
                day);
    }

    private LiaisonCardRevoked revoked(UUID cardId, boolean delivered, LocalDate day) {
        return new LiaisonCardRevoked(
                POINT,
                PROGRAMME,
                ORGANISATION,
                VILLAGE,
                cardId,
                scene.link(household(7)).id(),
                7,
                household(7),
                cadre(1),
                delivered,
                null,
                null,
                day);
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
        assertThat(scene.when(issue(day("02-01"))).only(LiaisonCardIssued.class).cadreId())
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
                        POINT,
                        PROGRAMME,
                        ORGANISATION,
                        VILLAGE,
                        card,
                        scene.link(household(7)).id(),
                        7,
                        household(7),
                        cadre(1),
                        true,
                        why(household(7)),
                        "遗失",
                        day("03-01")));
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
        var issue = new IssueLiaisonCard(POINT, household(7), cadre(2), day("02-01"));
        assertThat(many.when(issue).only(LiaisonCardIssued.class).cadreId()).isEqualTo(cadre(2));
        many.when(new VoidCardIssue(POINT, household(7), null, why(household(7)), null, null))
                .refusedField("/cardId");
    }

    // -- voiding

    private static VoidCardIssue voidIssue(@Nullable UUID cardId, @Nullable LocalDate day) {
        return new VoidCardIssue(POINT, household(7), cardId, why(household(7)), null, day);
    }

    private static VoidCardDelivery voidDelivery(@Nullable UUID cardId, @Nullable LocalDate day) {
        return new VoidCardDelivery(POINT, household(7), cardId, why(household(7)), null, day);
    }

    private static VoidCardRevocation voidRevocation(@Nullable UUID cardId, @Nullable LocalDate day) {
        return new VoidCardRevocation(POINT, household(7), cardId, why(household(7)), null, day);
    }

    private CardIssueVoided issueVoided(UUID card, LocalDate day) {
        return new CardIssueVoided(
                POINT, PROGRAMME, ORGANISATION, VILLAGE, card, issued(card, day), why(household(7)), null, day);
    }

    private CardDeliveryVoided deliveryVoided(UUID target, UUID card, LocalDate day) {
        return new CardDeliveryVoided(
                POINT, PROGRAMME, ORGANISATION, VILLAGE, target, delivered(card, day), why(household(7)), null, day);
    }

    private CardRevocationVoided revocationVoided(UUID target, UUID card, boolean delivered, LocalDate day) {
        return new CardRevocationVoided(
                POINT,
                PROGRAMME,
                ORGANISATION,
                VILLAGE,
                target,
                revoked(card, delivered, day),
                why(household(7)),
                null,
                day);
    }

    @Test
    void voids_an_issue_with_all_that_followed_the_last_first() {
        scene.cardIssued(household(7), START);
        UUID card = scene.lastId();
        scene.cardDelivered(household(7), day("02-01"));
        UUID delivery = scene.lastId();
        scene.cardRevoked(household(7), day("03-01"));
        UUID revocation = scene.lastId();
        scene.when(voidIssue(null, START))
                .events(
                        revocationVoided(revocation, card, true, day("03-01")),
                        deliveryVoided(delivery, card, day("02-01")),
                        issueVoided(card, START));
    }

    @Test
    void a_voided_issue_counts_for_no_order() {
        scene.cardIssued(household(7), day("04-01"));
        UUID card = scene.lastId();
        scene.given(id -> issueVoided(card, day("04-01")));
        scene.when(issue(day("02-01"))).only(LiaisonCardIssued.class);
        scene.release(household(7), day("02-01")).events();
        scene.when(voidIssue(null, null)).refused("no-card");
        scene.when(voidIssue(card, null)).refused("card-not-found");
    }

    @Test
    void voids_a_delivery_and_the_card_can_be_delivered_anew() {
        scene.cardIssued(household(7), START);
        UUID card = scene.lastId();
        scene.cardDelivered(household(7), day("03-01"));
        CardDeliveryVoided voided = deliveryVoided(scene.lastId(), card, day("03-01"));
        scene.when(voidDelivery(null, null)).events(voided);
        scene.given(id -> voided).when(confirm(day("02-01"))).events(delivered(card, day("02-01")));
    }

    @Test
    void voids_a_delivery_with_the_revocation_that_followed_it() {
        scene.cardIssued(household(7), START);
        UUID card = scene.lastId();
        scene.cardDelivered(household(7), day("02-01"));
        UUID delivery = scene.lastId();
        scene.cardRevoked(household(7), day("03-01"));
        scene.when(voidDelivery(card, null))
                .events(
                        revocationVoided(scene.lastId(), card, true, day("03-01")),
                        deliveryVoided(delivery, card, day("02-01")));
    }

    @Test
    void voids_a_revocation_and_the_card_is_good_still() {
        scene.cardIssued(household(7), START);
        UUID card = scene.lastId();
        scene.cardRevoked(household(7), day("02-01"));
        CardRevocationVoided voided = revocationVoided(scene.lastId(), card, false, day("02-01"));
        scene.when(voidRevocation(null, null)).events(voided);
        scene.given(id -> voided).when(issue(day("03-01"))).nothing();
    }

    @Test
    void refuses_to_bring_back_a_card_that_was_replaced() {
        scene.cardIssued(household(7), START);
        UUID card = scene.lastId();
        scene.cardDelivered(household(7), START)
                .cardRevoked(household(7), day("02-01"))
                .cardIssued(household(7), day("02-01"));
        scene.when(voidRevocation(card, null)).refused("card-replaced");
        scene.when(voidDelivery(card, null)).refused("card-replaced");
    }

    @Test
    void voids_the_issue_of_a_card_that_was_replaced() {
        scene.cardIssued(household(7), START);
        UUID card = scene.lastId();
        scene.cardRevoked(household(7), day("02-01"));
        UUID revocation = scene.lastId();
        scene.cardIssued(household(7), day("02-01"));
        scene.when(voidIssue(card, null))
                .events(revocationVoided(revocation, card, false, day("02-01")), issueVoided(card, START));
    }

    @Test
    void refuses_to_change_what_the_end_of_a_link_has_said_of_its_card() {
        scene.cardIssued(household(7), START);
        UUID card = scene.lastId();
        scene.cardDelivered(household(7), START).released(household(7), day("02-01"));
        scene.when(voidIssue(card, null)).refused("link-ended");
        scene.when(voidDelivery(card, null)).refused("link-ended");
    }

    @Test
    void refuses_to_bring_back_a_card_whose_link_has_ended() {
        scene.cardIssued(household(7), START);
        UUID card = scene.lastId();
        scene.cardRevoked(household(7), START).released(household(7), day("02-01"));
        scene.when(voidRevocation(card, null)).refused("link-ended");
    }

    @Test
    void refuses_to_void_steps_that_never_were() {
        scene.when(voidIssue(null, null)).refused("no-card");
        scene.when(voidIssue(Ids.named("none"), null)).refused("card-not-found");
        scene.cardIssued(household(7), START);
        scene.when(voidDelivery(null, null)).refused("card-not-delivered");
        scene.when(voidRevocation(null, null)).refused("card-not-revoked");
    }

    @Test
    void refuses_to_void_on_another_day() {
        scene.cardIssued(household(7), START).cardDelivered(household(7), START).cardRevoked(household(7), START);
        scene.when(voidIssue(null, day("02-01"))).refusedField("/occurredOn");
        scene.when(voidDelivery(null, day("02-01"))).refusedField("/occurredOn");
        scene.when(voidRevocation(null, day("02-01"))).refusedField("/occurredOn");
    }
}
