package org.minqing.command.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.dispute.Disputes.ACCEPTED;
import static org.minqing.command.dispute.Disputes.AGREED;
import static org.minqing.command.dispute.Disputes.AGREED_ON;
import static org.minqing.command.dispute.Disputes.DISPUTE;
import static org.minqing.command.dispute.Disputes.FAILED;
import static org.minqing.command.dispute.Disputes.OF;
import static org.minqing.command.dispute.Disputes.RECONCILED;
import static org.minqing.command.dispute.Disputes.REGISTERED;
import static org.minqing.command.dispute.Disputes.SESSION;
import static org.minqing.command.dispute.Disputes.fixture;
import static org.minqing.command.dispute.Disputes.text;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.dispute.DisputeCommand.ApplyForJudicialConfirmation;
import org.minqing.command.dispute.DisputeCommand.RecordCourtDecision;
import org.minqing.command.dispute.DisputeCommand.RecordPerformance;
import org.minqing.command.dispute.DisputeCommand.RecordReturnVisit;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.dispute.CourtDecision;
import org.minqing.events.dispute.DisputeEvent.CourtDecisionRecorded;
import org.minqing.events.dispute.DisputeEvent.JudicialConfirmationApplied;
import org.minqing.events.dispute.DisputeEvent.MediationAgreementReached;
import org.minqing.events.dispute.DisputeEvent.PerformanceRecorded;
import org.minqing.events.dispute.DisputeEvent.ReturnVisitRecorded;
import org.minqing.events.dispute.Performance;

/** What follows an agreement: performance, a court, a return visit. */
class AgreementTest {
    private static final List<UUID> BOTH = List.of(new UUID(4, 1), new UUID(4, 2));
    private static final LocalDate LAST_DAY = AGREED_ON.plusDays(30);
    private static final JudicialConfirmationApplied APPLIED =
            new JudicialConfirmationApplied(OF, AGREED_ON, BOTH, "沾益县人民法院", AGREED_ON.plusDays(3));
    private static final CourtDecisionRecorded CONFIRMED =
            new CourtDecisionRecorded(OF, CourtDecision.CONFIRMED, "沾益县人民法院", "（2012）1号", AGREED_ON.plusDays(10));

    @Test
    void performance_is_recorded() {
        agreed().on(AGREED_ON.plusDays(5))
                .when(new RecordPerformance(DISPUTE, Performance.PARTIAL, null))
                .events(new PerformanceRecorded(OF, Performance.PARTIAL, null, AGREED_ON.plusDays(5)));
    }

    @Test
    void performance_is_recorded_after_the_dispute_is_resolved() {
        agreed().given(RECONCILED)
                .on(RECONCILED.occurredOn())
                .when(new RecordPerformance(DISPUTE, Performance.FULL, null))
                .events(new PerformanceRecorded(OF, Performance.FULL, null, RECONCILED.occurredOn()));
    }

    @Test
    void recording_the_same_performance_again_changes_nothing() {
        agreed().given(new PerformanceRecorded(OF, Performance.FULL, null, AGREED_ON))
                .on(AGREED_ON)
                .when(new RecordPerformance(DISPUTE, Performance.FULL, null))
                .nothing();
    }

    @Test
    void the_same_performance_seen_on_a_later_day_is_recorded() {
        agreed().given(new PerformanceRecorded(OF, Performance.PARTIAL, null, AGREED_ON))
                .on(AGREED_ON.plusDays(1))
                .when(new RecordPerformance(DISPUTE, Performance.PARTIAL, null))
                .events(new PerformanceRecorded(OF, Performance.PARTIAL, null, AGREED_ON.plusDays(1)));
    }

