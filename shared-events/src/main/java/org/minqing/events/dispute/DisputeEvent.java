package org.minqing.events.dispute;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Header;
import org.minqing.events.Person;
import org.minqing.events.Sealed;
import org.minqing.events.Source;

/**
 * The story of a dispute 矛盾纠纷, from registration over people's mediation to what became of the agreement. Texts are
 * sealed under {@code dispute:<disputeId>}, parties each under their own key.
 */
public sealed interface DisputeEvent extends DomainEvent {
    /**
     * What the dispute is counted by, as registered.
     *
     * @param organisationId to which the mediation is counted
     * @param villageId divisionId of the village
     */
    record Case(
            UUID disputeId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            DisputeKind kind)
            implements Header {
        @Override
        public String divisionId() {
            return villageId;
        }
    }

    @Override
    Case of();

    /**
     * A dispute became known on this day.
     *
     * @param parties at least two
     * @param facts what it is about, sealed under the dispute
     * @param source where it came up
     */
    record DisputeRegistered(
            Case of,
            List<Person> parties,
            Sealed facts,
            @Nullable Source source,
            LocalDate occurredOn) implements DisputeEvent {
        public DisputeRegistered {
            parties = List.copyOf(parties);
        }

        @Override
        public List<Source> requires() {
            return Stream.ofNullable(source).toList();
        }
    }

    /** On this day the mediators took the matter up and the parties accepted mediation. */
    record MediationAccepted(Case of, LocalDate occurredOn) implements DisputeEvent {}

    /**
     * Mediators and parties sat together on this day.
     *
     * @param session 1, 2, 3, ... within the dispute
     */
    record MediationSessionHeld(
            Case of, int session, @Nullable Sealed summary, LocalDate occurredOn) implements DisputeEvent {}

    /**
     * The parties agreed on this day.
     *
     * @param session the last session held
     * @param oral whether the agreement is by word of mouth only
     * @param effectiveOn day it takes effect, from which the 30 days for asking a court count
     */
    record MediationAgreementReached(
            Case of,
            int session,
            Sealed terms,
            boolean oral,
            LocalDate effectiveOn,
            @Nullable UUID attachmentId,
            LocalDate occurredOn)
            implements DisputeEvent {}

    /**
     * On this day mediation was given up without an agreement.
     *
     * @param session the last session held
     */
    record MediationFailed(
            Case of, int session, Sealed reason, @Nullable String reasonCode, LocalDate occurredOn)
            implements DisputeEvent {}

    /**
     * The dispute ended on this day, in this way.
     *
     * @param partyCount number of parties, by which people reconciled can be counted
     */
    record DisputeResolved(Case of, DisputeOutcome outcome, int partyCount, LocalDate occurredOn)
            implements DisputeEvent {}

    /** It was seen on this day how far the parties have done what they agreed. */
    record PerformanceRecorded(
            Case of, Performance performance, @Nullable Sealed note, LocalDate occurredOn) implements DisputeEvent {}

    /**
     * On this day the parties together asked a court to confirm their agreement.
     *
     * @param effectiveOn day the agreement took effect, by which the application was judged
     * @param applicantIds personIds of those who asked: all parties
     */
    record JudicialConfirmationApplied(
            Case of,
            LocalDate effectiveOn,
            List<UUID> applicantIds,
            @Nullable String court,
            LocalDate occurredOn) implements DisputeEvent {
        public JudicialConfirmationApplied {
            applicantIds = List.copyOf(applicantIds);
        }
    }

    /** The court decided on this day whether the agreement is confirmed. */
    record CourtDecisionRecorded(
            Case of,
            CourtDecision decision,
            @Nullable String court,
            @Nullable String documentNo,
            LocalDate occurredOn) implements DisputeEvent {}

    /**
     * On this day somebody went to see the parties again 回访.
     *
     * @param cadreIds who went, if known
     */
    record ReturnVisitRecorded(
            Case of, List<UUID> cadreIds, @Nullable Sealed findings, LocalDate occurredOn) implements DisputeEvent {
        public ReturnVisitRecorded {
            cadreIds = List.copyOf(cadreIds);
        }

        @Override
        public List<Source> requires() {
            return Source.each("Cadre", cadreIds).toList();
        }
    }
}
