package org.minqing.command.linkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.linkpoint.Scene.HIGH_BAND;
import static org.minqing.command.linkpoint.Scene.LOW_BAND;
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
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Ids;
import org.minqing.events.LinkMode;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryVoided;
import org.minqing.events.linkpoint.LinkPointEvent.CardIssueVoided;
import org.minqing.events.linkpoint.LinkPointEvent.CardRevocationVoided;
import org.minqing.events.linkpoint.LinkPointEvent.HandOverVoided;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.LinkVoided;
import org.minqing.events.linkpoint.LinkPointEvent.ReleaseVoided;

class VoidedLinkTest {
    private final Scene scene = new Scene().ready();

    private static VoidLink voidLink(@Nullable UUID linkId, @Nullable LocalDate day) {
        return new VoidLink(POINT, household(1), linkId, why(household(1)), null, day);
    }

    private static VoidRelease voidRelease(@Nullable UUID linkId, @Nullable LocalDate day) {
        return new VoidRelease(POINT, household(1), linkId, why(household(1)), null, day);
    }

    private LinkVoided linkVoided(UUID target, LocalDate day) {
        var before = new CadreAssignedToHousehold(
                POINT,
                PROGRAMME,
                ORGANISATION,
                VILLAGE,
                target,
                scene.admissionOf(household(1)),
                1,
                household(1),
                scene.enrolmentOf(cadre(1)),
                cadre(1),
                "132",
                HIGH_BAND,
                5,
                LinkMode.EXACTLY_ONE,
                day);
        return new LinkVoided(POINT, PROGRAMME, ORGANISATION, VILLAGE, target, before, why(household(1)), null, day);
    }

    private static List<Class<?>> types(CommandFixture.Outcome outcome) {
        return outcome.events().stream().<Class<?>>map(Object::getClass).toList();
    }

    // -- a link that never was

    @Test
    void voids_the_link_in_force() {
        scene.linked(household(1), cadre(1), day("03-01"));
        scene.when(voidLink(null, null)).events(linkVoided(scene.lastId(), day("03-01")));
    }

    @Test
    void a_wrong_day_is_voided_and_entered_anew_earlier_or_later() {
        scene.linked(household(1), cadre(1), day("03-01"));
        UUID link = scene.lastId();
        scene.given(id -> linkVoided(link, day("03-01")));
        assertThat(types(scene.assign(household(1), cadre(2), day("02-01")))).endsWith(CadreAssignedToHousehold.class);
        scene.assign(household(1), cadre(1), day("04-01")).only(CadreAssignedToHousehold.class);
    }

    @Test
    void a_voided_link_counts_for_no_quota() {
        for (int i = 1; i <= 5; i++) {
            scene.linked(household(i), cadre(1), START);
        }
        UUID first = scene.link(household(1)).id();
        scene.assign(household(6), cadre(1), day("02-01")).refused("quota-exceeded");
        scene.given(id -> linkVoided(first, START));
        assertThat(types(scene.assign(household(6), cadre(1), day("02-01")))).endsWith(CadreAssignedToHousehold.class);
    }

    @Test
    void voids_with_a_link_its_cards_the_last_first() {
        scene.linked(household(1), cadre(1), START)
                .cardIssued(household(1), START)
                .cardRevoked(household(1), day("02-01"))
                .cardIssued(household(1), day("02-01"))
                .cardDelivered(household(1), day("03-01"));
        assertThat(types(scene.when(voidLink(null, null))))
                .containsExactly(
                        CardDeliveryVoided.class,
                        CardIssueVoided.class,
                        CardRevocationVoided.class,
                        CardIssueVoided.class,
                        LinkVoided.class);
    }

    @Test
    void refuses_to_void_where_no_link_is_in_force() {
        scene.when(voidLink(null, null)).refused("household-not-linked");
        scene.when(voidLink(Ids.named("none"), null)).refused("link-not-found");
        scene.linked(household(1), cadre(1), START).released(household(1), day("02-01"));
        scene.when(voidLink(null, null)).refused("household-not-linked");
    }

    @Test
    void voids_a_released_link_by_its_id_with_the_release() {
        scene.linked(household(1), cadre(1), START);
        UUID link = scene.lastId();
        scene.cardIssued(household(1), START).released(household(1), day("02-01"));
        assertThat(types(scene.when(voidLink(link, null))))
                .containsExactly(ReleaseVoided.class, CardIssueVoided.class, LinkVoided.class);
    }

    @Test
    void voids_a_released_link_although_another_has_taken_its_place() {
        scene.linked(household(1), cadre(1), START);
        UUID link = scene.lastId();
        scene.released(household(1), day("02-01")).linked(household(1), cadre(2), day("02-01"));
        assertThat(types(scene.when(voidLink(link, null)))).containsExactly(ReleaseVoided.class, LinkVoided.class);
    }

