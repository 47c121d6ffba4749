package org.minqing.command.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.dispute.Disputes.ACCEPTED;
import static org.minqing.command.dispute.Disputes.AGREED;
import static org.minqing.command.dispute.Disputes.AGREED_ON;
import static org.minqing.command.dispute.Disputes.DISPUTE;
import static org.minqing.command.dispute.Disputes.FAILED;
import static org.minqing.command.dispute.Disputes.RECONCILED;
import static org.minqing.command.dispute.Disputes.REGISTERED;
import static org.minqing.command.dispute.Disputes.SESSION;
import static org.minqing.command.dispute.Disputes.fixture;
import static org.minqing.command.dispute.Disputes.on;
import static org.minqing.command.dispute.Disputes.text;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.dispute.CourtDecision;
import org.minqing.events.dispute.DisputeEvent.CourtDecisionRecorded;
import org.minqing.events.dispute.DisputeEvent.JudicialConfirmationApplied;
import org.minqing.events.dispute.Performance;

/** What follows an agreement: performance, a court, a return visit. */
class AgreementTest {
    private static final List<UUID> BOTH = List.of(new UUID(4, 1), new UUID(4, 2));
    private static final LocalDate LAST_DAY = AGREED_ON.plusDays(30);
    private static final JudicialConfirmationApplied APPLIED =
            on(AGREED_ON.plusDays(3)).application(AGREED_ON, BOTH, "沾益县人民法院");
    private static final CourtDecisionRecorded CONFIRMED =
            on(AGREED_ON.plusDays(10)).decision(CourtDecision.CONFIRMED, "沾益县人民法院", "（2012）1号");

    @Test
    void performance_is_recorded() {
        agreed().when(perform(Performance.PARTIAL, AGREED_ON.plusDays(5)))
                .events(on(AGREED_ON.plusDays(5)).performance(Performance.PARTIAL, null));
    }

    @Test
    void performance_is_recorded_after_the_dispute_is_resolved() {
        agreed().given(RECONCILED)
                .when(perform(Performance.FULL, RECONCILED.occurredOn()))
                .events(on(RECONCILED.occurredOn()).performance(Performance.FULL, null));
    }

    @Test
    void recording_the_same_performance_again_changes_nothing() {
        agreed().given(on(AGREED_ON).performance(Performance.FULL, null))
                .when(perform(Performance.FULL, AGREED_ON))
                .nothing();
    }

    @Test
    void the_same_performance_seen_on_a_later_day_is_recorded() {
        agreed().given(on(AGREED_ON).performance(Performance.PARTIAL, null))
                .when(perform(Performance.PARTIAL, AGREED_ON.plusDays(1)))
                .events(on(AGREED_ON.plusDays(1)).performance(Performance.PARTIAL, null));
    }

