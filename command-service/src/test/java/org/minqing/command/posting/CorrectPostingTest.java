package org.minqing.command.posting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.TestSealed;
import org.minqing.events.Money;
import org.minqing.events.Sealed;
import org.minqing.events.posting.AssessmentGrade;
import org.minqing.events.posting.InstructorRole;
import org.minqing.events.posting.PostingEvent.AssessmentCorrected;
import org.minqing.events.posting.PostingEvent.AssessmentVoided;
import org.minqing.events.posting.PostingEvent.AttendanceCorrected;
import org.minqing.events.posting.PostingEvent.AttendanceRecorded;
import org.minqing.events.posting.PostingEvent.AttendanceVoided;
import org.minqing.events.posting.PostingEvent.InstructorAssessed;
import org.minqing.events.posting.PostingEvent.PostingBegun;
import org.minqing.events.posting.PostingEvent.PostingCorrected;
import org.minqing.events.posting.PostingEvent.PostingEnded;
import org.minqing.events.posting.PostingEvent.PostingVoided;
import org.minqing.events.posting.PostingKind;
import org.minqing.events.posting.Security;

/** A posting, its attendance and its assessments were otherwise than entered; today is 2012-06-01. */
class CorrectPostingTest {
    private static final UUID PROGRAMME = new UUID(1, 1);
    private static final UUID CITY = new UUID(2, 1);
    private static final UUID CADRE = new UUID(3, 1);
    private static final UUID POSTING = new UUID(7, 1);
    private static final String VILLAGE = "530328202201";
    private static final LocalDate DAY = LocalDate.of(2011, 1, 10);
    private static final LocalDate SIGNED = LocalDate.of(2012, 5, 2);
    private static final Sealed REASON = TestSealed.sealed("posting:" + POSTING, "登记错了");
    private static final Sealed SIGNATURE = TestSealed.sealed("posting:" + POSTING, "示例");
    private static final Sealed ANOTHER = TestSealed.sealed("posting:" + POSTING, "另一示例");
    private static final SecurityInput FIVE_HUNDRED = security("500");
    private static final PostingBegun BEGUN = begun(null, InstructorRole.INSTRUCTOR);
    private static final AttendanceRecorded FEBRUARY = attended(20, SIGNATURE);
    private static final InstructorAssessed ASSESSED = assessed(AssessmentGrade.COMPETENT, SIGNED);
    private static final PostingEnded ENDED = new PostingEnded(
            POSTING, PROGRAMME, CITY, VILLAGE, PostingKind.INSTRUCTOR, CADRE, "T1", LocalDate.of(2012, 5, 20));
    private static final PostingVoided NEVER =
            new PostingVoided(POSTING, PROGRAMME, CITY, VILLAGE, CommandFixture.givenId(0), BEGUN, REASON, null, DAY);

    private static SecurityInput security(String yuan) {
        return new SecurityInput(Money.yuan(new BigDecimal(yuan)), true);
    }

    private static PostingBegun begun(@Nullable Security security, InstructorRole... roles) {
        return begun(PostingKind.INSTRUCTOR, security, roles);
    }

    private static PostingBegun begun(PostingKind kind, @Nullable Security security, InstructorRole... roles) {
        return new PostingBegun(
                POSTING, PROGRAMME, CITY, VILLAGE, kind, CADRE, List.of(roles), security, new UUID(4, 1), "T1", DAY);
    }

    private static AttendanceRecorded attended(int days, Sealed signedBy) {
        return new AttendanceRecorded(POSTING, PROGRAMME, CITY, VILLAGE, CADRE, "2012-02", days, signedBy, SIGNED);
    }

    private static InstructorAssessed assessed(AssessmentGrade grade, LocalDate day) {
        return new InstructorAssessed(POSTING, PROGRAMME, CITY, VILLAGE, CADRE, grade, day);
    }

    private static CorrectPosting otherwise(
            @Nullable LocalDate day, @Nullable SecurityInput security, InstructorRole... roles) {
        return new CorrectPosting(
                POSTING, null, null, roles.length == 0 ? null : List.of(roles), security, REASON, "TYPO", day);
    }

    private static PostingCorrected corrected(PostingBegun before, PostingBegun after) {
        return new PostingCorrected(
                POSTING, PROGRAMME, CITY, VILLAGE, CommandFixture.givenId(0), before, after, REASON, "TYPO", DAY);
    }

    private static CorrectAttendance otherwise(String month, @Nullable Integer days, @Nullable Sealed signedBy) {
        return new CorrectAttendance(POSTING, null, null, YearMonth.parse(month), days, signedBy, REASON, "TYPO", null);
    }

    private static AttendanceCorrected corrected(AttendanceRecorded before, AttendanceRecorded after) {
        return new AttendanceCorrected(
                POSTING, PROGRAMME, CITY, VILLAGE, CommandFixture.givenId(1), before, after, REASON, "TYPO", SIGNED);
    }

