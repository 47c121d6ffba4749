package org.minqing.query.concern;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;
import org.minqing.events.Source;
import org.minqing.events.concern.ConcernEvent;
import org.minqing.events.concern.ConcernEvent.ConcernAccepted;
import org.minqing.events.concern.ConcernEvent.ConcernAssigned;
import org.minqing.events.concern.ConcernEvent.ConcernEscalated;
import org.minqing.events.concern.ConcernEvent.ConcernProgressed;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.concern.ConcernEvent.ConcernRejected;
import org.minqing.events.concern.ConcernEvent.ConcernReopened;
import org.minqing.events.concern.ConcernEvent.ConcernResolved;
import org.minqing.events.concern.ConcernEvent.ResolutionConfirmed;
import org.minqing.events.concern.ConcernEvent.Topic;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Subject;
import org.minqing.query.platform.view.Task;

/**
 * A concern 诉求·意见建议·困难 on a day.
 *
 * @param cadreId who took it down
 * @param dueOn day by which people are to have an answer
 * @param assigned who sees to it
 * @param escalated before whom it was put
 * @param steps what was done, answered and said since it was raised
 * @param reopened how often
 */
record ConcernState(
        Topic of,
        List<Integer> groups,
        @Nullable UUID householdId,
        @Nullable UUID cadreId,
        @Nullable Source source,
        Sealed text,
        LocalDate raisedOn,
        LocalDate dueOn,
        Status status,
        @Nullable Seat assigned,
        @Nullable Seat escalated,
        List<Word> steps,
        int reopened) {

    enum Status {
        RAISED,
        ACCEPTED,
        ASSIGNED,
        RESOLVED,
        REJECTED,
        CONFIRMED;

        /** People wait for an answer. */
        static final Set<Status> OPEN = EnumSet.of(RAISED, ACCEPTED, ASSIGNED);
    }

    /** Whom it was given to. */
    record Seat(
            UUID organisationId,
            @Nullable UUID officeId,
            @Nullable UUID cadreId,
            LocalDate on) {}

    /** What was written at a step. */
    record Word(
            LocalDate on,
            String step,
            @Nullable Sealed text,
            @Nullable String reasonCode) {}

    static ConcernState of(ConcernRaised e) {
        return new ConcernState(
                e.of(),
                e.groups(),
                e.householdId(),
                e.cadreId(),
                e.source(),
                e.text(),
                e.occurredOn(),
                e.dueOn(),
                Status.RAISED,
                null,
                null,
                List.of(),
                0);
    }

    ConcernState after(ConcernEvent event) {
        return switch (event) {
            case ConcernRaised e -> of(e);
            case ConcernAccepted e -> with(Status.ACCEPTED, e.dueOn() == null ? dueOn : e.dueOn(), reopened);
            case ConcernAssigned e ->
                with(
                        Status.ASSIGNED,
                        new Seat(e.toOrganisationId(), e.toOfficeId(), e.toCadreId(), e.occurredOn()),
                        escalated);
            case ConcernEscalated e ->
                with(status, assigned, new Seat(e.toOrganisationId(), e.toOfficeId(), null, e.occurredOn()))
                        .said(e.occurredOn(), "ESCALATED", e.reason(), e.reasonCode());
            case ConcernProgressed e -> said(e.occurredOn(), "PROGRESSED", e.text(), null);
            case ConcernResolved e ->
                with(Status.RESOLVED, dueOn, reopened).said(e.occurredOn(), "RESOLVED", e.text(), null);
            case ConcernRejected e ->
                with(Status.REJECTED, dueOn, reopened).said(e.occurredOn(), "REJECTED", e.reason(), e.reasonCode());
            case ResolutionConfirmed e ->
                with(Status.CONFIRMED, dueOn, reopened).said(e.occurredOn(), "CONFIRMED", e.note(), null);
            case ConcernReopened e ->
                with(assigned == null ? Status.ACCEPTED : Status.ASSIGNED, e.dueOn(), reopened + 1)
                        .said(e.occurredOn(), "REOPENED", e.reason(), e.reasonCode());
        };
    }

    Dimensions dimensions() {
        return Dimensions.of(of)
                .household(householdId)
                .kind(of.kind())
                .cadres(Stream.of(assignee(), cadreId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .status(status);
    }

    /** Whoever sees to it is to answer it; until then whom it is counted to. */
    Stream<Task> tasks() {
        Dimensions whose = dimensions()
                .organisation(assigned == null ? of.organisationId() : assigned.organisationId)
                .cadre(assignee());
        return Stream.of(
                new Task("answer-concern", new Subject("Concern", of.concernId().toString()), dueOn, whose));
    }

    /** The cadre who is to answer: until the concern is given to somebody, who took it down. */
    private @Nullable UUID assignee() {
        return assigned == null ? cadreId : assigned.cadreId;
    }

    private ConcernState with(Status next, LocalDate due, int times) {
        return with(next, due, assigned, escalated, steps, times);
    }

    private ConcernState with(Status next, @Nullable Seat to, @Nullable Seat above) {
        return with(next, dueOn, to, above, steps, reopened);
    }

    private ConcernState said(LocalDate on, String step, @Nullable Sealed words, @Nullable String reasonCode) {
        List<Word> more = Stream.concat(steps.stream(), Stream.of(new Word(on, step, words, reasonCode)))
                .toList();
        return with(status, dueOn, assigned, escalated, more, reopened);
    }

    private ConcernState with(
            Status next, LocalDate due, @Nullable Seat to, @Nullable Seat above, List<Word> said, int times) {
        return new ConcernState(
                of, groups, householdId, cadreId, source, text, raisedOn, due, next, to, above, said, times);
    }
}
