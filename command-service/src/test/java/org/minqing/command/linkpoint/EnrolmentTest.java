package org.minqing.command.linkpoint;

import static org.minqing.command.linkpoint.Scene.HIGH_BAND;
import static org.minqing.command.linkpoint.Scene.ORGANISATION;
import static org.minqing.command.linkpoint.Scene.POINT;
import static org.minqing.command.linkpoint.Scene.PROGRAMME;
import static org.minqing.command.linkpoint.Scene.START;
import static org.minqing.command.linkpoint.Scene.VILLAGE;
import static org.minqing.command.linkpoint.Scene.cadre;
import static org.minqing.command.linkpoint.Scene.day;
import static org.minqing.command.linkpoint.Scene.household;
import static org.minqing.command.platform.TestSealed.sealed;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Ids;
import org.minqing.events.Sealed;
import org.minqing.events.linkpoint.LinkPointEvent.CadreEnrolled;
import org.minqing.events.linkpoint.LinkPointEvent.CadreWithdrawnFromLinkPoint;
import org.minqing.events.linkpoint.LinkPointEvent.EnrolmentVoided;
import org.minqing.events.linkpoint.LinkPointEvent.WithdrawalVoided;

class EnrolmentTest {
    private static final Sealed WHY = sealed("person:" + cadre(1), "缘由");

    private final Scene scene = new Scene().designated();

    private static EnrolCadre enrol(UUID cadreId, @Nullable LocalDate day) {
        return new EnrolCadre(POINT, cadreId, day);
    }

    private static WithdrawFromLinkPoint withdraw(UUID cadreId, LocalDate day) {
        return new WithdrawFromLinkPoint(POINT, cadreId, WHY, null, day);
    }

    private static CadreEnrolled enrolled(UUID id, LocalDate day) {
        return new CadreEnrolled(POINT, PROGRAMME, ORGANISATION, VILLAGE, id, cadre(1), "132", HIGH_BAND, 5, day);
    }

    private static CadreWithdrawnFromLinkPoint withdrawn(UUID enrolmentId, LocalDate day) {
        return new CadreWithdrawnFromLinkPoint(
                POINT, PROGRAMME, ORGANISATION, VILLAGE, enrolmentId, cadre(1), "132", HIGH_BAND, 5, null, null, day);
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
                        POINT,
                        PROGRAMME,
                        ORGANISATION,
                        VILLAGE,
                        scene.eventId(0),
                        cadre(9),
                        "150",
                        null,
                        null,
                        day("02-01")));
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
        scene.when(enrol(cadre(1), START.minusDays(1))).refused("link-point-not-in-force");
    }

    @Test
    void refuses_a_day_after_the_programme() {
        scene.programmeClosed(day("02-01")).when(enrol(cadre(1), day("02-02"))).refused("programme-not-in-force");
    }

    @Test
    void withdraws_a_cadre_with_what_the_enrolment_said() {
        scene.enrolled(cadre(1), day("02-01")).rank(cadre(1), "132", "131", day("02-15"));
        scene.when(withdraw(cadre(1), day("03-01")))
                .events(new CadreWithdrawnFromLinkPoint(
                        POINT,
                        PROGRAMME,
                        ORGANISATION,
                        VILLAGE,
                        scene.lastId(),
                        cadre(1),
                        "132",
                        HIGH_BAND,
                        5,
                        WHY,
                        null,
                        day("03-01")));
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
    void voids_an_enrolment() {
        scene.enrolled(cadre(1), day("02-01"));
        UUID id = scene.lastId();
        scene.when(new VoidEnrolment(POINT, cadre(1), null, WHY, null, null))
                .events(new EnrolmentVoided(
                        POINT,
                        PROGRAMME,
                        ORGANISATION,
                        VILLAGE,
                        id,
                        enrolled(id, day("02-01")),
                        WHY,
                        null,
                        day("02-01")));
    }

    @Test
    void voids_an_ended_enrolment_with_its_withdrawal_the_last_first() {
        scene.enrolled(cadre(1), START).withdrawn(cadre(1), day("02-01"));
        UUID enrolment = scene.enrolmentOf(cadre(1));
        scene.when(new VoidEnrolment(POINT, cadre(1), enrolment, WHY, null, START))
                .events(
                        new WithdrawalVoided(
                                POINT,
                                PROGRAMME,
                                ORGANISATION,
                                VILLAGE,
                                scene.lastId(),
                                withdrawn(enrolment, day("02-01")),
                                WHY,
                                null,
                                day("02-01")),
                        new EnrolmentVoided(
                                POINT,
                                PROGRAMME,
                                ORGANISATION,
                                VILLAGE,
                                enrolment,
                                enrolled(enrolment, START),
                                WHY,
                                null,
                                START));
    }

    @Test
    void a_voided_enrolment_does_not_keep_an_earlier_one_out() {
        scene.enrolled(cadre(1), day("02-01"));
        UUID id = scene.lastId();
        scene.given(any -> new EnrolmentVoided(
                POINT, PROGRAMME, ORGANISATION, VILLAGE, id, enrolled(id, day("02-01")), WHY, null, day("02-01")));
        scene.when(enrol(cadre(1), day("01-15"))).only(CadreEnrolled.class);
    }

    @Test
    void refuses_to_void_an_enrolment_on_which_a_link_stands_ended_or_not() {
        scene.enrolled(cadre(1), START).linked(household(1), cadre(1), START).released(household(1), day("03-01"));
        scene.when(new VoidEnrolment(POINT, cadre(1), null, WHY, null, null)).refused("enrolment-in-use");
    }

    @Test
    void refuses_to_void_an_enrolment_that_is_none() {
        scene.when(new VoidEnrolment(POINT, cadre(1), null, WHY, null, null)).refused("cadre-not-enrolled");
        scene.when(new VoidEnrolment(POINT, cadre(1), Ids.named("none"), WHY, null, null))
                .refused("enrolment-not-found");
    }

    @Test
    void refuses_to_void_an_enrolment_on_another_day() {
        scene.enrolled(cadre(1), day("02-01"));
        scene.when(new VoidEnrolment(POINT, cadre(1), null, WHY, null, day("02-02")))
                .refusedField("/occurredOn");
    }

    @Test
    void voids_a_withdrawal_and_the_enrolment_goes_on() {
        scene.enrolled(cadre(1), START).withdrawn(cadre(1), day("02-01"));
        UUID enrolment = scene.enrolmentOf(cadre(1));
        WithdrawalVoided voided = new WithdrawalVoided(
                POINT,
                PROGRAMME,
                ORGANISATION,
                VILLAGE,
                scene.lastId(),
                withdrawn(enrolment, day("02-01")),
                WHY,
                null,
                day("02-01"));
        scene.when(new VoidWithdrawal(POINT, cadre(1), null, WHY, null, null)).events(voided);
        scene.given(id -> voided).when(enrol(cadre(1), day("03-01"))).nothing();
    }

    @Test
    void refuses_to_void_a_withdrawal_once_the_cadre_is_enrolled_anew() {
        scene.enrolled(cadre(1), START);
        UUID first = scene.lastId();
        scene.withdrawn(cadre(1), day("02-01")).enrolled(cadre(1), day("03-01"));
        scene.when(new VoidWithdrawal(POINT, cadre(1), first, WHY, null, null)).refused("cadre-already-enrolled");
    }

    @Test
    void refuses_to_void_a_withdrawal_that_is_none() {
        scene.enrolled(cadre(1), START);
        scene.when(new VoidWithdrawal(POINT, cadre(1), null, WHY, null, null)).refused("cadre-not-withdrawn");
    }
}
