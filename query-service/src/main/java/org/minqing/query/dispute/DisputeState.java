package org.minqing.query.dispute;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Person;
import org.minqing.events.Sealed;
import org.minqing.events.Source;
import org.minqing.events.Voids;
import org.minqing.events.dispute.CourtDecision;
import org.minqing.events.dispute.DisputeEvent;
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
import org.minqing.events.dispute.DisputeKind;
import org.minqing.events.dispute.DisputeOutcome;
import org.minqing.events.dispute.Performance;
import org.minqing.query.platform.Dimensions;
import org.minqing.query.platform.Subject;
import org.minqing.query.platform.Task;

/** A dispute 矛盾纠纷 on a day. */
record DisputeState(
        UUID disputeId,
        UUID programmeId,
        UUID organisationId,
        String villageId,
        DisputeKind kind,
        List<Person> parties,
        Sealed facts,
        @Nullable Source source,
        Status status,
        int sessions,
        @Nullable Agreement agreement,
        @Nullable DisputeOutcome outcome,
        @Nullable Performance performance,
        @Nullable LocalDate confirmationAppliedOn,
        @Nullable CourtDecision courtDecision,
        int returnVisits) {

    enum Status {
        REGISTERED,
        ACCEPTED,
        AGREED,
        FAILED,
        RESOLVED
    }

    /** Statuses in which an agreement stands. */
    static final Set<Status> SETTLED = Set.of(Status.AGREED, Status.RESOLVED);

    /** The law gives both parties 30 days from effect to ask the court; they are reminded while five are left. */
    private static final int DAYS_TO_COURT = 30;

    private static final int DAYS_REMINDED = 25;
    private static final int DAYS_TO_PERFORM = 30;
    private static final int DAYS_TO_RETURN = 60;

    record Agreement(
            Sealed terms,
            boolean oral,
            LocalDate effectiveOn,
            @Nullable UUID attachmentId) {}

    static DisputeState evolve(@Nullable DisputeState state, DisputeEvent event) {
        return switch (event) {
            case DisputeRegistered e ->
                new DisputeState(
                        e.disputeId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        e.kind(),
                        e.parties(),
                        e.facts(),
                        e.source(),
                        Status.REGISTERED,
                        0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        0);
            case MediationAccepted e -> known(state).step(Status.ACCEPTED, 0, null, null);
            case MediationSessionHeld e -> known(state).step(Status.ACCEPTED, e.session(), null, null);
            case MediationAgreementReached e -> {
                DisputeState s = known(state);
                yield s.step(
                        Status.AGREED,
                        s.sessions,
                        new Agreement(e.terms(), e.oral(), e.effectiveOn(), e.attachmentId()),
                        null);
            }
            case MediationFailed e -> {
                DisputeState s = known(state);
                yield s.step(Status.FAILED, s.sessions, null, null);
            }
            case DisputeResolved e -> {
                DisputeState s = known(state);
                yield s.step(Status.RESOLVED, s.sessions, s.agreement, e.outcome());
            }
            case PerformanceRecorded e -> {
                DisputeState s = known(state);
                yield s.after(e.performance(), s.confirmationAppliedOn, s.courtDecision, s.returnVisits);
            }
            case JudicialConfirmationApplied e -> {
                DisputeState s = known(state);
                yield s.after(s.performance, e.occurredOn(), s.courtDecision, s.returnVisits);
            }
            case CourtDecisionRecorded e -> {
                DisputeState s = known(state);
                yield s.after(s.performance, s.confirmationAppliedOn, e.decision(), s.returnVisits);
            }
            case ReturnVisitRecorded e -> {
                DisputeState s = known(state);
                yield s.after(s.performance, s.confirmationAppliedOn, s.courtDecision, s.returnVisits + 1);
            }
            case Voids<?> e -> known(state);
        };
    }

    /** What follows an agreement: court confirmation while there is time, a look at whether it is kept, a return visit. */
    Stream<Task> tasks() {
        if (agreement == null) {
            return Stream.empty();
        }
        LocalDate effect = agreement.effectiveOn;
        Dimensions of = Dimensions.at(villageId)
                .programme(programmeId)
                .organisation(organisationId)
                .kind(kind);
        Subject dispute = new Subject("Dispute", disputeId.toString());
        Stream.Builder<Task> tasks = Stream.builder();
        if (confirmationAppliedOn == null && courtDecision == null) {
            tasks.add(new Task(
                    "offer-court-confirmation",
                    dispute,
                    effect.plusDays(DAYS_REMINDED),
                    effect.plusDays(DAYS_TO_COURT),
                    of));
        }
        if (performance == null) {
            tasks.add(new Task("record-performance", dispute, effect.plusDays(DAYS_TO_PERFORM), of));
        }
        if (returnVisits == 0) {
            tasks.add(new Task("return-visit", dispute, effect.plusDays(DAYS_TO_RETURN), of));
        }
        return tasks.build();
    }

    private static DisputeState known(@Nullable DisputeState state) {
        return Objects.requireNonNull(state);
    }

    private DisputeState step(Status next, int held, @Nullable Agreement agreed, @Nullable DisputeOutcome ended) {
        return new DisputeState(
                disputeId,
                programmeId,
                organisationId,
                villageId,
                kind,
                parties,
                facts,
                source,
                next,
                held,
                agreed,
                ended,
                performance,
                confirmationAppliedOn,
                courtDecision,
                returnVisits);
    }

    private DisputeState after(
            @Nullable Performance done, @Nullable LocalDate appliedOn, @Nullable CourtDecision decision, int visits) {
        return new DisputeState(
                disputeId,
                programmeId,
                organisationId,
                villageId,
                kind,
                parties,
                facts,
                source,
                status,
                sessions,
                agreement,
                outcome,
                done,
                appliedOn,
                decision,
                visits);
    }
}
