package org.minqing.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisputeStepTest {
    @Test
    void a_registered_dispute_can_only_be_accepted() {
        assertThat(after("REGISTERED")).containsExactly("AcceptMediation");
    }

    @Test
    void nothing_is_agreed_or_failed_before_a_session() {
        assertThat(after("ACCEPTED", "sessions", 0)).containsExactly("HoldMediationSession");
        assertThat(after("ACCEPTED", "sessions", 1))
                .containsExactly("ReachMediationAgreement", "RecordFailedMediation", "HoldMediationSession");
    }

    @Test
    void an_agreement_is_resolved_as_reconciled_and_a_failure_as_referred_or_withdrawn() {
        assertThat(after("AGREED", "agreement", Map.of()))
                .contains("ResolveDispute:outcome:RECONCILED", "RecordPerformance:performance:FULL")
                .doesNotContain("ResolveDispute:outcome:REFERRED");
        assertThat(after("FAILED"))
                .containsExactly(
                        "ResolveDispute:outcome:REFERRED", "ResolveDispute:outcome:WITHDRAWN", "RecordReturnVisit");
    }

    @Test
    void a_court_is_asked_once_and_decides_once_and_only_about_an_agreement() {
        assertThat(after("RESOLVED")).containsExactly("RecordReturnVisit");
        assertThat(after("RESOLVED", "agreement", Map.of()))
                .contains("ApplyForJudicialConfirmation")
                .doesNotContain("RecordCourtDecision:decision:CONFIRMED");
        assertThat(after("RESOLVED", "agreement", Map.of(), "confirmationAppliedOn", "2012-04-01"))
                .contains("RecordCourtDecision:decision:CONFIRMED", "RecordCourtDecision:decision:DISMISSED")
                .doesNotContain("ApplyForJudicialConfirmation");
        assertThat(after(
                        "RESOLVED",
                        "agreement",
                        Map.of(),
                        "confirmationAppliedOn",
                        "2012-04-01",
                        "courtDecision",
                        "CONFIRMED"))
                .noneMatch(step -> step.contains("Court") || step.contains("Judicial"));
    }

    private static List<String> after(String status, Object... more) {
        Map<String, Object> dispute = new HashMap<>(Map.of("status", status));
        for (int i = 0; i < more.length; i += 2) {
            dispute.put(more[i].toString(), more[i + 1]);
        }
        return DisputeStep.after(dispute).stream().map(DisputeStep::value).toList();
    }
}