    @Test
    void refuses_performance_without_an_agreement() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, FAILED)
                .when(new RecordPerformance(DISPUTE, Performance.FULL, null))
                .refused("no-agreement");
    }

    @Test
    void refuses_performance_before_the_agreement() {
        agreed().on(AGREED_ON.minusDays(1))
                .when(new RecordPerformance(DISPUTE, Performance.FULL, null))
                .refused("out-of-order");
    }

    @Test
    void all_parties_ask_a_court() {
        agreed().on(APPLIED.occurredOn())
                .when(new ApplyForJudicialConfirmation(DISPUTE, BOTH.reversed(), "沾益县人民法院"))
                .events(APPLIED);
    }

    @Test
    void all_parties_ask_where_none_is_named() {
        assertThat(agreed().on(AGREED_ON)
                        .when(new ApplyForJudicialConfirmation(DISPUTE, null, null))
                        .only(JudicialConfirmationApplied.class)
                        .applicantIds())
                .isEqualTo(BOTH);
    }

    @Test
    void refuses_an_application_of_one_party() {
        agreed().on(AGREED_ON)
                .when(new ApplyForJudicialConfirmation(DISPUTE, BOTH.subList(0, 1), null))
                .refusedField("/applicantIds", "not-every-party");
    }

    @Test
    void refuses_an_application_of_a_stranger() {
        agreed().on(AGREED_ON)
                .when(new ApplyForJudicialConfirmation(
                        DISPUTE, List.of(BOTH.get(0), BOTH.get(1), new UUID(4, 3)), null))
                .refusedField("/applicantIds", "not-every-party");
    }

    @Test
    void a_court_may_be_asked_on_the_thirtieth_day() {
        assertThat(agreed().on(LAST_DAY)
                        .when(new ApplyForJudicialConfirmation(DISPUTE, null, null))
                        .only(JudicialConfirmationApplied.class)
                        .effectiveOn())
                .isEqualTo(AGREED_ON);
    }

    @Test
    void refuses_to_ask_a_court_on_the_thirty_first_day() {
        agreed().on(LAST_DAY.plusDays(1))
                .when(new ApplyForJudicialConfirmation(DISPUTE, null, null))
                .refused("confirmation-too-late");
    }

    @Test
    void counts_the_thirty_days_from_the_day_of_effect() {
        LocalDate effect = AGREED_ON.plusDays(10);
        CommandFixture fixture = fixture()
                .given(REGISTERED, ACCEPTED, SESSION)
                .given(new MediationAgreementReached(OF, 1, text("各清一半"), false, effect, null, AGREED_ON));
        assertThat(fixture.on(LAST_DAY.plusDays(10))
                        .when(new ApplyForJudicialConfirmation(DISPUTE, null, null))
                        .only(JudicialConfirmationApplied.class)
                        .effectiveOn())
                .isEqualTo(effect);
        fixture.on(effect.minusDays(1))
                .when(new ApplyForJudicialConfirmation(DISPUTE, null, null))
                .refused("agreement-not-in-effect");
    }

    @Test
    void refuses_to_ask_a_court_without_an_agreement() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION)
                .when(new ApplyForJudicialConfirmation(DISPUTE, null, null))
                .refused("no-agreement");
    }

    @Test
    void refuses_to_ask_a_court_before_the_last_step() {
        agreed().given(RECONCILED)
                .on(RECONCILED.occurredOn().minusDays(1))
                .when(new ApplyForJudicialConfirmation(DISPUTE, null, null))
                .refused("out-of-order");
    }

    @Test
    void asking_a_court_again_changes_nothing() {
        agreed().given(APPLIED)
                .when(new ApplyForJudicialConfirmation(DISPUTE, null, null))
                .nothing();
    }

    @Test
    void refuses_to_ask_a_court_that_has_decided() {
        agreed().given(APPLIED, CONFIRMED)
                .when(new ApplyForJudicialConfirmation(DISPUTE, null, null))
                .refused("court-has-decided");
    }

    @Test
    void the_court_that_was_asked_decides() {
        agreed().given(APPLIED)
                .on(CONFIRMED.occurredOn())
                .when(new RecordCourtDecision(DISPUTE, CourtDecision.CONFIRMED, null, "（2012）1号"))
                .events(CONFIRMED);
    }

    @Test
    void the_same_decision_again_changes_nothing() {
        agreed().given(APPLIED, CONFIRMED)
                .when(new RecordCourtDecision(DISPUTE, CourtDecision.CONFIRMED, null, "（2012）1号"))
                .nothing();
    }

    @Test
    void refuses_another_decision() {
        agreed().given(APPLIED, CONFIRMED)
                .when(new RecordCourtDecision(DISPUTE, CourtDecision.DISMISSED, null, "（2012）1号"))
                .refused("court-has-decided");
    }

    @Test
    void refuses_a_decision_nobody_asked_for() {
        agreed().when(new RecordCourtDecision(DISPUTE, CourtDecision.CONFIRMED, null, "（2012）1号"))
                .refused("court-not-asked");
    }

    @Test
    void refuses_a_decision_before_the_application() {
        agreed().given(APPLIED)
                .on(APPLIED.occurredOn().minusDays(1))
                .when(new RecordCourtDecision(DISPUTE, CourtDecision.CONFIRMED, null, "（2012）1号"))
                .refused("out-of-order");
    }

    @Test
    void the_parties_are_seen_again() {
        UUID cadre = new UUID(5, 5);
        agreed().known("Cadre", cadre, REGISTERED)
                .on(AGREED_ON.plusDays(20))
                .when(new RecordReturnVisit(DISPUTE, List.of(cadre), text("和好")))
                .events(new ReturnVisitRecorded(OF, List.of(cadre), text("和好"), AGREED_ON.plusDays(20)));
    }

    @Test
    void nobody_need_be_named_for_a_return_visit() {
        agreed().given(RECONCILED)
                .on(RECONCILED.occurredOn())
                .when(new RecordReturnVisit(DISPUTE, null, text("和好")))
                .events(new ReturnVisitRecorded(OF, List.of(), text("和好"), RECONCILED.occurredOn()));
    }

    @Test
    void refuses_a_return_visit_by_a_cadre_nobody_knows() {
        agreed().when(new RecordReturnVisit(DISPUTE, List.of(new UUID(5, 6)), text("和好")))
                .refused("cadre-not-found");
    }

    @Test
    void refuses_a_return_visit_that_names_a_cadre_twice() {
        UUID cadre = new UUID(5, 5);
        agreed().known("Cadre", cadre, REGISTERED)
                .when(new RecordReturnVisit(DISPUTE, List.of(cadre, cadre), text("和好")))
                .refusedField("/cadreIds/1");
    }

    @Test
    void refuses_a_return_visit_while_mediation_is_under_way() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION)
                .when(new RecordReturnVisit(DISPUTE, null, text("和好")))
                .refused("mediation-not-concluded");
    }

    private static CommandFixture agreed() {
        return fixture().given(REGISTERED, ACCEPTED, SESSION, AGREED);
    }
}