    private static CorrectAssessment otherwise(@Nullable Integer year, AssessmentGrade grade, @Nullable LocalDate day) {
        return new CorrectAssessment(POSTING, null, null, year, grade, REASON, "TYPO", day);
    }

    private static AssessmentCorrected corrected(int given, InstructorAssessed before, InstructorAssessed after) {
        return new AssessmentCorrected(
                POSTING,
                PROGRAMME,
                CITY,
                VILLAGE,
                CommandFixture.givenId(given),
                before,
                after,
                REASON,
                "TYPO",
                before.occurredOn());
    }

    private static VoidPosting never(int given) {
        return new VoidPosting(POSTING, null, null, CommandFixture.givenId(given), REASON, null, null);
    }

    private static CommandFixture fixture() {
        return new CommandFixture(Posting.class);
    }

    @Test
    void roles_and_security_are_corrected_together_or_alone() {
        Security given = FIVE_HUNDRED.security();
        fixture()
                .given(BEGUN)
                .when(otherwise(DAY, FIVE_HUNDRED, InstructorRole.PUBLICIST, InstructorRole.LIAISON_OFFICER))
                .events(corrected(BEGUN, begun(given, InstructorRole.PUBLICIST, InstructorRole.LIAISON_OFFICER)));
        fixture()
                .given(BEGUN)
                .when(otherwise(null, null, InstructorRole.PUBLICIST))
                .events(corrected(BEGUN, begun(null, InstructorRole.PUBLICIST)));
        fixture()
                .given(BEGUN, FEBRUARY, ENDED)
                .when(otherwise(null, FIVE_HUNDRED))
                .events(corrected(BEGUN, begun(given, InstructorRole.INSTRUCTOR)));
    }

    @Test
    void corrections_of_a_posting_stack_and_what_is_in_force_is_voided() {
        PostingBegun once = begun(null, InstructorRole.PUBLICIST);
        PostingBegun twice = begun(FIVE_HUNDRED.security(), InstructorRole.PUBLICIST);
        fixture()
                .given(BEGUN, corrected(BEGUN, once))
                .when(otherwise(null, FIVE_HUNDRED))
                .events(corrected(once, twice));
        fixture()
                .given(BEGUN, corrected(BEGUN, once), corrected(once, twice))
                .when(never(0))
                .events(new PostingVoided(
                        POSTING, PROGRAMME, CITY, VILLAGE, CommandFixture.givenId(0), twice, REASON, null, DAY));
    }

    @Test
    void the_same_posting_again_changes_nothing() {
        fixture().given(BEGUN).when(otherwise(DAY, null)).nothing();
        PostingBegun once = begun(FIVE_HUNDRED.security(), InstructorRole.PUBLICIST);
        fixture()
                .given(BEGUN, corrected(BEGUN, once))
                .when(otherwise(null, FIVE_HUNDRED, InstructorRole.PUBLICIST))
                .nothing();
    }

    @Test
    void refuses_roles_twice_or_none_an_allowance_of_nothing_and_another_day() {
        CommandFixture posted = fixture().given(BEGUN);
        posted.when(otherwise(null, null, InstructorRole.PUBLICIST, InstructorRole.PUBLICIST))
                .refusedField("/roles");
        posted.when(new CorrectPosting(POSTING, null, null, List.of(), null, REASON, null, null))
                .refusedField("/roles");
        posted.when(otherwise(null, security("0"))).refusedField("/security/allowance");
        posted.when(otherwise(SIGNED, FIVE_HUNDRED)).refusedField("/occurredOn");
    }

    @Test
    void refuses_to_correct_another_than_an_instructor_for_another_programme_or_what_was_voided() {
        fixture()
                .given(begun(PostingKind.STANDING_SECRETARY, null))
                .when(otherwise(null, FIVE_HUNDRED))
                .refused("not-an-instructor");
        fixture()
                .given(BEGUN)
                .when(new CorrectPosting(POSTING, new UUID(1, 9), null, null, FIVE_HUNDRED, REASON, null, null))
                .refusedField("/programmeId");
        fixture().given(BEGUN, NEVER).when(otherwise(null, FIVE_HUNDRED)).refused("posting-voided");
    }

    @Test
    void days_and_signature_of_a_month_are_corrected_together_or_alone() {
        fixture()
                .given(BEGUN, FEBRUARY)
                .when(otherwise("2012-02", 29, null))
                .events(corrected(FEBRUARY, attended(29, SIGNATURE)));
        fixture()
                .given(BEGUN, FEBRUARY, ENDED)
                .when(otherwise("2012-02", 0, ANOTHER))
                .events(corrected(FEBRUARY, attended(0, ANOTHER)));
        fixture()
                .given(begun(PostingKind.CORRESPONDENT, null), FEBRUARY)
                .when(otherwise("2012-02", null, ANOTHER))
                .events(corrected(FEBRUARY, attended(20, ANOTHER)));
    }

