package org.minqing.command.posting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.TestSealed;
import org.minqing.events.Sealed;
import org.minqing.events.posting.AssessmentGrade;
import org.minqing.events.posting.InstructorRole;
import org.minqing.events.posting.PostingEvent.AssessmentVoided;
import org.minqing.events.posting.PostingEvent.AttendanceRecorded;
import org.minqing.events.posting.PostingEvent.AttendanceVoided;
import org.minqing.events.posting.PostingEvent.InstructorAssessed;
import org.minqing.events.posting.PostingEvent.InstructorRecallVoided;
import org.minqing.events.posting.PostingEvent.InstructorRecalled;
import org.minqing.events.posting.PostingEvent.PostingBegun;
import org.minqing.events.posting.PostingEvent.PostingEndVoided;
import org.minqing.events.posting.PostingEvent.PostingEnded;
import org.minqing.events.posting.PostingEvent.PostingVoided;
import org.minqing.events.posting.PostingKind;

/** What happens between the beginning and the end of a posting; today is 2012-06-01. */
class AttendanceTest {
    private static final UUID PROGRAMME = new UUID(1, 1);
    private static final UUID CITY = new UUID(2, 1);
    private static final UUID CADRE = new UUID(3, 1);
    private static final UUID POSTING = new UUID(7, 1);
    private static final String VILLAGE = "530328202201";
    private static final LocalDate DAY = LocalDate.of(2012, 1, 10);
    private static final LocalDate SIGNED = LocalDate.of(2012, 5, 2);
    private static final LocalDate END = LocalDate.of(2012, 3, 10);
    private static final Sealed REASON = TestSealed.sealed("posting:" + POSTING, "登记错了");
    private static final Sealed SIGNATURE = TestSealed.sealed("posting:" + POSTING, "示例");
    private static final PostingBegun BEGUN = begun(PostingKind.INSTRUCTOR);
    private static final AttendanceRecorded MARCH = attended("2012-03", 22);
    private static final InstructorAssessed ASSESSED =
            new InstructorAssessed(POSTING, PROGRAMME, CITY, VILLAGE, CADRE, AssessmentGrade.COMPETENT, SIGNED);
    private static final PostingEnded ENDED =
            new PostingEnded(POSTING, PROGRAMME, CITY, VILLAGE, PostingKind.INSTRUCTOR, CADRE, null, END);
    private static final InstructorRecalled RECALLED =
            new InstructorRecalled(POSTING, PROGRAMME, CITY, VILLAGE, PostingKind.INSTRUCTOR, CADRE, null, REASON, END);

    private static PostingBegun begun(PostingKind kind) {
        List<InstructorRole> roles = kind == PostingKind.INSTRUCTOR ? List.of(InstructorRole.INSTRUCTOR) : List.of();
        return new PostingBegun(POSTING, PROGRAMME, CITY, VILLAGE, kind, CADRE, roles, null, null, null, DAY);
    }

    private static AttendanceRecorded attended(String month, int days) {
        return new AttendanceRecorded(POSTING, PROGRAMME, CITY, VILLAGE, CADRE, month, days, SIGNATURE, SIGNED);
    }

    private static RecordMonthlyAttendance attend(String month, int days) {
        return new RecordMonthlyAttendance(POSTING, null, null, YearMonth.parse(month), days, SIGNATURE, SIGNED);
    }

    private static AssessInstructor assess(AssessmentGrade grade, LocalDate day) {
        return new AssessInstructor(POSTING, null, null, grade, day);
    }

    private static RecallInstructor recall(LocalDate day) {
        return new RecallInstructor(POSTING, null, null, REASON, day);
    }

    private static EndPosting end(LocalDate day) {
        return new EndPosting(POSTING, null, null, day);
    }

    private static VoidPosting never(int given) {
        return new VoidPosting(POSTING, null, null, CommandFixture.givenId(given), REASON, null, null);
    }

    private static AttendanceVoided attendanceVoided(int given, AttendanceRecorded before) {
        return new AttendanceVoided(
                POSTING,
                PROGRAMME,
                CITY,
                VILLAGE,
                CommandFixture.givenId(given),
                before,
                REASON,
                null,
                before.occurredOn());
    }

