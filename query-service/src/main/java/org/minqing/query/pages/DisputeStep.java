package org.minqing.query.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step a dispute may take. Public, as templates ask it.
 *
 * @param field of the text that belongs to it; null: none
 * @param required whether that text must be given
 * @param choice what it comes out as, and the field for it: {@code outcome:RECONCILED}; null: nothing to choose
 */
public record DisputeStep(
        String command,
        @Nullable String field,
        boolean required,
        @Nullable String choice) {
    private static final DisputeStep ACCEPT = step("AcceptMediation", null, null);
    private static final DisputeStep SESSION = step("HoldMediationSession", "summary", null);
    private static final DisputeStep AGREE = new DisputeStep("ReachMediationAgreement", "terms", true, null);
    private static final DisputeStep FAIL = new DisputeStep("RecordFailedMediation", "reason", true, null);
    private static final DisputeStep ASK_COURT = step("ApplyForJudicialConfirmation", "court", null);
    private static final DisputeStep VISIT = step("RecordReturnVisit", "findings", null);

    private static DisputeStep step(String command, @Nullable String field, @Nullable String choice) {
        return new DisputeStep(command, field, false, choice);
    }

    private static DisputeStep resolved(String outcome) {
        return step("ResolveDispute", null, "outcome:" + outcome);
    }

    /** Which steps a dispute may take, the likeliest first. */
    static List<DisputeStep> after(Map<String, Object> dispute) {
        List<DisputeStep> steps = new ArrayList<>();
        switch (Answer.text(dispute, "status")) {
            case "REGISTERED" -> steps.add(ACCEPT);
            case "ACCEPTED" -> {
                if (!Answer.text(dispute, "sessions").equals("0")) {
                    steps.add(AGREE);
                    steps.add(FAIL);
                }
                steps.add(SESSION);
            }
            case "AGREED" -> {
                steps.add(resolved("RECONCILED"));
                afterwards(dispute, steps);
            }
            case "FAILED" -> {
                steps.add(resolved("REFERRED"));
                steps.add(resolved("WITHDRAWN"));
                steps.add(VISIT);
            }
            case "RESOLVED" -> afterwards(dispute, steps);
            default -> {}
        }
        return steps;
    }

    private static void afterwards(Map<String, Object> dispute, List<DisputeStep> steps) {
        if (dispute.get("agreement") != null) {
            for (String done : List.of("FULL", "PARTIAL", "NONE")) {
                steps.add(step("RecordPerformance", "note", "performance:" + done));
            }
            if (dispute.get("confirmationAppliedOn") == null) {
                steps.add(ASK_COURT);
            } else if (dispute.get("courtDecision") == null) {
                steps.add(step("RecordCourtDecision", "documentNo", "decision:CONFIRMED"));
                steps.add(step("RecordCourtDecision", "documentNo", "decision:DISMISSED"));
            }
        }
        steps.add(VISIT);
    }

    /** As it is sent: {@code ResolveDispute:outcome:RECONCILED}. */
    public String value() {
        return choice == null ? command : command + ":" + choice;
    }

    /** Where its name stands among the messages. */
    public String message() {
        return "step." + value().replace(':', '.');
    }
}
