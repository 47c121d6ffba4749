package org.minqing.command.posting;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.EventId;
import org.minqing.command.platform.Never;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.command.platform.StepList.Step;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.Responsibility;
import org.minqing.command.reference.Village;
import org.minqing.events.posting.InstructorRole;
import org.minqing.events.posting.PostingEvent;
import org.minqing.events.posting.PostingEvent.AttendanceRecorded;
import org.minqing.events.posting.PostingEvent.InstructorAssessed;
import org.minqing.events.posting.PostingEvent.InstructorRecalled;
import org.minqing.events.posting.PostingEvent.PostingBegun;
import org.minqing.events.posting.PostingEvent.PostingEnded;

/** A posting to a village 驻村选派: from its first day to its end. */
@Aggregate
class Posting {
    @AggregateIdentifier
    private @Nullable String stream;

    private final Stay stay = new Stay();

    Posting() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SecondInstructor command, Situation situation) {
        refuseRepeated(command.roles());
        begin(command, situation);
    }

    private static void refuseRepeated(List<InstructorRole> roles) {
        if (new HashSet<>(roles).size() < roles.size()) {
            throw Refusal.invalid("/roles", "repeated");
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AppointStandingSecretary command, Situation situation) {
        begin(command, situation);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AppointCorrespondent command, Situation situation) {
        begin(command, situation);
    }

    private void begin(Beginning command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        UUID postingId = requireNonNullElse(command.postingId(), situation.madeId());
        String villageId = Village.id(situation, command.villageCode(), day);
        InForce.cadre(situation, command.cadreId(), day);
        Responsibility responsible = Responsibility.in(
                        situation, villageId, day, command.programmeId(), command.organisationId())
                .inForce(situation, day)
                .classed(situation, day, command.officeId(), command.taskCode());
        if (!stay.isEmpty()) {
            throw Refusal.alreadyExists("Posting", postingId);
        }
        situation.apply(new PostingBegun(
                postingId,
                responsible.programmeId(),
                responsible.organisationId(),
                villageId,
                command.as(),
                command.cadreId(),
                command.roles(),
                command.given(),
                command.officeId(),
                command.taskCode(),
                day));
    }

    @CommandHandler
    void handle(EndPosting command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        PostingBegun begun = stay.begun(command.programmeId(), command.organisationId());
        PostingEvent end = stay.end().orElse(null);
        if (end instanceof PostingEnded && end.occurredOn().equals(day)) {
            return;
        }
        refuseOver(end);
        stay.mayEnd(day);
        situation.apply(new PostingEnded(
                begun.postingId(),
                begun.programmeId(),
                begun.organisationId(),
                begun.villageId(),
                begun.kind(),
                begun.cadreId(),
                begun.taskCode(),
                day));
    }

    @CommandHandler
    void handle(RecallInstructor command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        PostingBegun begun = stay.instructor(command.programmeId(), command.organisationId());
        PostingEvent end = stay.end().orElse(null);
        if (end instanceof InstructorRecalled && end.occurredOn().equals(day)) {
            return;
        }
        refuseOver(end);
        stay.mayEnd(day);
        situation.apply(new InstructorRecalled(
                begun.postingId(),
                begun.programmeId(),
                begun.organisationId(),
                begun.villageId(),
                begun.kind(),
                begun.cadreId(),
                begun.taskCode(),
                command.reason(),
                day));
    }

    private static void refuseOver(@Nullable PostingEvent end) {
        if (end != null) {
            throw Refusal.conflict("posting-ended", end.occurredOn());
        }
    }

    @CommandHandler
    void handle(RecordMonthlyAttendance command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        PostingBegun begun = stay.begun(command.programmeId(), command.organisationId());
        YearMonth month = command.month();
        if (month.isAfter(YearMonth.from(day))) {
            throw Refusal.invalid("/month", "month-not-begun", day);
        }
        if (!stay.holds(month)) {
            throw Refusal.invalid("/month", "outside-the-posting", month);
        }
        refuseMore(command.days(), month);
        if (stay.attendances().anyMatch(e -> e.month().equals(month.toString()))) {
            throw Refusal.conflict("attendance-recorded", month);
        }
        situation.apply(new AttendanceRecorded(
                begun.postingId(),
                begun.programmeId(),
                begun.organisationId(),
                begun.villageId(),
                begun.cadreId(),
                month.toString(),
                command.days(),
                command.signedBy(),
                day));
    }

    private static void refuseMore(int days, YearMonth month) {
        if (days > month.lengthOfMonth()) {
            throw Refusal.invalid("/days", "more-days-than-the-month", month.lengthOfMonth());
        }
    }

    @CommandHandler
    void handle(AssessInstructor command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        PostingBegun begun = stay.instructor(command.programmeId(), command.organisationId());
        InstructorAssessed before = stay.assessments()
                .filter(e -> e.occurredOn().getYear() == day.getYear())
                .findFirst()
                .orElse(null);
        if (before != null) {
            if (before.grade() != command.grade() || !before.occurredOn().equals(day)) {
                throw Refusal.conflict("instructor-assessed", before.occurredOn());
            }
            return;
        }
        stay.notBeforeBeginning(day);
        if (stay.attendances().findAny().isEmpty()) {
            throw Refusal.conflict("no-attendance");
        }
        situation.apply(new InstructorAssessed(
                begun.postingId(),
                begun.programmeId(),
                begun.organisationId(),
                begun.villageId(),
                begun.cadreId(),
                command.grade(),
                day));
    }

    @CommandHandler
    void handle(CorrectPosting command, Situation situation) {
        PostingBegun before = stay.instructor(command.programmeId(), command.organisationId());
        situation.dayOf(before.occurredOn(), command.occurredOn());
        PostingBegun after = command.after(before);
        refuseRepeated(after.roles());
        if (!after.equals(before)) {
            situation.apply(new Correction(command.reason(), command.reasonCode()).of(stay.beginning(), after));
        }
    }

    @CommandHandler
    void handle(CorrectAttendance command, Situation situation) {
        stay.begun(command.programmeId(), command.organisationId());
        Step<AttendanceRecorded> step = stay.attendance(command.month());
        situation.dayOf(step.event().occurredOn(), command.occurredOn());
        AttendanceRecorded after = command.after(step.event());
        refuseMore(after.days(), command.month());
        if (!after.equals(step.event())) {
            situation.apply(new Correction(command.reason(), command.reasonCode()).of(step, after));
        }
    }

    @CommandHandler
    void handle(CorrectAssessment command, Situation situation) {
        stay.instructor(command.programmeId(), command.organisationId());
        Step<InstructorAssessed> step = stay.assessment(command.year());
        situation.dayOf(step.event().occurredOn(), command.occurredOn());
        InstructorAssessed after = command.after(step.event());
        if (!after.equals(step.event())) {
            situation.apply(new Correction(command.reason(), command.reasonCode()).of(step, after));
        }
    }

    @CommandHandler
    void handle(VoidPosting command, Situation situation) {
        if (stay.isEmpty()) {
            return;
        }
        stay.begun(command.programmeId(), command.organisationId());
        Never never = new Never(command.reason(), command.reasonCode());
        stay.undone(situation, command.stepId(), command.occurredOn()).forEach(step -> situation.apply(never.of(step)));
    }

    @EventSourcingHandler
    void on(PostingEvent event, @EventId UUID id) {
        stream = "Posting-" + event.postingId();
        stay.take(id, event);
    }
}
