package org.minqing.command.posting;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.Beginning;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.StreamAggregate;
import org.minqing.command.platform.history.StreamEntry;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.Responsibility;
import org.minqing.command.reference.Village;
import org.minqing.events.posting.InstructorRole;
import org.minqing.events.posting.PostingEvent;
import org.minqing.events.posting.PostingEvent.Assignment;
import org.minqing.events.posting.PostingEvent.AttendanceRecorded;
import org.minqing.events.posting.PostingEvent.InstructorAssessed;
import org.minqing.events.posting.PostingEvent.InstructorRecalled;
import org.minqing.events.posting.PostingEvent.PostingBegun;
import org.minqing.events.posting.PostingEvent.PostingEnded;
import org.minqing.events.posting.PostingKind;
import org.minqing.events.posting.Security;

/**
 * A posting to a village 驻村选派. Between its beginning and its end every entry stands for itself, in whatever order they are
 * entered; only an assessment needs some attendance.
 */
class Posting implements StreamAggregate<PostingEvent> {
    private final Beginning<PostingBegun> begun = new Beginning<>("Posting");
    private @Nullable PostingEvent end;
    private final List<AttendanceRecorded> attendances = new ArrayList<>();
    private final List<InstructorAssessed> assessments = new ArrayList<>();

    void handle(PostingCommand.SecondInstructor command, DecisionContext situation) {
        if (new HashSet<>(command.roles()).size() < command.roles().size()) {
            throw Refusal.invalid("/roles", "repeated");
        }
        PostingCommand.SecurityInput security = command.security();
        begin(
                command,
                PostingKind.INSTRUCTOR,
                command.roles(),
                security == null ? null : security.security(),
                situation);
    }

    void handle(PostingCommand.AppointStandingSecretary command, DecisionContext situation) {
        begin(command, PostingKind.STANDING_SECRETARY, List.of(), null, situation);
    }

    void handle(PostingCommand.AppointCorrespondent command, DecisionContext situation) {
        begin(command, PostingKind.CORRESPONDENT, List.of(), null, situation);
    }

    private static void begin(
            PostingCommand.Beginning command,
            PostingKind kind,
            List<InstructorRole> roles,
            @Nullable Security security,
            DecisionContext situation) {
        LocalDate day = situation.day();
        UUID postingId = requireNonNullElse(command.postingId(), situation.madeId());
        String villageId = Village.id(situation, command.villageCode(), day);
        InForce.cadre(situation, command.cadreId(), day);
        Responsibility responsible = Responsibility.in(
                        situation, villageId, day, command.programmeId(), command.organisationId())
                .inForce(situation, day)
                .classed(situation, day, command.officeId(), command.taskCode());
        Assignment of = new Assignment(postingId, responsible.programmeId(), responsible.organisationId(), villageId);
        situation.enter(new PostingBegun(
                of, kind, command.cadreId(), roles, security, command.officeId(), command.taskCode(), day));
    }

    void handle(PostingCommand.EndPosting command, DecisionContext situation) {
        PostingBegun of = begun.standing();
        situation.enter(new PostingEnded(of.of(), of.kind(), of.cadreId(), of.taskCode(), situation.day()));
    }

    void handle(PostingCommand.RecallInstructor command, DecisionContext situation) {
        PostingBegun of = begun.standing();
        situation.enter(new InstructorRecalled(
                of.of(), of.kind(), of.cadreId(), of.taskCode(), command.reason(), situation.day()));
    }

    void handle(PostingCommand.RecordMonthlyAttendance command, DecisionContext situation) {
        LocalDate day = situation.day();
        PostingBegun of = begun.standing();
        YearMonth month = command.month();
        if (month.isAfter(YearMonth.from(day))) {
            throw Refusal.invalid("/month", "month-not-begun", day);
        }
        if (command.days() > month.lengthOfMonth()) {
            throw Refusal.invalid("/days", "more-days-than-the-month", month.lengthOfMonth());
        }
        situation.enter(new AttendanceRecorded(
                of.of(), of.cadreId(), month.toString(), command.days(), command.signedBy(), day));
    }

    void handle(PostingCommand.AssessInstructor command, DecisionContext situation) {
        PostingBegun of = begun.standing();
        situation.enter(new InstructorAssessed(of.of(), of.cadreId(), command.grade(), situation.day()));
    }

