package org.minqing.query.dispute;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Person;
import org.minqing.events.Sealed;
import org.minqing.events.Source;
import org.minqing.events.dispute.CourtDecision;
import org.minqing.events.dispute.DisputeEvent;
import org.minqing.events.dispute.DisputeEvent.Case;
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
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Subject;
import org.minqing.query.platform.view.Task;

/**
 * A dispute 矛盾纠纷 on a day.
 *
 * @param of without office and task, by which it is counted and not listed
 * @param sessions number of those that stand
 */
record DisputeState(
        Case of,
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

    static DisputeState registered(DisputeRegistered e) {
        Case of = e.of();
        Case listed =
                new Case(of.disputeId(), of.programmeId(), of.organisationId(), of.villageId(), null, null, of.kind());
        return new DisputeState(
                listed, e.parties(), e.facts(), e.source(), Status.REGISTERED, 0, null, null, null, null, null, 0);
    }

    DisputeState after(DisputeEvent event) {
        return switch (event) {
            case DisputeRegistered e -> registered(e);
            case MediationAccepted e -> step(Status.ACCEPTED, 0, null, null);
            case MediationSessionHeld e -> step(Status.ACCEPTED, sessions + 1, null, null);
            case MediationAgreementReached e ->
                step(
                        Status.AGREED,
                        sessions,
                        new Agreement(e.terms(), e.oral(), e.effectiveOn(), e.attachmentId()),
                        null);
            case MediationFailed e -> step(Status.FAILED, sessions, null, null);
            case DisputeResolved e -> step(Status.RESOLVED, sessions, agreement, e.outcome());
            case PerformanceRecorded e -> after(e.performance(), confirmationAppliedOn, courtDecision, returnVisits);
            case JudicialConfirmationApplied e -> after(performance, e.occurredOn(), courtDecision, returnVisits);
            case CourtDecisionRecorded e -> after(performance, confirmationAppliedOn, e.decision(), returnVisits);
            case ReturnVisitRecorded e -> after(performance, confirmationAppliedOn, courtDecision, returnVisits + 1);
        };
    }

    Dimensions dimensions() {
        return Dimensions.of(of).status(status).kind(of.kind());
    }

    /** What follows an agreement: court confirmation while there is time, a look at whether it is kept, a return visit. */
    Stream<Task> tasks() {
        if (agreement == null) {
            return Stream.empty();
        }
        LocalDate effect = agreement.effectiveOn;
        Dimensions whose = Dimensions.of(of).kind(of.kind());
        Subject dispute = new Subject("Dispute", of.disputeId().toString());
        Stream.Builder<Task> tasks = Stream.builder();
        if (confirmationAppliedOn == null && courtDecision == null) {
            tasks.add(new Task(
                    "offer-court-confirmation",
                    dispute,
                    effect.plusDays(DAYS_REMINDED),
                    effect.plusDays(DAYS_TO_COURT),
                    whose));
        }
        if (performance == null) {
            tasks.add(new Task("record-performance", dispute, effect.plusDays(DAYS_TO_PERFORM), whose));
        }
        if (returnVisits == 0) {
            tasks.add(new Task("return-visit", dispute, effect.plusDays(DAYS_TO_RETURN), whose));
        }
        return tasks.build();
    }

    private DisputeState step(Status next, int held, @Nullable Agreement agreed, @Nullable DisputeOutcome ended) {
        return new DisputeState(
                of,
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
                of, parties, facts, source, status, sessions, agreement, outcome, done, appliedOn, decision, visits);
    }
}
