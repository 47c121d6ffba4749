package org.minqing.query.posting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;
import org.minqing.events.posting.AssessmentGrade;
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
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Subject;
import org.minqing.query.platform.view.Task;

/**
 * A posting 驻村选派 on a day.
 *
 * @param to first day on which it is over
 * @param attendance by month
 * @param assessments in the order of their days
 * @param recalledFor why the instructor was called back
 */
record PostingState(
        Assignment of,
        @Nullable UUID officeId,
        @Nullable String taskCode,
        PostingKind kind,
        UUID cadreId,
        List<InstructorRole> roles,
        @Nullable Security security,
        LocalDate from,
        @Nullable LocalDate to,
        Status status,
        List<Attendance> attendance,
        List<Assessment> assessments,
        @Nullable Sealed recalledFor) {

    enum Status {
        POSTED,
        ENDED,
        RECALLED
    }

    /** Days in the village in a month, {@code 2012-03}. */
    record Attendance(String month, int days, Sealed signedBy) {}

    record Assessment(AssessmentGrade grade, LocalDate on) {}

    PostingState after(PostingEvent event) {
        return switch (event) {
            case PostingBegun e -> begun(e);
            case PostingEnded e -> until(e.occurredOn(), Status.ENDED, null);
            case InstructorRecalled e -> until(e.occurredOn(), Status.RECALLED, e.reason());
            case AttendanceRecorded e -> with(new Attendance(e.month(), e.days(), e.signedBy()));
            case InstructorAssessed e -> with(new Assessment(e.grade(), e.occurredOn()));
        };
    }

    Dimensions dimensions() {
        return Dimensions.of(of).cadre(cadreId).status(status).kind(kind);
    }

    /**
     * Of each month in which the instructor was posted, told when it is over, due when the next month is over. A year after a month
     * it is nobody's task any more. Secretaries and correspondents are of the village: nobody asks how many days they were there.
     */
    Stream<Task> tasks() {
        if (kind != PostingKind.INSTRUCTOR) {
            return Stream.empty();
        }
        Set<YearMonth> attended =
                attendance.stream().map(a -> YearMonth.parse(a.month())).collect(Collectors.toSet());
        YearMonth first = YearMonth.from(from);
        YearMonth next = attended.stream()
                .max(Comparator.naturalOrder())
                .map(last -> last.plusMonths(1))
                .filter(month -> month.isAfter(first))
                .orElse(first);
        YearMonth end = to == null ? next : YearMonth.from(to.minusDays(1)).plusMonths(1);
        return Stream.concat(
                Stream.iterate(first, month -> month.isBefore(end), month -> month.plusMonths(1))
                        .filter(month -> !attended.contains(month))
                        .map(month -> attendance(month, false)),
                to == null ? Stream.of(attendance(next, true)) : Stream.empty());
    }

    private Task attendance(YearMonth month, boolean monthly) {
        return new Task(
                "record-attendance",
                new Subject("Posting", of.postingId().toString()),
                month,
                month.plusMonths(1).atDay(1),
                month.plusMonths(1).atEndOfMonth(),
                month.plusMonths(12).atEndOfMonth(),
                monthly,
                dimensions());
    }

    static PostingState begun(PostingBegun e) {
        return new PostingState(
                e.of(),
                e.officeId(),
                e.taskCode(),
                e.kind(),
                e.cadreId(),
                e.roles(),
                e.security(),
                e.occurredOn(),
                null,
                Status.POSTED,
                List.of(),
                List.of(),
                null);
    }

    private PostingState with(Attendance more) {
        return with(
                to,
                status,
                Stream.concat(attendance.stream(), Stream.of(more))
                        .sorted(Comparator.comparing(Attendance::month))
                        .toList(),
                assessments,
                recalledFor);
    }

    private PostingState with(Assessment more) {
        return with(
                to,
                status,
                attendance,
                Stream.concat(assessments.stream(), Stream.of(more)).toList(),
                recalledFor);
    }

    private PostingState until(LocalDate day, Status over, @Nullable Sealed reason) {
        return with(day, over, attendance, assessments, reason);
    }

    private PostingState with(
            @Nullable LocalDate until,
            Status now,
            List<Attendance> months,
            List<Assessment> grades,
            @Nullable Sealed reason) {
        return new PostingState(
                of, officeId, taskCode, kind, cadreId, roles, security, from, until, now, months, grades, reason);
    }
}
