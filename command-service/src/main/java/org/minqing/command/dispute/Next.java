package org.minqing.command.dispute;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;
import org.minqing.events.dispute.CourtDecision;
import org.minqing.events.dispute.DisputeEvent.CourtDecisionRecorded;
import org.minqing.events.dispute.DisputeEvent.DisputeRegistered;
import org.minqing.events.dispute.DisputeEvent.DisputeResolved;
import org.minqing.events.dispute.DisputeEvent.JudicialConfirmationApplied;
import org.minqing.events.dispute.DisputeEvent.MediationAccepted;
import org.minqing.events.dispute.DisputeEvent.MediationAgreementReached;
import org.minqing.events.dispute.DisputeEvent.MediationFailed;
import org.minqing.events.dispute.DisputeEvent.MediationSessionHeld;
import org.minqing.events.dispute.DisputeEvent.PerformanceRecorded;
import org.minqing.events.dispute.DisputeEvent.ReturnVisitRecorded;
import org.minqing.events.dispute.DisputeOutcome;
import org.minqing.events.dispute.Performance;

/** The next step of a dispute on a day: every step carries the dimensions under which the dispute was registered. */
record Next(DisputeRegistered of, LocalDate day) {
    MediationAccepted accepted() {
        return new MediationAccepted(
                of.disputeId(),
                of.programmeId(),
                of.organisationId(),
                of.villageId(),
                of.officeId(),
                of.taskCode(),
                of.kind(),
                day);
    }

    MediationSessionHeld session(int number, @Nullable Sealed summary) {
        return new MediationSessionHeld(
                of.disputeId(),
                of.programmeId(),
                of.organisationId(),
                of.villageId(),
                of.officeId(),
                of.taskCode(),
                of.kind(),
                number,
                summary,
                day);
    }

    MediationAgreementReached agreement(
            int session, Sealed terms, boolean oral, LocalDate effectiveOn, @Nullable UUID attachmentId) {
        return new MediationAgreementReached(
                of.disputeId(),
                of.programmeId(),
                of.organisationId(),
                of.villageId(),
                of.officeId(),
                of.taskCode(),
                of.kind(),
                session,
                terms,
                oral,
                effectiveOn,
                attachmentId,
                day);
    }

    MediationFailed failure(int session, Sealed reason, @Nullable String reasonCode) {
        return new MediationFailed(
                of.disputeId(),
                of.programmeId(),
                of.organisationId(),
                of.villageId(),
                of.officeId(),
                of.taskCode(),
                of.kind(),
                session,
                reason,
                reasonCode,
                day);
    }

    DisputeResolved resolution(DisputeOutcome outcome) {
        return new DisputeResolved(
                of.disputeId(),
                of.programmeId(),
                of.organisationId(),
                of.villageId(),
                of.officeId(),
                of.taskCode(),
                of.kind(),
                outcome,
                of.parties().size(),
                day);
    }

    PerformanceRecorded performance(Performance performance, @Nullable Sealed note) {
        return new PerformanceRecorded(
                of.disputeId(),
                of.programmeId(),
                of.organisationId(),
                of.villageId(),
                of.officeId(),
                of.taskCode(),
                of.kind(),
                performance,
                note,
                day);
    }

    JudicialConfirmationApplied application(LocalDate effectiveOn, List<UUID> applicantIds, @Nullable String court) {
        return new JudicialConfirmationApplied(
                of.disputeId(),
                of.programmeId(),
                of.organisationId(),
                of.villageId(),
                of.officeId(),
                of.taskCode(),
                of.kind(),
                effectiveOn,
                applicantIds,
                court,
                day);
    }

    CourtDecisionRecorded decision(CourtDecision decision, @Nullable String court, @Nullable String documentNo) {
        return new CourtDecisionRecorded(
                of.disputeId(),
                of.programmeId(),
                of.organisationId(),
                of.villageId(),
                of.officeId(),
                of.taskCode(),
                of.kind(),
                decision,
                court,
                documentNo,
                day);
    }

    ReturnVisitRecorded returnVisit(List<UUID> cadreIds, @Nullable Sealed findings) {
        return new ReturnVisitRecorded(
                of.disputeId(),
                of.programmeId(),
                of.organisationId(),
                of.villageId(),
                of.officeId(),
                of.taskCode(),
                of.kind(),
                cadreIds,
                findings,
                day);
    }
}
