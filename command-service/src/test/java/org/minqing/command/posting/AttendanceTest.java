package org.minqing.command.posting;

import static org.minqing.command.platform.CommandFixture.givenId;
import static org.minqing.command.posting.Postings.ASSESSED;
import static org.minqing.command.posting.Postings.BEGUN;
import static org.minqing.command.posting.Postings.CADRE;
import static org.minqing.command.posting.Postings.CITY;
import static org.minqing.command.posting.Postings.DAY;
import static org.minqing.command.posting.Postings.END;
import static org.minqing.command.posting.Postings.ENDED;
import static org.minqing.command.posting.Postings.JANUARY;
import static org.minqing.command.posting.Postings.MARCH;
import static org.minqing.command.posting.Postings.POSTING;
import static org.minqing.command.posting.Postings.REASON;
import static org.minqing.command.posting.Postings.RECALLED;
import static org.minqing.command.posting.Postings.SIGNATURE;
import static org.minqing.command.posting.Postings.SIGNED;
import static org.minqing.command.posting.Postings.attended;
import static org.minqing.command.posting.Postings.begun;
import static org.minqing.command.posting.Postings.given;
import static org.minqing.command.posting.Postings.voided;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.CommandFixture.Outcome;
import org.minqing.command.posting.PostingCommand.AssessInstructor;
import org.minqing.command.posting.PostingCommand.EndPosting;
import org.minqing.command.posting.PostingCommand.RecallInstructor;
import org.minqing.command.posting.PostingCommand.RecordMonthlyAttendance;
import org.minqing.events.Voided;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.posting.AssessmentGrade;
import org.minqing.events.posting.PostingEvent;
import org.minqing.events.posting.PostingEvent.AttendanceRecorded;
import org.minqing.events.posting.PostingEvent.InstructorAssessed;
import org.minqing.events.posting.PostingKind;

/** What happens between the beginning and the end of a posting; today is 2012-06-01. */
class AttendanceTest {
    private static Outcome attend(CommandFixture fixture, String month, int days) {
        return fixture.on(SIGNED).when(new RecordMonthlyAttendance(POSTING, YearMonth.parse(month), days, SIGNATURE));
    }

    private static Outcome assess(CommandFixture fixture, AssessmentGrade grade, LocalDate day) {
        return fixture.on(day).when(new AssessInstructor(POSTING, grade));
    }

    private static Outcome recall(CommandFixture fixture, LocalDate day) {
        return fixture.on(day).when(new RecallInstructor(POSTING, REASON));
    }

    private static Outcome end(CommandFixture fixture, LocalDate day) {
        return fixture.on(day).when(new EndPosting(POSTING));
    }

    @Test
    void the_months_are_recorded_in_any_order_also_after_the_end() {
        attend(given(BEGUN), "2012-03", 22).events(MARCH);
        attend(given(BEGUN, MARCH), "2012-01", 15).events(JANUARY);
        attend(given(BEGUN, ENDED), "2012-03", 7).events(attended("2012-03", 7));
        attend(given(BEGUN), "2012-02", 0).events(attended("2012-02", 0));
        attend(given(begun(PostingKind.STANDING_SECRETARY)), "2012-03", 22).events(MARCH);
    }

    @Test
    void refuses_a_month_outside_the_posting() {
        attend(given(BEGUN), "2011-12", 5).refusedField("/month", "outside-the-posting");
        attend(given(BEGUN, ENDED), "2012-04", 5).refusedField("/month", "outside-the-posting");
        attend(given(BEGUN, RECALLED), "2012-04", 5).refusedField("/month", "outside-the-posting");
    }

    @Test
    void refuses_a_month_that_had_not_begun_when_it_was_signed() {
        attend(given(BEGUN), "2012-06", 1).refusedField("/month", "month-not-begun");
        attend(given(BEGUN), "2012-05", 1).events(attended("2012-05", 1));
    }

    @Test
    void refuses_more_days_than_the_month_has() {
        attend(given(BEGUN), "2012-02", 30).refusedField("/days", "more-days-than-the-month");
        attend(given(BEGUN), "2012-02", 29).events(attended("2012-02", 29));
        attend(given(BEGUN), "2012-02", -1).refusedField("/days");
    }

    @Test
    void refuses_more_days_than_the_posting_held_by_the_day_of_the_signature() {
        attend(given(BEGUN), "2012-01", 23).refusedField("/days", "more-days-than-posted"); // begun on the 10th
        attend(given(BEGUN), "2012-01", 22).events(attended("2012-01", 22));
        attend(given(BEGUN, ENDED), "2012-03", 10).refusedField("/days", "more-days-than-posted"); // over on the 10th
        attend(given(BEGUN, ENDED), "2012-03", 9).events(attended("2012-03", 9));
        attend(given(BEGUN), "2012-05", 3).refusedField("/days", "more-days-than-posted"); // signed on the 2nd
        attend(given(BEGUN), "2012-05", 2).events(attended("2012-05", 2));
        attend(given(BEGUN, RECALLED, voided(1, RECALLED)), "2012-03", 10).events(attended("2012-03", 10));
    }

    @Test
    void an_end_is_not_before_the_days_of_attendance_are_over() {
        AttendanceRecorded nine = attended("2012-03", 9);
        end(given(BEGUN, nine), END.minusDays(1)).refused("out-of-order");
        end(given(BEGUN, nine), END).events(ENDED);
    }

    @Test
    void who_was_withdrawn_was_there_no_longer() {
        CommandFixture withdrawn = given(BEGUN)
                .known(
                        "Cadre",
                        CADRE,
                        new CadreWithdrawn(new Membership(CADRE, CITY, "5303"), null, null, LocalDate.of(2012, 3, 6)));
        attend(withdrawn, "2012-03", 6).refused("cadre-not-in-service");
        attend(withdrawn, "2012-04", 0).refused("cadre-not-in-service");
        attend(withdrawn, "2012-03", 5).events(attended("2012-03", 5));
    }

