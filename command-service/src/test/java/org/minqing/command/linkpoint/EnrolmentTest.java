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
import static org.minqing.command.platform.TestSealed.sealed;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.linkpoint.LinkPointCommand.EnrolCadre;
import org.minqing.command.linkpoint.LinkPointCommand.WithdrawFromLinkPoint;
import org.minqing.command.linkpoint.Scene.DatedCommand;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Corrected;
import org.minqing.events.Ids;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.CadreEnrolled;
import org.minqing.events.linkpoint.LinkPointEvent.CadreWithdrawnFromLinkPoint;
import org.minqing.events.linkpoint.LinkPointEvent.Enrolment;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;

class EnrolmentTest {
    private static final Sealed WHY = sealed("person:" + cadre(1), "缘由");

    private final Scene scene = new Scene().designated();

    private static DatedCommand enrol(UUID cadreId, @Nullable LocalDate day) {
        return new DatedCommand(new EnrolCadre(POINT, cadreId), day);
    }

    private static DatedCommand withdraw(UUID cadreId, LocalDate day) {
        return new DatedCommand(new WithdrawFromLinkPoint(POINT, cadreId, WHY, null), day);
    }

    private static CadreEnrolled enrolled(UUID id, LocalDate day) {
        return new CadreEnrolled(SITE, new Enrolment(id, cadre(1), "132", HIGH_BAND, 5), day);
    }

    private static CadreWithdrawnFromLinkPoint withdrawn(UUID enrolmentId, LocalDate day) {
        return new CadreWithdrawnFromLinkPoint(
                SITE, new Enrolment(enrolmentId, cadre(1), "132", HIGH_BAND, 5), null, null, day);
    }

    @Test
    void enrols_a_cadre_with_rank_band_and_quota_of_the_day() {
        scene.when(enrol(cadre(1), day("02-01"))).events(enrolled(scene.eventId(0), day("02-01")));
    }

    @Test
    void enrols_today_when_no_day_is_given() {
        scene.when(enrol(cadre(1), null)).events(enrolled(scene.eventId(0), CommandFixture.TODAY));
    }

    @Test
    void enrols_a_cadre_for_whose_rank_no_quota_is_defined() {
        scene.when(enrol(cadre(9), day("02-01")))
                .events(new CadreEnrolled(
                        SITE, new Enrolment(scene.eventId(0), cadre(9), "150", null, null), day("02-01")));
    }

    @Test
    void enrolling_an_enrolled_cadre_changes_nothing() {
        scene.enrolled(cadre(1), day("02-01"))
                .when(enrol(cadre(1), day("03-01")))
                .nothing();
    }

    @Test
    void refuses_an_enrolment_earlier_than_the_one_in_force() {
        scene.enrolled(cadre(1), day("02-01"))
                .when(enrol(cadre(1), day("01-31")))
                .refused("out-of-order");
    }

    @Test
    void refuses_a_cadre_nobody_knows() {
        scene.when(enrol(Ids.named("none"), day("02-01"))).refused("cadre-not-found");
    }

    @Test
    void refuses_a_cadre_who_has_retired() {
        scene.retired(cadre(1), day("02-01"))
                .when(enrol(cadre(1), day("02-01")))
                .refused("cadre-not-in-service");
    }

    @Test
    void refuses_a_day_before_the_link_point() {
        scene.when(enrol(cadre(1), START.minusDays(1))).refused("out-of-order");
    }

    @Test
    void refuses_a_day_after_the_programme() {
        scene.programmeClosed(day("02-01")).when(enrol(cadre(1), day("02-02"))).refused("programme-not-in-force");
    }

    @Test
    void withdraws_a_cadre_with_what_the_enrolment_said() {
        scene.enrolled(cadre(1), day("02-01")).rank(cadre(1), "132", "131", day("02-15"));
        scene.when(withdraw(cadre(1), day("03-01")))
                .events(new CadreWithdrawnFromLinkPoint(SITE, scene.enrolment(cadre(1)), WHY, null, day("03-01")));
    }

    @Test
    void withdraws_a_cadre_whose_links_have_ended_by_that_day() {
        scene.enrolled(cadre(1), START).linked(household(1), cadre(1), START).released(household(1), day("03-01"));
        scene.when(withdraw(cadre(1), day("03-01"))).only(CadreWithdrawnFromLinkPoint.class);
    }

    @Test
    void refuses_to_withdraw_a_cadre_who_is_still_linked() {
        scene.enrolled(cadre(1), START).linked(household(1), cadre(1), START);
        scene.when(withdraw(cadre(1), day("03-01"))).refused("cadre-still-linked");
    }

    @Test
    void refuses_to_withdraw_a_cadre_before_the_links_ended() {
        scene.enrolled(cadre(1), START).linked(household(1), cadre(1), START).released(household(1), day("03-01"));
        scene.when(withdraw(cadre(1), day("02-28"))).refused("cadre-still-linked");
    }