    @Test
    void refuses_to_void_on_another_day_than_that_of_the_fact() {
        scene.linked(household(1), cadre(1), START);
        scene.when(voidLink(null, day("02-01"))).refusedField("/occurredOn");
        scene.released(household(1), day("03-01"));
        scene.when(voidRelease(null, START)).refusedField("/occurredOn");
    }

    @Test
    @SuppressWarnings("NullAway") // what the endpoint binds where nothing was given
    void refuses_to_void_without_a_reason() {
        scene.linked(household(1), cadre(1), START);
        scene.when(new VoidLink(POINT, household(1), null, null, null, null)).refusedField("/reason");
    }

    @Test
    void at_least_one_asks_which_link_where_there_are_several() {
        Scene many = new Scene(LinkMode.AT_LEAST_ONE).ready().linked(household(1), cadre(1), START);
        UUID link = many.lastId();
        many.linked(household(1), cadre(2), START);
        many.when(voidLink(null, null)).refusedField("/linkId", "several-links");
        assertThat(many.when(voidLink(link, null)).only(LinkVoided.class).target())
                .isEqualTo(link);
    }

    // -- a hand-over that never was

    private HandOverVoided handOverVoided(UUID target, HouseholdHandedOver before) {
        return new HandOverVoided(
                POINT, PROGRAMME, ORGANISATION, VILLAGE, target, before, why(household(1)), null, before.occurredOn());
    }

    private HouseholdHandedOver handOver(UUID former, UUID card, boolean delivered, UUID linkId) {
        return new HouseholdHandedOver(
                POINT,
                PROGRAMME,
                ORGANISATION,
                VILLAGE,
                former,
                1,
                scene.enrolmentOf(cadre(1)),
                cadre(1),
                "132",
                HIGH_BAND,
                5,
                card,
                delivered,
                linkId,
                scene.admissionOf(household(1)),
                1,
                household(1),
                scene.enrolmentOf(cadre(5)),
                cadre(5),
                "142",
                LOW_BAND,
                3,
                LinkMode.EXACTLY_ONE,
                why(household(1)),
                null,
                day("03-01"));
    }

    @Test
    void voiding_a_link_that_came_of_a_hand_over_gives_the_household_back_with_its_card() {
        scene.linked(household(1), cadre(1), START);
        UUID former = scene.lastId();
        scene.cardIssued(household(1), START);
        UUID card = scene.lastId();
        scene.cardDelivered(household(1), START).handedOver(household(1), cadre(5), day("03-01"));
        HandOverVoided voided = handOverVoided(scene.lastId(), handOver(former, card, true, scene.lastId()));
        scene.when(voidLink(null, day("03-01"))).events(voided);

        scene.given(id -> voided);
        HouseholdReleased released = scene.release(household(1), day("02-01")).only(HouseholdReleased.class);
        assertThat(released.linkId()).isEqualTo(former);
        assertThat(released.cardId()).isEqualTo(card);
        assertThat(released.cardDelivered()).isTrue();
    }

    @Test
    void voiding_the_first_of_a_chain_voids_all_it_became_the_last_first() {
        scene.linked(household(1), cadre(1), START);
        UUID first = scene.lastId();
        scene.handedOver(household(1), cadre(2), day("02-01"))
                .cardIssued(household(1), day("02-01"))
                .handedOver(household(1), cadre(3), day("03-01"))
                .released(household(1), day("04-01"));
        assertThat(types(scene.when(voidLink(first, null))))
                .containsExactly(
                        ReleaseVoided.class,
                        HandOverVoided.class,
                        CardIssueVoided.class,
                        HandOverVoided.class,
                        LinkVoided.class);
    }

    @Test
    void voiding_the_middle_of_a_chain_gives_the_household_back_to_the_first() {
        scene.linked(household(1), cadre(1), START).handedOver(household(1), cadre(2), day("02-01"));
        UUID middle = scene.lastId();
        scene.handedOver(household(1), cadre(3), day("03-01"));
        assertThat(types(scene.when(voidLink(middle, null))))
                .containsExactly(HandOverVoided.class, HandOverVoided.class);
    }

    @Test
    void refuses_to_give_a_household_back_to_a_cadre_who_was_withdrawn() {
        scene.linked(household(1), cadre(1), START)
                .handedOver(household(1), cadre(2), day("02-01"))
                .withdrawn(cadre(1), day("03-01"));
        scene.when(voidLink(null, null)).refused("cadre-not-enrolled");
    }

