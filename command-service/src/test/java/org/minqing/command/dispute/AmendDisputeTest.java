package org.minqing.command.dispute;

import static org.minqing.command.dispute.Disputes.ACCEPTED;
import static org.minqing.command.dispute.Disputes.AGREED;
import static org.minqing.command.dispute.Disputes.AGREED_ON;
import static org.minqing.command.dispute.Disputes.CITY;
import static org.minqing.command.dispute.Disputes.DISPUTE;
import static org.minqing.command.dispute.Disputes.FAILED;
import static org.minqing.command.dispute.Disputes.OF;
import static org.minqing.command.dispute.Disputes.PROGRAMME;
import static org.minqing.command.dispute.Disputes.RECONCILED;
import static org.minqing.command.dispute.Disputes.REGISTERED;
import static org.minqing.command.dispute.Disputes.REGISTERED_ON;
import static org.minqing.command.dispute.Disputes.SESSION;
import static org.minqing.command.dispute.Disputes.SHUITIAN;
import static org.minqing.command.dispute.Disputes.fixture;
import static org.minqing.command.dispute.Disputes.party;
import static org.minqing.command.dispute.Disputes.text;
import static org.minqing.command.platform.CommandFixture.PENDING;
import static org.minqing.command.platform.CommandFixture.givenId;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.dispute.DisputeCommand.AcceptMediation;
import org.minqing.command.dispute.DisputeCommand.HoldMediationSession;
import org.minqing.command.dispute.DisputeCommand.RegisterDispute;
import org.minqing.command.dispute.DisputeCommand.ResolveDispute;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Voided;
import org.minqing.events.dispute.CourtDecision;
import org.minqing.events.dispute.DisputeEvent;
import org.minqing.events.dispute.DisputeEvent.Case;
import org.minqing.events.dispute.DisputeEvent.CourtDecisionRecorded;
import org.minqing.events.dispute.DisputeEvent.DisputeRegistered;
import org.minqing.events.dispute.DisputeEvent.DisputeResolved;
import org.minqing.events.dispute.DisputeEvent.JudicialConfirmationApplied;
import org.minqing.events.dispute.DisputeEvent.MediationAccepted;
import org.minqing.events.dispute.DisputeEvent.MediationAgreementReached;
import org.minqing.events.dispute.DisputeEvent.MediationSessionHeld;
import org.minqing.events.dispute.DisputeEvent.PerformanceRecorded;
import org.minqing.events.dispute.DisputeEvent.ReturnVisitRecorded;
import org.minqing.events.dispute.DisputeKind;
import org.minqing.events.dispute.DisputeOutcome;
import org.minqing.events.dispute.Performance;

/** Of a dispute something never was, or was otherwise. */
class AmendDisputeTest {
    private static final DisputeEvent[] STORY = {
        REGISTERED,
        ACCEPTED,
        SESSION,
        AGREED,
        new JudicialConfirmationApplied(OF, AGREED_ON, List.of(new UUID(4, 1), new UUID(4, 2)), null, AGREED_ON),
        new CourtDecisionRecorded(OF, CourtDecision.CONFIRMED, null, null, AGREED_ON),
        RECONCILED,
        new PerformanceRecorded(OF, Performance.FULL, null, RECONCILED.occurredOn()),
        new ReturnVisitRecorded(OF, List.of(), null, RECONCILED.occurredOn())
    };

    private static Voided<DisputeEvent> voided(int ordinal) {
        return voided(ordinal, STORY[ordinal]);
    }

    private static <E extends DomainEvent> Voided<E> voided(int ordinal, E event) {
        return new Voided<>(givenId(ordinal), event, CommandFixture.REASON, null);
    }

    private static Corrected<DisputeEvent> corrected(int ordinal, DisputeEvent before, DisputeEvent after) {
        return new Corrected<>(givenId(ordinal), before, after, CommandFixture.REASON, null);
    }

    private static MediationAgreementReached agreed(int day) {
        return new MediationAgreementReached(
                OF, 1, AGREED.terms(), false, AGREED_ON.withDayOfMonth(day), null, AGREED_ON);
    }

