package org.minqing.command.dispute;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.dispute.Proceedings.Step;
import org.minqing.events.Sealed;
import org.minqing.events.Voids;
import org.minqing.events.dispute.DisputeEvent;
import org.minqing.events.dispute.DisputeEvent.CourtDecisionRecorded;
import org.minqing.events.dispute.DisputeEvent.CourtDecisionVoided;
import org.minqing.events.dispute.DisputeEvent.DisputeRegistered;
import org.minqing.events.dispute.DisputeEvent.DisputeResolutionVoided;
import org.minqing.events.dispute.DisputeEvent.DisputeResolved;
import org.minqing.events.dispute.DisputeEvent.DisputeVoided;
import org.minqing.events.dispute.DisputeEvent.JudicialConfirmationApplied;
import org.minqing.events.dispute.DisputeEvent.JudicialConfirmationVoided;
import org.minqing.events.dispute.DisputeEvent.MediationAcceptanceVoided;
import org.minqing.events.dispute.DisputeEvent.MediationAccepted;
import org.minqing.events.dispute.DisputeEvent.MediationAgreementReached;
import org.minqing.events.dispute.DisputeEvent.MediationAgreementVoided;
import org.minqing.events.dispute.DisputeEvent.MediationFailed;
import org.minqing.events.dispute.DisputeEvent.MediationFailureVoided;
import org.minqing.events.dispute.DisputeEvent.MediationSessionHeld;
import org.minqing.events.dispute.DisputeEvent.MediationSessionVoided;
import org.minqing.events.dispute.DisputeEvent.PerformanceRecorded;
import org.minqing.events.dispute.DisputeEvent.PerformanceVoided;
import org.minqing.events.dispute.DisputeEvent.ReturnVisitRecorded;
import org.minqing.events.dispute.DisputeEvent.ReturnVisitVoided;

/** Why steps never were. */
record Void(Sealed reason, @Nullable String reasonCode) {
    /** The event that says so of one step. */
    DisputeEvent of(Step step) {
        UUID target = step.id();
        return switch (step.event()) {
            case DisputeRegistered e ->
                new DisputeVoided(
                        e.disputeId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        e.officeId(),
                        e.taskCode(),
                        e.kind(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case MediationAccepted e ->
                new MediationAcceptanceVoided(
                        e.disputeId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        e.officeId(),
                        e.taskCode(),
                        e.kind(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case MediationSessionHeld e ->
                new MediationSessionVoided(
                        e.disputeId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        e.officeId(),
                        e.taskCode(),
                        e.kind(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case MediationAgreementReached e ->
                new MediationAgreementVoided(
                        e.disputeId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        e.officeId(),
                        e.taskCode(),
                        e.kind(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case MediationFailed e ->
                new MediationFailureVoided(
                        e.disputeId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        e.officeId(),
                        e.taskCode(),
                        e.kind(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case DisputeResolved e ->
                new DisputeResolutionVoided(
                        e.disputeId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        e.officeId(),
                        e.taskCode(),
                        e.kind(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case PerformanceRecorded e ->
                new PerformanceVoided(
                        e.disputeId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        e.officeId(),
                        e.taskCode(),
                        e.kind(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case JudicialConfirmationApplied e ->
                new JudicialConfirmationVoided(
                        e.disputeId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        e.officeId(),
                        e.taskCode(),
                        e.kind(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case CourtDecisionRecorded e ->
                new CourtDecisionVoided(
                        e.disputeId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        e.officeId(),
                        e.taskCode(),
                        e.kind(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case ReturnVisitRecorded e ->
                new ReturnVisitVoided(
                        e.disputeId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        e.officeId(),
                        e.taskCode(),
                        e.kind(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case Voids<?> v -> throw new IllegalStateException("a void is no step: " + v.target());
        };
    }
}
