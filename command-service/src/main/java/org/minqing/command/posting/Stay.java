package org.minqing.command.posting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.command.platform.StepList;
import org.minqing.command.platform.StepList.Step;
import org.minqing.command.reference.Responsibility;
import org.minqing.events.posting.PostingEvent;
import org.minqing.events.posting.PostingEvent.AttendanceRecorded;
import org.minqing.events.posting.PostingEvent.InstructorAssessed;
import org.minqing.events.posting.PostingEvent.InstructorRecalled;
import org.minqing.events.posting.PostingEvent.PostingBegun;
import org.minqing.events.posting.PostingEvent.PostingEnded;
import org.minqing.events.posting.PostingKind;

/**
 * What stands of a posting. Between its beginning and its end every entry stands for itself, in whatever order they are
 * entered; only an assessment needs some attendance.
 */
final class Stay {
    private final StepList<PostingEvent> steps = new StepList<>();

    void take(UUID id, PostingEvent event) {
        steps.take(id, event);
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    /** 409 where nothing stands any more, 422 where it belongs to another programme or organisation than named. */
    PostingBegun begun(@Nullable UUID programmeId, @Nullable UUID organisationId) {
        PostingBegun begun = beginning().event();
        new Responsibility(begun.programmeId(), begun.organisationId()).refuseOther(programmeId, organisationId);
        return begun;
    }

    /** 409 where nothing stands any more. */
    Step<PostingBegun> beginning() {
        return steps.last(PostingBegun.class).orElseThrow(() -> Refusal.conflict("posting-voided"));
    }

    /** As {@link #begun}; 409 for somebody posted as something else. */
    PostingBegun instructor(@Nullable UUID programmeId, @Nullable UUID organisationId) {
        PostingBegun begun = begun(programmeId, organisationId);
        if (begun.kind() != PostingKind.INSTRUCTOR) {
            throw Refusal.conflict("not-an-instructor");
        }
        return begun;
    }

    /** Its end or recall. */
    Optional<PostingEvent> end() {
        return events().filter(e -> e instanceof PostingEnded || e instanceof InstructorRecalled)
                .findFirst();
    }

    Stream<AttendanceRecorded> attendances() {
        return all(AttendanceRecorded.class).map(Step::event);
    }

    Stream<InstructorAssessed> assessments() {
        return all(InstructorAssessed.class).map(Step::event);
    }

    /** 409 where none is recorded. */
    Step<AttendanceRecorded> attendance(YearMonth month) {
        return all(AttendanceRecorded.class)
                .filter(step -> step.event().month().equals(month.toString()))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("attendance-not-recorded", month));
    }

    /** 409 where there is none; null: the last by its day. */
    Step<InstructorAssessed> assessment(@Nullable Integer year) {
        return all(InstructorAssessed.class)
                .filter(step -> year == null || step.event().occurredOn().getYear() == year)
                .max(Comparator.comparing(step -> step.event().occurredOn()))
                .orElseThrow(() -> Refusal.conflict("instructor-not-assessed"));
    }

    private <S extends PostingEvent> Stream<Step<S>> all(Class<S> sort) {
        return steps.all().stream()
                .filter(step -> sort.isInstance(step.event()))
                .map(step -> new Step<>(step.id(), sort.cast(step.event())));
    }

    /** 409 for a day before the beginning. */
    void notBeforeBeginning(LocalDate day) {
        LocalDate first = steps.all().getFirst().event().occurredOn();
        if (day.isBefore(first)) {
            throw Refusal.outOfOrder(first);
        }
    }

    /** 409 for an end before the beginning, or before a month for which there is attendance. */
    void mayEnd(LocalDate day) {
        notBeforeBeginning(day);
        attendances()
                .map(e -> YearMonth.parse(e.month()).atDay(1))
                .max(LocalDate::compareTo)
                .filter(day::isBefore)
                .ifPresent(first -> {
                    throw Refusal.outOfOrder(first);
                });
    }

    /** Whether some day of the month lies in it. */
    boolean holds(YearMonth month) {
        YearMonth first = YearMonth.from(steps.all().getFirst().event().occurredOn());
        return !month.isBefore(first)
                && end().map(e -> !month.isAfter(YearMonth.from(e.occurredOn())))
                        .orElse(true);
    }

    /** What is voided with a step, the last first: all with the beginning, the assessments with the last attendance. */
    List<Step<PostingEvent>> undone(Situation situation, @Nullable UUID stepId, @Nullable LocalDate occurredOn) {
        List<Step<PostingEvent>> after = steps.undone(situation, "Posting", stepId, occurredOn);
        if (after.isEmpty() || after.getLast().event() instanceof PostingBegun) {
            return after;
        }
        Step<PostingEvent> step = after.getLast();
        boolean lastAttendance =
                step.event() instanceof AttendanceRecorded && attendances().count() == 1;
        return Stream.concat(
                        steps.all().reversed().stream()
                                .filter(each -> lastAttendance && each.event() instanceof InstructorAssessed),
                        Stream.of(step))
                .toList();
    }

    private Stream<PostingEvent> events() {
        return steps.all().stream().map(Step::event);
    }
}