    @Test
    void corrections_of_a_month_stack_and_what_is_in_force_is_voided() {
        AttendanceRecorded once = attended(21, SIGNATURE);
        fixture()
                .given(BEGUN, FEBRUARY, corrected(FEBRUARY, once))
                .when(otherwise("2012-02", 22, null))
                .events(corrected(once, attended(22, SIGNATURE)));
        fixture()
                .given(BEGUN, FEBRUARY, corrected(FEBRUARY, once))
                .when(never(1))
                .events(new AttendanceVoided(
                        POSTING, PROGRAMME, CITY, VILLAGE, CommandFixture.givenId(1), once, REASON, null, SIGNED));
        fixture()
                .given(BEGUN, FEBRUARY, corrected(FEBRUARY, once))
                .when(otherwise("2012-02", 21, SIGNATURE))
                .nothing();
        fixture().given(BEGUN, FEBRUARY).when(otherwise("2012-02", null, null)).nothing();
    }

    @Test
    void refuses_more_days_than_the_month_has_a_month_not_recorded_and_another_day() {
        CommandFixture recorded = fixture().given(BEGUN, FEBRUARY);
        recorded.when(otherwise("2012-02", 30, null)).refusedField("/days");
        recorded.when(otherwise("2012-02", -1, null)).refusedField("/days");
        recorded.when(otherwise("2012-03", 20, null)).refused("attendance-not-recorded");
        recorded.when(new CorrectAttendance(
                        POSTING, null, null, YearMonth.of(2012, 2), 21, null, REASON, null, SIGNED.plusDays(1)))
                .refusedField("/occurredOn");
        recorded.when(new CorrectAttendance(
                        POSTING, null, new UUID(2, 9), YearMonth.of(2012, 2), 21, null, REASON, null, null))
                .refusedField("/organisationId");
        AttendanceVoided gone = new AttendanceVoided(
                POSTING, PROGRAMME, CITY, VILLAGE, CommandFixture.givenId(1), FEBRUARY, REASON, null, SIGNED);
        fixture()
                .given(BEGUN, FEBRUARY, gone)
                .when(otherwise("2012-02", 21, null))
                .refused("attendance-not-recorded");
        fixture().given(BEGUN, NEVER).when(otherwise("2012-02", 21, null)).refused("posting-voided");
    }

    @Test
    void the_last_assessment_or_that_of_a_year_gets_another_grade() {
        InstructorAssessed before = assessed(AssessmentGrade.BASIC, LocalDate.of(2011, 12, 20));
        CommandFixture twice = fixture().given(BEGUN, FEBRUARY, ASSESSED, before);
        twice.when(otherwise(null, AssessmentGrade.EXCELLENT, null))
                .events(corrected(2, ASSESSED, assessed(AssessmentGrade.EXCELLENT, SIGNED)));
        twice.when(otherwise(2012, AssessmentGrade.EXCELLENT, SIGNED))
                .events(corrected(2, ASSESSED, assessed(AssessmentGrade.EXCELLENT, SIGNED)));
        twice.when(otherwise(2011, AssessmentGrade.COMPETENT, null))
                .events(corrected(3, before, assessed(AssessmentGrade.COMPETENT, before.occurredOn())));
    }

    @Test
    void corrections_of_an_assessment_stack_and_what_is_in_force_is_voided() {
        InstructorAssessed once = assessed(AssessmentGrade.BASIC, SIGNED);
        CommandFixture corrected = fixture().given(BEGUN, FEBRUARY, ASSESSED, corrected(2, ASSESSED, once));
        corrected
                .when(otherwise(null, AssessmentGrade.EXCELLENT, null))
                .events(corrected(2, once, assessed(AssessmentGrade.EXCELLENT, SIGNED)));
        corrected
                .when(never(2))
                .events(new AssessmentVoided(
                        POSTING, PROGRAMME, CITY, VILLAGE, CommandFixture.givenId(2), once, REASON, null, SIGNED));
        corrected.when(otherwise(null, AssessmentGrade.BASIC, null)).nothing();
    }

    @Test
    void refuses_a_grade_where_nobody_was_assessed_and_another_day() {
        fixture()
                .given(BEGUN, FEBRUARY)
                .when(otherwise(null, AssessmentGrade.EXCELLENT, null))
                .refused("instructor-not-assessed");
        CommandFixture assessed = fixture().given(BEGUN, FEBRUARY, ASSESSED);
        assessed.when(otherwise(2011, AssessmentGrade.EXCELLENT, null)).refused("instructor-not-assessed");
        assessed.when(otherwise(null, AssessmentGrade.EXCELLENT, SIGNED.plusDays(1)))
                .refusedField("/occurredOn");
        assessed.when(new CorrectAssessment(
                        POSTING, new UUID(1, 9), null, null, AssessmentGrade.EXCELLENT, REASON, null, null))
                .refusedField("/programmeId");
        fixture()
                .given(begun(PostingKind.CORRESPONDENT, null))
                .when(otherwise(null, AssessmentGrade.EXCELLENT, null))
                .refused("not-an-instructor");
        fixture()
                .given(BEGUN, NEVER)
                .when(otherwise(null, AssessmentGrade.EXCELLENT, null))
                .refused("posting-voided");
    }
}