    @Test
    void refuses_to_give_a_household_back_to_a_cadre_whose_quota_is_full_since() {
        scene.linked(household(1), cadre(5), START).handedOver(household(1), cadre(1), day("03-01"));
        for (int i = 2; i <= 4; i++) {
            scene.linked(household(i), cadre(5), day("04-01"));
        }
        scene.when(voidLink(null, null)).refused("quota-exceeded");
    }

    @Test
    void gives_a_household_back_to_a_cadre_whose_quota_was_lowered_since_it_was_linked() {
        for (int i = 1; i <= 5; i++) {
            scene.linked(household(i), cadre(1), START);
        }
        scene.quota(HIGH_BAND, List.of("131", "132"), 2, day("02-01"));
        scene.handedOver(household(1), cadre(2), day("03-01"));
        scene.when(voidLink(null, null)).only(HandOverVoided.class);
    }

    // -- a release that never was

    @Test
    void voids_a_release_and_the_link_goes_on_with_its_card() {
        scene.linked(household(1), cadre(1), START);
        UUID link = scene.lastId();
        scene.cardIssued(household(1), START);
        UUID card = scene.lastId();
        scene.released(household(1), day("03-01"));
        var before = new HouseholdReleased(
                POINT,
                PROGRAMME,
                ORGANISATION,
                VILLAGE,
                link,
                scene.admissionOf(household(1)),
                1,
                household(1),
                scene.enrolmentOf(cadre(1)),
                cadre(1),
                "132",
                HIGH_BAND,
                5,
                card,
                false,
                why(household(1)),
                null,
                day("03-01"));
        ReleaseVoided voided = new ReleaseVoided(
                POINT, PROGRAMME, ORGANISATION, VILLAGE, scene.lastId(), before, why(household(1)), null, day("03-01"));
        scene.when(voidRelease(null, null)).events(voided);

        scene.given(id -> voided);
        scene.assign(household(1), cadre(2), day("04-01")).refused("household-already-linked");
        scene.when(new IssueLiaisonCard(POINT, household(1), null, day("04-01")))
                .nothing();
        scene.release(household(1), day("02-01")).only(HouseholdReleased.class);
    }

    @Test
    void refuses_to_void_a_release_once_another_cadre_holds_the_household() {
        scene.linked(household(1), cadre(1), START);
        UUID link = scene.lastId();
        scene.released(household(1), day("02-01")).linked(household(1), cadre(2), day("03-01"));
        scene.when(voidRelease(link, null)).refused("household-already-linked");
    }

    @Test
    void refuses_to_void_a_release_where_another_cadre_has_held_the_household_since() {
        scene.linked(household(1), cadre(1), START);
        UUID link = scene.lastId();
        scene.released(household(1), day("02-01"))
                .linked(household(1), cadre(2), day("03-01"))
                .released(household(1), day("04-01"));
        scene.when(voidRelease(link, null)).refused("household-already-linked");
        assertThat(scene.when(voidRelease(null, null))
                        .only(ReleaseVoided.class)
                        .before()
                        .cadreId())
                .isEqualTo(cadre(2));
    }

    @Test
    void at_least_one_lets_a_link_go_on_beside_that_of_another_cadre() {
        Scene many = new Scene(LinkMode.AT_LEAST_ONE)
                .ready()
                .linked(household(1), cadre(1), START)
                .released(household(1), day("02-01"))
                .linked(household(1), cadre(2), day("03-01"));
        many.when(voidRelease(null, null)).only(ReleaseVoided.class);
    }

    @Test
    void refuses_to_void_a_release_where_the_quota_is_full_since() {
        scene.linked(household(1), cadre(5), START).released(household(1), day("03-01"));
        for (int i = 2; i <= 4; i++) {
            scene.linked(household(i), cadre(5), day("04-01"));
        }
        scene.when(voidRelease(null, null)).refused("quota-exceeded");
        scene.quota(LOW_BAND, List.of("141", "142"), 4, day("02-01"));
        scene.when(voidRelease(null, null)).only(ReleaseVoided.class);
    }

    @Test
    void refuses_to_void_a_release_of_a_cadre_withdrawn_since() {
        scene.linked(household(1), cadre(1), START)
                .released(household(1), day("02-01"))
                .withdrawn(cadre(1), day("02-01"));
        scene.when(voidRelease(null, null)).refused("cadre-not-enrolled");
    }

    @Test
    void refuses_to_void_a_release_that_is_none() {
        scene.linked(household(1), cadre(1), START);
        scene.when(voidRelease(null, null)).refused("household-not-released");
        scene.handedOver(household(1), cadre(2), day("02-01"));
        scene.when(voidRelease(null, null)).refused("household-not-released");
    }
}