    @Test
    void refuses_a_month_recorded_already() {
        attend(given(BEGUN, MARCH), "2012-03", 20).refused("attendance-recorded");
    }

    @Test
    void a_voided_month_is_recorded_again_and_others_stay() {
        Voided<PostingEvent> voided = voided(1, MARCH);
        given(BEGUN, MARCH, JANUARY).whenVoided(givenId(1)).events(voided);
        given(BEGUN, MARCH, JANUARY, voided).whenVoided(givenId(1)).nothing();
        attend(given(BEGUN, MARCH, voided), "2012-03", 20).events(attended("2012-03", 20));
    }

    @Test
    void refuses_to_record_for_a_voided_posting() {
        attend(given(BEGUN, voided(0, BEGUN)), "2012-03", 22).refused("posting-voided");
    }

    @Test
    void an_instructor_is_assessed_once_a_year() {
        assess(given(BEGUN, MARCH), AssessmentGrade.COMPETENT, SIGNED).events(ASSESSED);
        assess(given(BEGUN, MARCH, ASSESSED), AssessmentGrade.COMPETENT, SIGNED).nothing();
        assess(given(BEGUN, MARCH, ASSESSED), AssessmentGrade.EXCELLENT, SIGNED).refused("instructor-assessed");
        assess(given(BEGUN, MARCH, ASSESSED), AssessmentGrade.COMPETENT, SIGNED.plusDays(1))
                .refused("instructor-assessed");
        assess(given(BEGUN, MARCH, ASSESSED).today("2013-06-01"), AssessmentGrade.EXCELLENT, SIGNED.plusYears(1))
                .only(InstructorAssessed.class);
    }

    @Test
    void refuses_to_assess_without_attendance_before_the_beginning_and_another_than_an_instructor() {
        assess(given(BEGUN), AssessmentGrade.COMPETENT, SIGNED).refused("no-attendance");
        assess(given(BEGUN, MARCH, voided(1, MARCH)), AssessmentGrade.COMPETENT, SIGNED)
                .refused("no-attendance");
        assess(given(BEGUN, MARCH), AssessmentGrade.COMPETENT, DAY.minusDays(1)).refused("out-of-order");
        assess(given(begun(PostingKind.CORRESPONDENT), MARCH), AssessmentGrade.COMPETENT, SIGNED)
                .refused("not-an-instructor");
    }

    @Test
    void an_assessment_stands_on_the_attendance_that_was_recorded_before_it() {
        given(BEGUN, MARCH, ASSESSED).whenVoided(givenId(1)).reliedOn("no-attendance");
        given(BEGUN, MARCH, ASSESSED).whenVoidedWithFollowing(givenId(1)).events(voided(2, ASSESSED), voided(1, MARCH));
        given(BEGUN, MARCH, ASSESSED).whenVoided(givenId(2)).events(voided(2, ASSESSED));
        given(BEGUN, MARCH, JANUARY, ASSESSED).whenVoided(givenId(1)).events(voided(1, MARCH));
        given(BEGUN, MARCH, JANUARY, ASSESSED, voided(1, MARCH))
                .whenVoided(givenId(2))
                .reliedOn("no-attendance");
        given(BEGUN, MARCH, ASSESSED, JANUARY).whenVoided(givenId(1)).reliedOn("no-attendance");
    }

    @Test
    void an_instructor_is_recalled_once_and_instead_of_an_end() {
        recall(given(BEGUN), END).events(RECALLED);
        recall(given(BEGUN, RECALLED), END).nothing();
        recall(given(BEGUN, RECALLED), END.plusDays(1)).refused("posting-ended");
        end(given(BEGUN, RECALLED), END).refused("posting-ended");
        recall(given(BEGUN, ENDED), END).refused("posting-ended");
        recall(given(begun(PostingKind.CORRESPONDENT)), END).refused("not-an-instructor");
        recall(given(BEGUN), DAY.minusDays(1)).refused("out-of-order");
    }

    @Test
    void refuses_an_end_before_a_month_for_which_there_is_attendance() {
        end(given(BEGUN, MARCH), LocalDate.of(2012, 2, 29)).refused("out-of-order");
        recall(given(BEGUN, MARCH), LocalDate.of(2012, 2, 29)).refused("out-of-order");
        end(given(BEGUN, JANUARY, ASSESSED), END).events(ENDED);
    }

    @Test
    void voiding_a_recall_or_an_end_leaves_what_was_entered_after_it() {
        given(BEGUN, RECALLED, attended("2012-03", 7)).whenVoided(givenId(1)).events(voided(1, RECALLED));
        end(given(BEGUN, RECALLED, voided(1, RECALLED)), END).events(ENDED);
        given(BEGUN, ENDED, attended("2012-03", 7)).whenVoided(givenId(1)).events(voided(1, ENDED));
    }

    @Test
    void a_posting_is_voided_with_all_that_stands_on_it() {
        given(BEGUN, MARCH).whenVoided(givenId(0)).reliedOn("posting-voided");
        given(BEGUN, MARCH).whenVoidedWithFollowing(givenId(0)).events(voided(1, MARCH), voided(0, BEGUN));
        AttendanceRecorded late = attended("2012-02", 20);
        given(BEGUN, MARCH, late, ENDED)
                .whenVoidedWithFollowing(givenId(0))
                .events(voided(3, ENDED), voided(2, late), voided(1, MARCH), voided(0, BEGUN));
    }
}
