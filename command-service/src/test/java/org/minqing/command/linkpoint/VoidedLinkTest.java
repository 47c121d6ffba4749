package org.minqing.command.linkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.linkpoint.Scene.HIGH_BAND;
import static org.minqing.command.linkpoint.Scene.LOW_BAND;
import static org.minqing.command.linkpoint.Scene.POINT;
import static org.minqing.command.linkpoint.Scene.SITE;
import static org.minqing.command.linkpoint.Scene.START;
import static org.minqing.command.linkpoint.Scene.amended;
import static org.minqing.command.linkpoint.Scene.cadre;
import static org.minqing.command.linkpoint.Scene.day;
import static org.minqing.command.linkpoint.Scene.household;
import static org.minqing.command.linkpoint.Scene.why;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.linkpoint.LinkPointCommand.AdmitHousehold;
import org.minqing.command.linkpoint.LinkPointCommand.IssueLiaisonCard;
import org.minqing.command.linkpoint.Scene.DatedCommand;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Corrected;
import org.minqing.events.LinkMode;
import org.minqing.events.Voided;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryConfirmed;
import org.minqing.events.linkpoint.LinkPointEvent.FormerLink;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardIssued;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardRevoked;
import org.minqing.events.linkpoint.LinkPointEvent.Link;

/** Links, hand-overs and releases that never were, and links that were other ones. */
class VoidedLinkTest {
    private final Scene scene = new Scene().ready();

    private Scene linked(int household, int cadre, LocalDate day) {
        return scene.linked(household(household), cadre(cadre), day);
    }

    private CadreAssignedToHousehold assigned(UUID linkId, int cadre, LocalDate day) {
        return new CadreAssignedToHousehold(
                SITE, scene.link(linkId, household(1), cadre(cadre)), LinkMode.EXACTLY_ONE, day);
    }

    private static String cadreId(int cadre) {
        return "{\"cadreId\": \"" + cadre(cadre) + "\"}";
    }

    // -- a link that never was

    @Test
    void voids_the_link_in_force_and_the_household_stays_admitted() {
        linked(1, 1, day("03-01"));
        UUID link = scene.lastId();
        CadreAssignedToHousehold before = assigned(link, 1, day("03-01"));
        scene.whenVoided(link).events(new Voided<>(link, before, CommandFixture.REASON, null));
        scene.voided(link, before);
        scene.when(new DatedCommand(new AdmitHousehold(POINT, household(1)), day("03-01")))
                .nothing();
    }

    @Test
    void a_wrong_day_is_voided_and_entered_anew_earlier_or_later() {
        linked(1, 1, day("03-01"));
        scene.voided(scene.lastId(), assigned(scene.lastId(), 1, day("03-01")));
        assertThat(scene.assign(household(1), cadre(2), day("02-01")).events())
                .last()
                .isInstanceOf(CadreAssignedToHousehold.class);
        scene.assign(household(1), cadre(1), day("04-01")).only(CadreAssignedToHousehold.class);
    }

    @Test
    void a_voided_link_counts_for_no_quota() {
        for (int i = 1; i <= 5; i++) {
            linked(i, 1, START);
        }
        UUID first = scene.held(household(1)).link().linkId();
        scene.assign(household(6), cadre(1), day("02-01")).refused("quota-exceeded");
        scene.voided(first, assigned(first, 1, START));
        assertThat(scene.assign(household(6), cadre(1), day("02-01")).events()).hasSize(2);
    }

    @Test
    void cards_and_the_release_rely_on_the_link() {
        linked(1, 1, START);
        UUID link = scene.lastId();
        scene.cardIssued(household(1), START)
                .cardRevoked(household(1), day("02-01"))
                .cardIssued(household(1), day("02-01"))
                .cardDelivered(household(1), day("03-01"))
                .released(household(1), day("04-01"));
        String gone = "household-not-linked";
        scene.whenVoided(link).reliedOn(gone, gone, gone, gone, gone);
        assertThat(amended(scene.whenVoidedWithFollowing(link)))
                .containsExactly(
                        HouseholdReleased.class,
                        CardDeliveryConfirmed.class,
                        LiaisonCardIssued.class,
                        LiaisonCardRevoked.class,
                        LiaisonCardIssued.class,
                        CadreAssignedToHousehold.class);
    }

    @Test
    void voids_a_released_link_although_another_has_taken_its_place() {
        linked(1, 1, START);
        UUID link = scene.lastId();
        scene.released(household(1), day("02-01"));
        linked(1, 2, day("02-01"));
        scene.whenVoided(link).reliedOn("household-not-linked");
        assertThat(amended(scene.whenVoidedWithFollowing(link)))
                .containsExactly(HouseholdReleased.class, CadreAssignedToHousehold.class);
    }

    // -- a hand-over that never was