    private static CommandFixture story() {
        return fixture().given(STORY);
    }

    @Test
    void voids_a_dispute_with_all_its_steps_the_last_first() {
        story().whenVoided(givenId(0))
                .reliedOn(
                        "dispute-voided",
                        "dispute-voided",
                        "dispute-voided",
                        "dispute-voided",
                        "dispute-voided",
                        "dispute-voided",
                        "dispute-voided",
                        "dispute-voided");
        story().whenVoidedWithFollowing(givenId(0))
                .events(
                        voided(8), voided(7), voided(6), voided(5), voided(4), voided(3), voided(2), voided(1),
                        voided(0));
    }

    @Test
    void voids_a_failed_mediation() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, FAILED)
                .whenVoided(givenId(3))
                .events(voided(3, FAILED));
    }

    @Test
    void voids_a_step_and_those_that_rest_on_it() {
        story().whenVoided(givenId(3))
                .reliedOn(
                        "no-agreement",
                        "court-not-asked",
                        "dispute-not-settled",
                        "no-agreement",
                        "mediation-not-concluded");
        story().whenVoidedWithFollowing(givenId(3))
                .events(voided(8), voided(7), voided(6), voided(5), voided(4), voided(3));
        story().whenVoided(givenId(4)).reliedOn("court-not-asked");
    }

    @Test
    void voids_a_step_alone_on_which_nothing_rests() {
        story().whenVoided(givenId(6)).events(voided(6));
        story().whenVoided(givenId(5)).events(voided(5));
        MediationSessionHeld second = new MediationSessionHeld(OF, 2, null, AGREED_ON);
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, second)
                .whenVoided(givenId(2))
                .events(voided(2, SESSION));
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, second, voided(2, SESSION))
                .on(AGREED_ON)
                .when(new HoldMediationSession(DISPUTE, null))
                .events(new MediationSessionHeld(OF, 3, null, AGREED_ON));
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, second, voided(3, second), AGREED)
                .whenVoided(givenId(2))
                .reliedOn("no-session-held");
        fixture()
                .given(
                        REGISTERED,
                        ACCEPTED,
                        SESSION,
                        second,
                        new MediationAgreementReached(OF, 2, text("各清一半"), false, AGREED_ON, null, AGREED_ON))
                .whenVoided(givenId(3))
                .reliedOn("no-session-held");
    }

    @Test
    void voiding_again_changes_nothing() {
        fixture()
                .given(REGISTERED, voided(0))
                .whenVoidedWithFollowing(givenId(0))
                .nothing();
        fixture().given(REGISTERED, ACCEPTED, voided(1)).whenVoided(givenId(1)).nothing();
        fixture().given(REGISTERED).whenVoided(new UUID(9, 9)).refused("event-not-found");
    }

    @Test
    void a_voided_step_can_be_taken_again_on_an_earlier_day() {
        fixture()
                .given(REGISTERED, ACCEPTED, voided(1))
                .on(REGISTERED_ON)
                .when(new AcceptMediation(DISPUTE))
                .events(new MediationAccepted(OF, REGISTERED_ON));
    }

    @Test
    void a_voided_agreement_settles_nothing() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, AGREED, voided(3))
                .when(new ResolveDispute(DISPUTE, DisputeOutcome.RECONCILED))
                .refused("dispute-not-settled");
    }

    @Test
    void a_voided_dispute_takes_no_step_but_to_be_registered_again() {
        fixture()
                .given(REGISTERED, voided(0))
                .when(new AcceptMediation(DISPUTE))
                .refused("dispute-voided");
        fixture()
                .given(REGISTERED, voided(0))
                .on(REGISTERED_ON)
                .when(new RegisterDispute(
                        DISPUTE,
                        null,
                        null,
                        null,
                        null,
                        SHUITIAN,
                        List.of(party(1), party(2)),
                        DisputeKind.NEIGHBOUR,
                        text("排水沟"),
                        null))
                .events(REGISTERED);
    }

    @Test
    void a_step_entered_late_is_voided_alone() {
        MediationSessionHeld late = new MediationSessionHeld(OF, 1, null, SESSION.occurredOn());
        fixture()
                .today("2013-01-01")
                .given(REGISTERED, ACCEPTED)
                .on(SESSION.occurredOn())
                .when(new HoldMediationSession(DISPUTE, null))
                .events(late);
        fixture()
                .today("2013-01-01")
                .given(REGISTERED, ACCEPTED, late)
                .whenVoided(givenId(2))
                .events(voided(2, late));
    }

    @Test
    void an_agreement_took_effect_on_another_day_and_the_court_s_thirty_days_are_counted_again() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, AGREED)
                .whenCorrected(givenId(3), "{\"effectiveOn\": \"2012-03-25\"}")
                .events(corrected(3, AGREED, agreed(25)));
        story().whenCorrected(givenId(3), "{\"effectiveOn\": \"2012-03-25\"}")
                .reliedOn("agreement-not-in-effect", "court-not-asked");
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, AGREED)
                .whenCorrected(givenId(3), "{\"effectiveOn\": \"2012-03-19\"}")
                .refusedField("/changes/effectiveOn", "before-the-agreement");
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, AGREED)
                .whenCorrected(givenId(3), "{\"terms\": \"各清三尺\", \"oral\": true}")
                .events(corrected(
                        3, AGREED, new MediationAgreementReached(OF, 1, PENDING, true, AGREED_ON, null, AGREED_ON)));
    }

    @Test
    void a_resolution_was_another() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, FAILED, Disputes.REFERRED)
                .whenCorrected(givenId(4), "{\"outcome\": \"WITHDRAWN\"}")
                .events(corrected(
                        4,
                        Disputes.REFERRED,
                        new DisputeResolved(OF, DisputeOutcome.WITHDRAWN, 2, Disputes.REFERRED.occurredOn())));
        story().whenCorrected(givenId(6), "{\"outcome\": \"REFERRED\"}").refused("dispute-not-settled");
    }

    @Test
    void a_dispute_was_of_another_kind_and_its_steps_count_with_it() {
        Case family = new Case(DISPUTE, PROGRAMME, CITY, SHUITIAN, null, null, DisputeKind.FAMILY);
        DisputeRegistered after =
                new DisputeRegistered(family, REGISTERED.parties(), REGISTERED.facts(), null, REGISTERED_ON);
        fixture()
                .given(REGISTERED)
                .whenCorrected(givenId(0), "{\"kind\": \"FAMILY\"}")
                .events(corrected(0, REGISTERED, after));
        fixture()
                .given(REGISTERED, ACCEPTED)
                .whenCorrected(givenId(0), "{\"kind\": \"FAMILY\"}")
                .events(
                        corrected(0, REGISTERED, after),
                        corrected(1, ACCEPTED, new MediationAccepted(family, ACCEPTED.occurredOn())));
    }

    @Test
    void other_parties_are_other_applicants_and_another_number_reconciled() {
        String three = """
                {"parties": [{"personId": "%s", "name": "甲"}, {"personId": "%s", "name": "乙"}, {"name": "丙"}]}""".formatted(new UUID(4, 1), new UUID(4, 2));
        story().whenCorrected(givenId(0), three)
                .reliedOn("dispute-registered-otherwise", "court-not-asked", "dispute-registered-otherwise");
    }

    @Test
    void a_voided_correction_puts_back_what_stood_before() {
        Corrected<DisputeEvent> correction = corrected(3, AGREED, agreed(25));
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, AGREED, correction)
                .whenVoided(givenId(4))
                .events(voided(4, correction));
        JudicialConfirmationApplied asked = new JudicialConfirmationApplied(
                OF,
                agreed(25).effectiveOn(),
                List.of(new UUID(4, 1), new UUID(4, 2)),
                null,
                agreed(20).effectiveOn().plusDays(33));
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, AGREED, correction, asked)
                .whenVoided(givenId(4))
                .reliedOn("confirmation-too-late");
    }
}