    @Test
    void refuses_performance_without_an_agreement() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, FAILED)
                .when(perform(Performance.FULL, null))
                .refused("no-agreement");
    }

    @Test
    void refuses_performance_before_the_agreement() {
        agreed().when(perform(Performance.FULL, AGREED_ON.minusDays(1))).refused("out-of-order");
    }

    @Test
    void all_parties_ask_a_court() {
        agreed().when(ask(BOTH.reversed(), "沾益县人民法院", APPLIED.occurredOn())).events(APPLIED);
    }

    @Test
    void all_parties_ask_where_none_is_named() {
        assertThat(agreed().when(ask(null, null, AGREED_ON))
                        .only(JudicialConfirmationApplied.class)
                        .applicantIds())
                .isEqualTo(BOTH);
    }

    @Test
    void refuses_an_application_of_one_party() {
        agreed().when(ask(BOTH.subList(0, 1), null, AGREED_ON)).refusedField("/applicantIds", "not-every-party");
    }

    @Test
    void refuses_an_application_of_a_stranger() {
        agreed().when(ask(List.of(BOTH.get(0), BOTH.get(1), new UUID(4, 3)), null, AGREED_ON))
                .refusedField("/applicantIds", "not-every-party");
    }

    @Test
    void a_court_may_be_asked_on_the_thirtieth_day() {
        assertThat(agreed().when(ask(null, null, LAST_DAY))
                        .only(JudicialConfirmationApplied.class)
                        .effectiveOn())
                .isEqualTo(AGREED_ON);
    }

    @Test
    void refuses_to_ask_a_court_on_the_thirty_first_day() {
        agreed().when(ask(null, null, LAST_DAY.plusDays(1))).refused("confirmation-too-late");
    }

    @Test
    void counts_the_thirty_days_from_the_day_of_effect() {
        LocalDate effect = AGREED_ON.plusDays(10);
        CommandFixture fixture = fixture()
                .given(REGISTERED, ACCEPTED, SESSION)
                .given(on(AGREED_ON).agreement(1, text("各清一半"), false, effect, null));
        assertThat(fixture.when(ask(null, null, LAST_DAY.plusDays(10)))
                        .only(JudicialConfirmationApplied.class)
                        .effectiveOn())
                .isEqualTo(effect);
        fixture.when(ask(null, null, effect.minusDays(1))).refused("agreement-not-in-effect");
    }

    @Test
    void refuses_to_ask_a_court_without_an_agreement() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION)
                .when(ask(null, null, null))
                .refused("no-agreement");
    }

    @Test
    void refuses_to_ask_a_court_before_the_last_step() {
        agreed().given(RECONCILED)
                .when(ask(null, null, RECONCILED.occurredOn().minusDays(1)))
                .refused("out-of-order");
    }

    @Test
    void asking_a_court_again_changes_nothing() {
        agreed().given(APPLIED).when(ask(null, null, null)).nothing();
    }

    @Test
    void refuses_to_ask_a_court_that_has_decided() {
        agreed().given(APPLIED, CONFIRMED).when(ask(null, null, null)).refused("court-has-decided");
    }

    @Test
    void the_court_that_was_asked_decides() {
        agreed().given(APPLIED)
                .when(decide(CourtDecision.CONFIRMED, CONFIRMED.occurredOn()))
                .events(CONFIRMED);
    }

    @Test
    void the_same_decision_again_changes_nothing() {
        agreed().given(APPLIED, CONFIRMED)
                .when(decide(CourtDecision.CONFIRMED, null))
                .nothing();
    }

    @Test
    void refuses_another_decision() {
        agreed().given(APPLIED, CONFIRMED)
                .when(decide(CourtDecision.DISMISSED, null))
                .refused("court-has-decided");
    }

    @Test
    void refuses_a_decision_nobody_asked_for() {
        agreed().when(decide(CourtDecision.CONFIRMED, null)).refused("court-not-asked");
    }

    @Test
    void refuses_a_decision_before_the_application() {
        agreed().given(APPLIED)
                .when(decide(CourtDecision.CONFIRMED, APPLIED.occurredOn().minusDays(1)))
                .refused("out-of-order");
    }

    @Test
    void the_parties_are_seen_again() {
        UUID cadre = new UUID(5, 5);
        agreed().known("Cadre", cadre, REGISTERED)
                .when(returnVisit(List.of(cadre), AGREED_ON.plusDays(20)))
                .events(on(AGREED_ON.plusDays(20)).returnVisit(List.of(cadre), text("和好")));
    }

    @Test
    void nobody_need_be_named_for_a_return_visit() {
        agreed().given(RECONCILED)
                .when(returnVisit(null, RECONCILED.occurredOn()))
                .events(on(RECONCILED.occurredOn()).returnVisit(List.of(), text("和好")));
    }

    @Test
    void refuses_a_return_visit_by_a_cadre_nobody_knows() {
        agreed().when(returnVisit(List.of(new UUID(5, 6)), null)).refused("cadre-not-found");
    }

    @Test
    void refuses_a_return_visit_that_names_a_cadre_twice() {
        UUID cadre = new UUID(5, 5);
        agreed().known("Cadre", cadre, REGISTERED)
                .when(returnVisit(List.of(cadre, cadre), null))
                .refusedField("/cadreIds/1");
    }

    @Test
    void refuses_a_return_visit_while_mediation_is_under_way() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION)
                .when(returnVisit(null, null))
                .refused("mediation-not-concluded");
    }

    private static CommandFixture agreed() {
        return fixture().given(REGISTERED, ACCEPTED, SESSION, AGREED);
    }

    private static RecordPerformance perform(Performance performance, @Nullable LocalDate day) {
        return new RecordPerformance(DISPUTE, null, null, performance, null, day);
    }

    private static ApplyForJudicialConfirmation ask(
            @Nullable List<UUID> applicants, @Nullable String court, @Nullable LocalDate day) {
        return new ApplyForJudicialConfirmation(DISPUTE, null, null, applicants, court, day);
    }

    private static RecordCourtDecision decide(CourtDecision decision, @Nullable LocalDate day) {
        return new RecordCourtDecision(DISPUTE, null, null, decision, null, "（2012）1号", day);
    }

    private static RecordReturnVisit returnVisit(@Nullable List<UUID> cadres, @Nullable LocalDate day) {
        return new RecordReturnVisit(DISPUTE, null, null, cadres, text("和好"), day);
    }
}