    @Test
    void voiding_a_hand_over_gives_the_household_back_with_its_card() {
        linked(1, 1, START);
        Link former = scene.held(household(1)).link();
        scene.cardIssued(household(1), START);
        UUID card = scene.lastId();
        scene.cardDelivered(household(1), START);
        FormerLink ended = scene.former(household(1));
        scene.handedOver(household(1), cadre(5), day("03-01"));
        UUID handOver = scene.lastId();
        HouseholdHandedOver before = new HouseholdHandedOver(
                SITE,
                ended,
                scene.held(household(1)).link(),
                LinkMode.EXACTLY_ONE,
                why(household(1)),
                null,
                day("03-01"));
        scene.whenVoided(handOver).events(new Voided<>(handOver, before, CommandFixture.REASON, null));

        scene.voided(handOver, before);
        HouseholdReleased released = scene.release(household(1), day("02-01")).only(HouseholdReleased.class);
        assertThat(released.link()).isEqualTo(former);
        assertThat(released.cardId()).isEqualTo(card);
        assertThat(released.cardDelivered()).isTrue();
    }

    @Test
    void a_chain_of_hand_overs_relies_on_each_before() {
        linked(1, 1, START);
        UUID first = scene.lastId();
        scene.handedOver(household(1), cadre(2), day("02-01"));
        UUID middle = scene.lastId();
        scene.cardIssued(household(1), day("02-01"))
                .handedOver(household(1), cadre(3), day("03-01"))
                .released(household(1), day("04-01"));
        String gone = "household-not-linked";
        scene.whenVoided(middle).reliedOn(gone, gone, gone);
        assertThat(amended(scene.whenVoidedWithFollowing(middle)))
                .containsExactly(
                        HouseholdReleased.class,
                        HouseholdHandedOver.class,
                        LiaisonCardIssued.class,
                        HouseholdHandedOver.class);
        assertThat(amended(scene.whenVoidedWithFollowing(first)))
                .containsExactly(
                        HouseholdReleased.class,
                        HouseholdHandedOver.class,
                        LiaisonCardIssued.class,
                        HouseholdHandedOver.class,
                        CadreAssignedToHousehold.class);
    }

    @Test
    void the_withdrawal_of_the_cadre_before_relies_on_the_hand_over() {
        linked(1, 1, START).handedOver(household(1), cadre(2), day("02-01"));
        UUID handOver = scene.lastId();
        scene.withdrawn(cadre(1), day("03-01"));
        scene.whenVoided(handOver).reliedOn("cadre-still-linked");
    }

    @Test
    void links_above_the_quota_rely_on_a_hand_over_that_freed_a_place() {
        linked(1, 5, START).handedOver(household(1), cadre(1), day("03-01"));
        UUID handOver = scene.lastId();
        for (int i = 2; i <= 4; i++) {
            linked(i, 5, day("04-01"));
        }
        scene.whenVoided(handOver).reliedOn("quota-exceeded");
        assertThat(amended(scene.whenVoidedWithFollowing(handOver)))
                .containsExactly(CadreAssignedToHousehold.class, HouseholdHandedOver.class);
    }

    @Test
    void gives_a_household_back_to_a_cadre_whose_quota_was_lowered_since_it_was_linked() {
        for (int i = 1; i <= 5; i++) {
            linked(i, 1, START);
        }
        scene.quota(HIGH_BAND, List.of("131", "132"), 2, day("02-01"));
        scene.handedOver(household(1), cadre(2), day("03-01"));
        assertThat(amended(scene.whenVoided(scene.lastId()))).containsExactly(HouseholdHandedOver.class);
    }

    // -- a release that never was

    @Test
    void voids_a_release_and_the_link_goes_on_with_its_card() {
        linked(1, 1, START);
        scene.cardIssued(household(1), START);
        UUID card = scene.lastId();
        scene.released(household(1), day("03-01"));
        HouseholdReleased before = new HouseholdReleased(
                SITE, scene.held(household(1)).link(), card, false, why(household(1)), null, day("03-01"));
        UUID release = scene.lastId();
        scene.whenVoided(release).events(new Voided<>(release, before, CommandFixture.REASON, null));

        scene.voided(release, before);
        scene.assign(household(1), cadre(2), day("04-01")).refused("household-already-linked");
        scene.when(new DatedCommand(new IssueLiaisonCard(POINT, household(1), null), day("04-01")))
                .nothing();
        scene.release(household(1), day("02-01")).only(HouseholdReleased.class);
    }

    @Test
    void the_next_link_of_a_household_relies_on_the_release_before() {
        linked(1, 1, START).released(household(1), day("02-01"));
        UUID release = scene.lastId();
        linked(1, 2, day("03-01"));
        scene.whenVoided(release).reliedOn("household-already-linked");
        scene.released(household(1), day("04-01"));
        UUID second = scene.lastId();
        scene.whenVoided(release).reliedOn("household-already-linked", "household-not-linked");
        assertThat(amended(scene.whenVoidedWithFollowing(release)))
                .containsExactly(HouseholdReleased.class, CadreAssignedToHousehold.class, HouseholdReleased.class);
        assertThat(amended(scene.whenVoided(second))).containsExactly(HouseholdReleased.class);
    }

    @Test
    void at_least_one_lets_a_link_go_on_beside_that_of_another_cadre() {
        Scene many = new Scene(LinkMode.AT_LEAST_ONE)
                .ready()
                .linked(household(1), cadre(1), START)
                .released(household(1), day("02-01"));
        UUID release = many.lastId();
        many.linked(household(1), cadre(2), day("03-01"));
        assertThat(amended(many.whenVoided(release))).containsExactly(HouseholdReleased.class);
    }