    @Test
    void refuses_to_withdraw_a_cadre_before_the_enrolment() {
        scene.enrolled(cadre(1), day("02-01"))
                .when(withdraw(cadre(1), day("01-31")))
                .refused("out-of-order");
    }

    @Test
    void refuses_to_withdraw_a_cadre_who_is_not_enrolled() {
        scene.when(withdraw(cadre(1), day("02-01"))).refused("cadre-not-enrolled");
    }

    @Test
    void enrols_a_withdrawn_cadre_anew() {
        scene.enrolled(cadre(1), START).withdrawn(cadre(1), day("02-01"));
        scene.when(enrol(cadre(1), day("02-01"))).only(CadreEnrolled.class);
    }

    @Test
    void refuses_to_enrol_a_cadre_anew_before_the_withdrawal() {
        scene.enrolled(cadre(1), START).withdrawn(cadre(1), day("02-01"));
        scene.when(enrol(cadre(1), day("01-31"))).refused("out-of-order");
    }

    @Test
    void a_voided_enrolment_does_not_keep_an_earlier_one_out() {
        scene.enrolled(cadre(1), day("02-01"));
        UUID id = scene.lastId();
        CadreEnrolled before = enrolled(id, day("02-01"));
        scene.whenVoided(id).events(new Voided<>(id, before, CommandFixture.REASON, null));
        scene.voided(id, before);
        scene.when(enrol(cadre(1), day("01-15"))).only(CadreEnrolled.class);
    }

    @Test
    void a_withdrawal_relies_on_the_enrolment() {
        scene.enrolled(cadre(1), START).withdrawn(cadre(1), day("02-01"));
        UUID enrolment = scene.enrolment(cadre(1)).enrolmentId();
        scene.whenVoided(enrolment).reliedOn("cadre-not-enrolled");
        scene.whenVoidedWithFollowing(enrolment)
                .events(
                        new Voided<>(scene.lastId(), withdrawn(enrolment, day("02-01")), CommandFixture.REASON, null),
                        new Voided<>(enrolment, enrolled(enrolment, START), CommandFixture.REASON, null));
    }

    @Test
    void links_ended_or_not_rely_on_the_enrolment() {
        scene.enrolled(cadre(1), START).linked(household(1), cadre(1), START).released(household(1), day("03-01"));
        UUID enrolment = scene.enrolment(cadre(1)).enrolmentId();
        scene.whenVoided(enrolment).reliedOn("cadre-not-enrolled", "household-not-linked");
        assertThat(amended(scene.whenVoidedWithFollowing(enrolment)))
                .containsExactly(HouseholdReleased.class, CadreAssignedToHousehold.class, CadreEnrolled.class);
    }

    @Test
    void a_voided_withdrawal_lets_the_enrolment_go_on() {
        scene.enrolled(cadre(1), START).withdrawn(cadre(1), day("02-01"));
        UUID enrolment = scene.enrolment(cadre(1)).enrolmentId();
        UUID withdrawal = scene.lastId();
        CadreWithdrawnFromLinkPoint before = withdrawn(enrolment, day("02-01"));
        scene.whenVoided(withdrawal).events(new Voided<>(withdrawal, before, CommandFixture.REASON, null));
        scene.voided(withdrawal, before).when(enrol(cadre(1), day("03-01"))).nothing();
    }

    @Test
    void another_enrolment_and_its_links_rely_on_the_withdrawal_before() {
        scene.enrolled(cadre(1), START).withdrawn(cadre(1), day("02-01"));
        UUID withdrawal = scene.lastId();
        scene.enrolled(cadre(1), day("03-01")).linked(household(1), cadre(1), day("03-01"));
        scene.whenVoided(withdrawal).reliedOn("cadre-already-enrolled", "cadre-not-enrolled");
        assertThat(amended(scene.whenVoidedWithFollowing(withdrawal)))
                .containsExactly(
                        CadreAssignedToHousehold.class, CadreEnrolled.class, CadreWithdrawnFromLinkPoint.class);
    }

    @Test
    void corrects_who_was_enrolled_with_rank_band_and_quota_of_that_one() {
        scene.enrolled(cadre(1), day("02-01"));
        UUID id = scene.lastId();
        String changes = "{\"cadreId\": \"" + cadre(5) + "\"}";
        CadreEnrolled after = new CadreEnrolled(SITE, new Enrolment(id, cadre(5), "142", LOW_BAND, 3), day("02-01"));
        scene.whenCorrected(id, changes)
                .events(new Corrected<>(id, enrolled(id, day("02-01")), after, CommandFixture.REASON, null));
        scene.linked(household(1), cadre(1), day("03-01"));
        scene.whenCorrected(id, changes).reliedOn("cadre-not-enrolled");
    }
}