    @Override
    public void check(StreamEntry<PostingEvent> entry) {
        switch (entry.event()) {
            case PostingBegun e -> begun.refuseSecond(e.of().postingId());
            case PostingEnded e -> checkEnd(e.occurredOn());
            case InstructorRecalled e -> {
                requireInstructor();
                checkEnd(e.occurredOn());
            }
            case AttendanceRecorded e -> {
                begun.standing();
                YearMonth month = YearMonth.parse(e.month());
                requireHolding(month);
                if (attendances.stream().anyMatch(each -> each.month().equals(e.month()))) {
                    throw Refusal.conflict("attendance-recorded", month);
                }
                long held = daysHeld(month, e.occurredOn());
                if (e.days() > held) {
                    throw Refusal.invalid("/days", "more-days-than-posted", held, month);
                }
            }
            case InstructorAssessed e -> {
                requireInstructor();
                assessments.stream()
                        .filter(each ->
                                each.occurredOn().getYear() == e.occurredOn().getYear())
                        .findFirst()
                        .ifPresent(each -> {
                            throw Refusal.conflict("instructor-assessed", each.occurredOn());
                        });
                if (attendances.isEmpty()) {
                    throw Refusal.conflict("no-attendance");
                }
            }
        }
    }

    /** The same end on the same day is one, for whatever reason, and so is the same grade. */
    @Override
    public boolean repeats(PostingEvent event) {
        return switch (event) {
            case PostingBegun e -> false;
            case PostingEnded e -> isEnd(e);
            case InstructorRecalled e -> isEnd(e);
            case AttendanceRecorded e -> false;
            case InstructorAssessed e -> assessments.contains(e);
        };
    }

    /** Cadre, task and place are those of the beginning. */
    @Override
    public PostingEvent retold(PostingEvent event) {
        return begun.find().map(by -> retold(event, by)).orElse(event);
    }

    private static PostingEvent retold(PostingEvent event, PostingBegun by) {
        Assignment of = by.of();
        UUID cadreId = by.cadreId();
        return switch (event) {
            case PostingBegun e -> e;
            case PostingEnded e -> new PostingEnded(of, by.kind(), cadreId, by.taskCode(), e.occurredOn());
            case InstructorRecalled e ->
                new InstructorRecalled(of, by.kind(), cadreId, by.taskCode(), e.reason(), e.occurredOn());
            case AttendanceRecorded e ->
                new AttendanceRecorded(of, cadreId, e.month(), e.days(), e.signedBy(), e.occurredOn());
            case InstructorAssessed e -> new InstructorAssessed(of, cadreId, e.grade(), e.occurredOn());
        };
    }

    @Override
    public void on(StreamEntry<PostingEvent> entry) {
        switch (entry.event()) {
            case PostingBegun e -> begun.on(e);
            case PostingEnded e -> end = e;
            case InstructorRecalled e -> end = e;
            case AttendanceRecorded e -> attendances.add(e);
            case InstructorAssessed e -> assessments.add(e);
        }
    }

    private void requireInstructor() {
        if (begun.standing().kind() != PostingKind.INSTRUCTOR) {
            throw Refusal.conflict("not-an-instructor");
        }
    }

    private boolean isEnd(PostingEvent event) {
        return end != null
                && end.getClass() == event.getClass()
                && end.occurredOn().equals(event.occurredOn());
    }

    /** The days of a month on which it held, up to the one on which that was signed. */
    private long daysHeld(YearMonth month, LocalDate signedOn) {
        LocalDate last = month.atEndOfMonth().isAfter(signedOn) ? signedOn : month.atEndOfMonth();
        if (end != null && !end.occurredOn().isAfter(last)) {
            last = end.occurredOn().minusDays(1);
        }
        return Math.max(0, ChronoUnit.DAYS.between(firstIn(month), last) + 1);
    }

    private LocalDate firstIn(YearMonth month) {
        LocalDate first = begun.standing().occurredOn();
        return first.isAfter(month.atDay(1)) ? first : month.atDay(1);
    }

    /** 409 for a second end, and for one before the days of attendance of a month are over. */
    private void checkEnd(LocalDate day) {
        begun.standing();
        if (end != null) {
            throw Refusal.conflict("posting-ended", end.occurredOn());
        }
        attendances.stream()
                .map(each -> firstIn(YearMonth.parse(each.month())).plusDays(each.days()))
                .max(LocalDate::compareTo)
                .ifPresent(first -> Refusal.refuseBefore(first, day));
    }

    /** 422 where no day of the month lies in it. */
    private void requireHolding(YearMonth month) {
        boolean over = end != null && month.isAfter(YearMonth.from(end.occurredOn()));
        if (over || month.isBefore(YearMonth.from(begun.standing().occurredOn()))) {
            throw Refusal.invalid("/month", "outside-the-posting", month);
        }
    }
}