    @Test
    void links_above_the_quota_they_were_judged_by_rely_on_the_release() {
        linked(1, 5, START).released(household(1), day("03-01"));
        UUID release = scene.lastId();
        linked(2, 5, day("04-01"));
        linked(3, 5, day("04-01"));
        assertThat(amended(scene.whenVoided(release))).containsExactly(HouseholdReleased.class);
        scene.quota(LOW_BAND, List.of("141", "142"), 4, day("04-01"));
        scene.entered(scene.assign(household(4), cadre(5), day("04-01")));
        assertThat(amended(scene.whenVoided(release))).containsExactly(HouseholdReleased.class);
        scene.entered(scene.assign(household(5), cadre(5), day("04-01")));
        scene.whenVoided(release).reliedOn("quota-exceeded");
    }

    @Test
    void the_withdrawal_of_a_cadre_relies_on_the_release_before() {
        linked(1, 1, START).released(household(1), day("02-01"));
        UUID release = scene.lastId();
        scene.withdrawn(cadre(1), day("02-01"));
        scene.whenVoided(release).reliedOn("cadre-still-linked");
    }

    @Test
    void a_late_release_of_an_earlier_day_holds_although_more_was_entered_since() {
        linked(1, 1, day("02-01"));
        linked(2, 1, day("03-01"));
        scene.released(household(1), day("02-15"));
        UUID release = scene.lastId();
        linked(3, 1, START);
        assertThat(amended(scene.whenVoided(release))).containsExactly(HouseholdReleased.class);
    }

    // -- a link that was another one

    @Test
    void corrects_who_was_linked_with_rank_band_and_quota_of_that_one() {
        linked(1, 1, day("03-01"));
        UUID link = scene.lastId();
        scene.whenCorrected(link, cadreId(5))
                .events(new Corrected<>(
                        link,
                        assigned(link, 1, day("03-01")),
                        assigned(link, 5, day("03-01")),
                        CommandFixture.REASON,
                        null));
        scene.whenCorrected(link, cadreId(1)).nothing();
        scene.whenCorrected(link, cadreId(9)).refused("quota-not-defined");
    }

    @Test
    void a_link_corrected_to_another_cadre_counts_for_that_ones_quota() {
        for (int i = 1; i <= 3; i++) {
            linked(i, 5, START);
        }
        linked(4, 1, day("02-01"));
        UUID link = scene.lastId();
        scene.whenCorrected(link, cadreId(5)).refused("quota-exceeded");
        linked(5, 6, day("02-01"));
        linked(6, 6, day("02-01"));
        linked(7, 6, day("02-01"));
        scene.whenCorrected(link, cadreId(6)).reliedOn("quota-exceeded");
        assertThat(amended(scene.whenCorrectedWithFollowing(link, cadreId(6))))
                .containsExactly(CadreAssignedToHousehold.class, CadreAssignedToHousehold.class);
    }

    @Test
    void a_voided_correction_puts_back_who_was_linked_before() {
        linked(1, 1, START);
        UUID link = scene.lastId();
        Corrected<?> correction = scene.whenCorrected(link, cadreId(2)).only(Corrected.class);
        scene.given(id -> correction);
        UUID corrected = scene.lastId();
        assertThat(scene.release(household(1), day("03-01"))
                        .only(HouseholdReleased.class)
                        .link()
                        .cadreId())
                .isEqualTo(cadre(2));
        scene.whenVoided(corrected).events(new Voided<>(corrected, correction, CommandFixture.REASON, null));
        scene.voided(corrected, correction);
        assertThat(scene.release(household(1), day("03-01"))
                        .only(HouseholdReleased.class)
                        .link()
                        .cadreId())
                .isEqualTo(cadre(1));
    }

    @Test
    void what_followed_a_correction_relies_on_it() {
        linked(1, 1, START);
        Corrected<?> correction =
                scene.whenCorrected(scene.lastId(), cadreId(2)).only(Corrected.class);
        scene.given(id -> correction);
        UUID corrected = scene.lastId();
        scene.entered(scene.when(new DatedCommand(new IssueLiaisonCard(POINT, household(1), null), START)));
        scene.whenVoided(corrected).reliedOn("stands-otherwise");
        assertThat(scene.whenVoidedWithFollowing(corrected).events()).hasSize(2);
    }

    @Test
    void corrects_which_household_was_linked_if_that_one_is_admitted() {
        scene.admitted(household(2), START);
        linked(1, 1, day("03-01"));
        UUID link = scene.lastId();
        String other = "{\"householdId\": \"" + household(2) + "\"}";
        Link after = ((CadreAssignedToHousehold)
                        scene.whenCorrected(link, other).only(Corrected.class).after())
                .link();
        assertThat(after).isEqualTo(scene.link(link, household(2), cadre(1)));
        scene.whenCorrected(link, "{\"householdId\": \"" + household(3) + "\"}").refused("not-correctable");
    }
}
