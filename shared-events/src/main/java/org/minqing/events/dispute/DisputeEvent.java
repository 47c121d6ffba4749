package org.minqing.events.dispute;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Person;
import org.minqing.events.Sealed;
import org.minqing.events.Source;
import org.minqing.events.Voids;

/**
 * The story of a dispute 矛盾纠纷, from registration over people's mediation to what became of the agreement. Texts are
 * sealed under {@code dispute:<disputeId>}, parties each under their own key. Voiding a dispute voids its standing steps
 * too, the last first, and its registration at the end.
 */
public sealed interface DisputeEvent extends DomainEvent {
    UUID disputeId();

    UUID programmeId();

    /** The organisation the mediation is counted to. */
    UUID organisationId();

    /** divisionId of the village. */
    String villageId();

    @Nullable
    UUID officeId();

    @Nullable
    String taskCode();

    /** As registered: on every step, so that each can be counted by kind. */
    DisputeKind kind();

    @Override
    default UUID programme() {
        return programmeId();
    }

    @Override
    default UUID organisation() {
        return organisationId();
    }

    @Override
    default String division() {
        return villageId();
    }

    /**
     * A dispute became known on this day.
     *
     * @param parties at least two
     * @param facts what it is about, sealed under the dispute
     * @param source where it came up
     */
    record DisputeRegistered(
            UUID disputeId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            DisputeKind kind,
            List<Person> parties,
            Sealed facts,
            @Nullable Source source,
            LocalDate occurredOn)
            implements DisputeEvent {
        public DisputeRegistered {
            parties = List.copyOf(parties);
        }
    }

    /** The dispute never was. */
    record DisputeVoided(
            UUID disputeId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            DisputeKind kind,
            UUID target,
            DisputeRegistered before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements DisputeEvent, Voids<DisputeRegistered> {}

    /** On this day the mediators took the matter up and the parties accepted mediation. */
    record MediationAccepted(
            UUID disputeId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            DisputeKind kind,
            LocalDate occurredOn)
            implements DisputeEvent {}

    /** Mediation was never accepted so. */
    record MediationAcceptanceVoided(
            UUID disputeId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            DisputeKind kind,
            UUID target,
            MediationAccepted before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements DisputeEvent, Voids<MediationAccepted> {}

    /**
     * Mediators and parties sat together on this day.
     *
     * @param session 1, 2, 3, ... within the dispute
     */
    record MediationSessionHeld(
            UUID disputeId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            DisputeKind kind,
            int session,
            @Nullable Sealed summary,
            LocalDate occurredOn)
            implements DisputeEvent {}

    /** The session was never held so. */
    record MediationSessionVoided(
            UUID disputeId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            DisputeKind kind,
            UUID target,
            MediationSessionHeld before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements DisputeEvent, Voids<MediationSessionHeld> {}

    /**
     * The parties agreed on this day.
     *
     * @param session the last session held
     * @param oral whether the agreement is by word of mouth only
     * @param effectiveOn day it takes effect, from which the 30 days for asking a court count
     */
    record MediationAgreementReached(
            UUID disputeId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            DisputeKind kind,
            int session,
            Sealed terms,
            boolean oral,
            LocalDate effectiveOn,
            @Nullable UUID attachmentId,
            LocalDate occurredOn)
            implements DisputeEvent {}

    /** The parties never agreed so. */
    record MediationAgreementVoided(
            UUID disputeId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            DisputeKind kind,
            UUID target,
            MediationAgreementReached before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements DisputeEvent, Voids<MediationAgreementReached> {}

    /**
     * On this day mediation was given up without an agreement.
     *
     * @param session the last session held
     */
    record MediationFailed(
            UUID disputeId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            DisputeKind kind,
            int session,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements DisputeEvent {}

    /** Mediation never failed so. */
    record MediationFailureVoided(
            UUID disputeId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            DisputeKind kind,
            UUID target,
            MediationFailed before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements DisputeEvent, Voids<MediationFailed> {}

    /**
     * The dispute ended on this day, in this way.
     *
     * @param partyCount number of parties, by which people reconciled can be counted
     */
    record DisputeResolved(
            UUID disputeId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            DisputeKind kind,
            DisputeOutcome outcome,
            int partyCount,
            LocalDate occurredOn)
            implements DisputeEvent {}

    /** The dispute never ended so. */
    record DisputeResolutionVoided(
            UUID disputeId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            DisputeKind kind,
            UUID target,
            DisputeResolved before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements DisputeEvent, Voids<DisputeResolved> {}

    /** It was seen on this day how far the parties have done what they agreed. */
    record PerformanceRecorded(
            UUID disputeId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            DisputeKind kind,
            Performance performance,
            @Nullable Sealed note,
            LocalDate occurredOn)
            implements DisputeEvent {}

    /** Performance was never seen so. */
    record PerformanceVoided(
            UUID disputeId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            DisputeKind kind,
            UUID target,
            PerformanceRecorded before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements DisputeEvent, Voids<PerformanceRecorded> {}

    /**
     * On this day the parties together asked a court to confirm their agreement.
     *
     * @param effectiveOn day the agreement took effect, by which the application was judged
     * @param applicantIds personIds of those who asked: all parties
     */
    record JudicialConfirmationApplied(
            UUID disputeId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            DisputeKind kind,
            LocalDate effectiveOn,
            List<UUID> applicantIds,
            @Nullable String court,
            LocalDate occurredOn)
            implements DisputeEvent {
        public JudicialConfirmationApplied {
            applicantIds = List.copyOf(applicantIds);
        }
    }

    /** A court was never asked so. */
    record JudicialConfirmationVoided(
            UUID disputeId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            DisputeKind kind,
            UUID target,
            JudicialConfirmationApplied before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements DisputeEvent, Voids<JudicialConfirmationApplied> {}

    /** The court decided on this day whether the agreement is confirmed. */
    record CourtDecisionRecorded(
            UUID disputeId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            DisputeKind kind,
            CourtDecision decision,
            @Nullable String court,
            @Nullable String documentNo,
            LocalDate occurredOn)
            implements DisputeEvent {}

    /** The court never decided so. */
    record CourtDecisionVoided(
            UUID disputeId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            DisputeKind kind,
            UUID target,
            CourtDecisionRecorded before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements DisputeEvent, Voids<CourtDecisionRecorded> {}

    /**
     * On this day somebody went to see the parties again 回访.
     *
     * @param cadreIds who went, if known
     */
    record ReturnVisitRecorded(
            UUID disputeId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            DisputeKind kind,
            List<UUID> cadreIds,
            @Nullable Sealed findings,
            LocalDate occurredOn)
            implements DisputeEvent {
        public ReturnVisitRecorded {
            cadreIds = List.copyOf(cadreIds);
        }
    }

    /** Nobody went to see the parties again so. */
    record ReturnVisitVoided(
            UUID disputeId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            DisputeKind kind,
            UUID target,
            ReturnVisitRecorded before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements DisputeEvent, Voids<ReturnVisitRecorded> {}
}