    private static CommandFixture fixture() {
        return new CommandFixture(Posting.class);
    }

    @Test
    void the_months_are_recorded_in_any_order_also_after_the_end() {
        fixture().given(BEGUN).when(attend("2012-03", 22)).events(MARCH);
        fixture().given(BEGUN, MARCH).when(attend("2012-01", 15)).events(attended("2012-01", 15));
        fixture().given(BEGUN, ENDED).when(attend("2012-03", 7)).events(attended("2012-03", 7));
        fixture().given(BEGUN).when(attend("2012-02", 0)).events(attended("2012-02", 0));
        fixture()
                .given(begun(PostingKind.STANDING_SECRETARY))
                .when(attend("2012-03", 22))
                .events(MARCH);
    }

    @Test
    void refuses_a_month_outside_the_posting() {
        fixture().given(BEGUN).when(attend("2011-12", 5)).refusedField("/month", "outside-the-posting");
        fixture().given(BEGUN, ENDED).when(attend("2012-04", 5)).refusedField("/month", "outside-the-posting");
        fixture().given(BEGUN, RECALLED).when(attend("2012-04", 5)).refusedField("/month", "outside-the-posting");
    }

    @Test
    void refuses_a_month_that_had_not_begun_when_it_was_signed() {
        fixture().given(BEGUN).when(attend("2012-06", 1)).refusedField("/month", "month-not-begun");
        fixture().given(BEGUN).when(attend("2012-05", 1)).events(attended("2012-05", 1));
    }

    @Test
    void refuses_more_days_than_the_month_has() {
        fixture().given(BEGUN).when(attend("2012-02", 30)).refusedField("/days", "more-days-than-the-month");
        fixture().given(BEGUN).when(attend("2012-02", 29)).events(attended("2012-02", 29));
        fixture().given(BEGUN).when(attend("2012-02", -1)).refusedField("/days");
    }

    @Test
    void refuses_a_month_recorded_already() {
        fixture().given(BEGUN, MARCH).when(attend("2012-03", 20)).refused("attendance-recorded");
    }

    @Test
    void a_voided_month_is_recorded_again_and_others_stay() {
        AttendanceRecorded january = attended("2012-01", 15);
        AttendanceVoided voided = attendanceVoided(1, MARCH);
        fixture().given(BEGUN, MARCH, january).when(never(1)).events(voided);
        fixture().given(BEGUN, MARCH, january, voided).when(never(1)).nothing();
        fixture().given(BEGUN, MARCH, voided).when(attend("2012-03", 20)).events(attended("2012-03", 20));
    }

    @Test
    void refuses_to_record_for_another_programme_and_for_a_voided_posting() {
        fixture()
                .given(BEGUN)
                .when(new RecordMonthlyAttendance(
                        POSTING, new UUID(1, 9), null, YearMonth.of(2012, 3), 5, SIGNATURE, SIGNED))
                .refusedField("/programmeId");
        PostingVoided voided = new PostingVoided(
                POSTING, PROGRAMME, CITY, VILLAGE, CommandFixture.givenId(0), BEGUN, REASON, null, DAY);
        fixture().given(BEGUN, voided).when(attend("2012-03", 22)).refused("posting-voided");
    }

    @Test
    void an_instructor_is_assessed_once_a_year() {
        fixture()
                .given(BEGUN, MARCH)
                .when(assess(AssessmentGrade.COMPETENT, SIGNED))
                .events(ASSESSED);
        fixture()
                .given(BEGUN, MARCH, ASSESSED)
                .when(assess(AssessmentGrade.COMPETENT, SIGNED))
                .nothing();
        fixture()
                .given(BEGUN, MARCH, ASSESSED)
                .when(assess(AssessmentGrade.EXCELLENT, SIGNED))
                .refused("instructor-assessed");
        fixture()
                .today("2013-06-01")
                .given(BEGUN, MARCH, ASSESSED)
                .when(assess(AssessmentGrade.EXCELLENT, SIGNED.plusYears(1)))
                .only(InstructorAssessed.class);
    }

