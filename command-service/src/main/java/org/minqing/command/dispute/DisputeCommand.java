package org.minqing.command.dispute;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.SourceInput;
import org.minqing.command.platform.form.DivisionCode;
import org.minqing.command.platform.form.MadeEvents;
import org.minqing.command.platform.form.PartOf;
import org.minqing.command.platform.form.PersonInput;
import org.minqing.command.platform.form.ReasonField;
import org.minqing.command.platform.form.Ref;
import org.minqing.command.platform.form.Text;
import org.minqing.events.Sealed;
import org.minqing.events.dispute.CourtDecision;
import org.minqing.events.dispute.DisputeEvent;
import org.minqing.events.dispute.DisputeKind;
import org.minqing.events.dispute.DisputeOutcome;
import org.minqing.events.dispute.Performance;

/** What may be done about a dispute. */
sealed interface DisputeCommand {
    /**
     * Enters a dispute that became known.
     *
     * @param programmeId left out: from the village's link point, else the one programme in force there
     * @param parties two or more different persons
     * @param source where it came up: a visit, an activity, a concern, ...
     */
    @MadeEvents(value = DisputeEvent.DisputeRegistered.class, begins = true)
    record RegisterDispute(
            @Nullable UUID disputeId,
            @Nullable @Ref("Programme") UUID programmeId,

            @Nullable @Ref(value = "Organisation", scoped = false)
            UUID organisationId,

            @Nullable @PartOf("organisationId") UUID officeId,
            @Nullable @Text(max = 10) String taskCode,
            @NotNull @DivisionCode String villageCode,
            @NotNull @Size(min = 2, max = 50) List<@NotNull @Valid PersonInput> parties,
            @NotNull DisputeKind kind,
            @NotNull @Text(max = 4000) Sealed facts,
            @Nullable @Valid SourceInput source)
            implements DisputeCommand {}

    /** The mediators take the dispute up and the parties accept mediation. */
    @MadeEvents(DisputeEvent.MediationAccepted.class)
    record AcceptMediation(@NotNull UUID disputeId) implements DisputeCommand {}

    /** Mediators and parties sat together. */
    @MadeEvents(DisputeEvent.MediationSessionHeld.class)
    record HoldMediationSession(
            @NotNull UUID disputeId,
            @Nullable @Text(max = 4000) Sealed summary) implements DisputeCommand {}

    /**
     * The parties agreed.
     *
     * @param oral by word of mouth only; left out: in writing
     * @param effectiveOn day the agreement takes effect; left out: the day it was reached
     * @param attachmentId the paper itself
     */
    @MadeEvents(DisputeEvent.MediationAgreementReached.class)
    record ReachMediationAgreement(
            @NotNull UUID disputeId,
            @NotNull @Text(max = 4000) Sealed terms,
            @Nullable Boolean oral,
            @Nullable LocalDate effectiveOn,
            @Nullable @Ref("Attachment") UUID attachmentId)
            implements DisputeCommand {}

    /** Mediation is given up without an agreement. */
    @MadeEvents(DisputeEvent.MediationFailed.class)
    @ReasonField
    record RecordFailedMediation(@NotNull UUID disputeId) implements DisputeCommand {}

    /** Ends a dispute: reconciled after an agreement, referred or withdrawn after mediation failed. */
    @MadeEvents(DisputeEvent.DisputeResolved.class)
    record ResolveDispute(@NotNull UUID disputeId, @NotNull DisputeOutcome outcome) implements DisputeCommand {}

    /** It was seen how far the parties have done what they agreed. */
    @MadeEvents(DisputeEvent.PerformanceRecorded.class)
    record RecordPerformance(
            @NotNull UUID disputeId,
            @NotNull Performance performance,
            @Nullable @Text(max = 2000) Sealed note) implements DisputeCommand {}

    /**
     * The parties together ask a court to confirm their agreement, within 30 days of its taking effect.
     *
     * @param applicantIds personIds of those who ask: every party; left out: every party
     */
    @MadeEvents(DisputeEvent.JudicialConfirmationApplied.class)
    record ApplyForJudicialConfirmation(
            @NotNull UUID disputeId,
            @Nullable List<@NotNull UUID> applicantIds,
            @Nullable @Text(max = 100) String court)
            implements DisputeCommand {}

    /**
     * The court said whether it confirms the agreement.
     *
     * @param court left out: the one that was asked
     */
    @MadeEvents(DisputeEvent.CourtDecisionRecorded.class)
    record RecordCourtDecision(
            @NotNull UUID disputeId,
            @NotNull CourtDecision decision,
            @Nullable @Text(max = 100) String court,
            @Nullable @Text(max = 100) String documentNo)
            implements DisputeCommand {}

    /** Somebody went to see the parties again 回访. */
    @MadeEvents(DisputeEvent.ReturnVisitRecorded.class)
    record RecordReturnVisit(
            @NotNull UUID disputeId,
            @Nullable @Size(max = 100) @Ref("Cadre") List<@NotNull UUID> cadreIds,
            @Nullable @Text(max = 4000) Sealed findings)
            implements DisputeCommand {}
}