    @Test
    void refuses_to_assess_without_attendance_before_the_beginning_and_another_than_an_instructor() {
        fixture().given(BEGUN).when(assess(AssessmentGrade.COMPETENT, SIGNED)).refused("no-attendance");
        fixture()
                .given(BEGUN, MARCH, attendanceVoided(1, MARCH))
                .when(assess(AssessmentGrade.COMPETENT, SIGNED))
                .refused("no-attendance");
        fixture()
                .given(BEGUN, MARCH)
                .when(assess(AssessmentGrade.COMPETENT, DAY.minusDays(1)))
                .refused("out-of-order");
        fixture()
                .given(begun(PostingKind.CORRESPONDENT), MARCH)
                .when(assess(AssessmentGrade.COMPETENT, SIGNED))
                .refused("not-an-instructor");
    }

    @Test
    void the_last_attendance_is_voided_with_the_assessment_that_stands_on_it() {
        AttendanceRecorded january = attended("2012-01", 15);
        AssessmentVoided unassessed = new AssessmentVoided(
                POSTING, PROGRAMME, CITY, VILLAGE, CommandFixture.givenId(2), ASSESSED, REASON, null, SIGNED);
        fixture().given(BEGUN, MARCH, ASSESSED).when(never(1)).events(unassessed, attendanceVoided(1, MARCH));
        fixture().given(BEGUN, MARCH, ASSESSED).when(never(2)).events(unassessed);
        fixture().given(BEGUN, MARCH, ASSESSED, january).when(never(1)).events(attendanceVoided(1, MARCH));
        fixture()
                .given(BEGUN, MARCH, ASSESSED, january, attendanceVoided(1, MARCH))
                .when(never(3))
                .events(unassessed, attendanceVoided(3, january));
    }

    @Test
    void an_instructor_is_recalled_once_and_instead_of_an_end() {
        fixture().given(BEGUN).when(recall(END)).events(RECALLED);
        fixture().given(BEGUN, RECALLED).when(recall(END)).nothing();
        fixture().given(BEGUN, RECALLED).when(recall(END.plusDays(1))).refused("posting-ended");
        fixture().given(BEGUN, RECALLED).when(end(END)).refused("posting-ended");
        fixture().given(BEGUN, ENDED).when(recall(END)).refused("posting-ended");
        fixture().given(begun(PostingKind.CORRESPONDENT)).when(recall(END)).refused("not-an-instructor");
        fixture().given(BEGUN).when(recall(DAY.minusDays(1))).refused("out-of-order");
    }

    @Test
    void refuses_an_end_before_a_month_for_which_there_is_attendance() {
        fixture().given(BEGUN, MARCH).when(end(LocalDate.of(2012, 2, 29))).refused("out-of-order");
        fixture().given(BEGUN, MARCH).when(recall(LocalDate.of(2012, 2, 29))).refused("out-of-order");
        fixture().given(BEGUN, MARCH, ASSESSED).when(end(END)).events(ENDED);
    }

    @Test
    void voiding_a_recall_or_an_end_leaves_what_was_entered_after_it() {
        InstructorRecallVoided stays = new InstructorRecallVoided(
                POSTING, PROGRAMME, CITY, VILLAGE, CommandFixture.givenId(1), RECALLED, REASON, null, END);
        fixture().given(BEGUN, RECALLED, MARCH).when(never(1)).events(stays);
        fixture().given(BEGUN, RECALLED, stays).when(end(END)).events(ENDED);
        PostingEndVoided goesOn = new PostingEndVoided(
                POSTING, PROGRAMME, CITY, VILLAGE, CommandFixture.givenId(1), ENDED, REASON, null, END);
        fixture().given(BEGUN, ENDED, MARCH).when(never(1)).events(goesOn);
    }

    @Test
    void voiding_the_posting_voids_all_that_stands_on_it() {
        fixture()
                .given(BEGUN, MARCH)
                .when(new VoidPosting(POSTING, null, null, null, REASON, null, null))
                .events(
                        attendanceVoided(1, MARCH),
                        new PostingVoided(
                                POSTING,
                                PROGRAMME,
                                CITY,
                                VILLAGE,
                                CommandFixture.givenId(0),
                                BEGUN,
                                REASON,
                                null,
                                DAY));
    }
}
