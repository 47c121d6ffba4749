package org.minqing.command.posting;

import static org.minqing.command.platform.CommandFixture.PENDING;
import static org.minqing.command.platform.CommandFixture.givenId;
import static org.minqing.command.posting.Postings.ASSESSED;
import static org.minqing.command.posting.Postings.BEGUN;
import static org.minqing.command.posting.Postings.CITY;
import static org.minqing.command.posting.Postings.DAY;
import static org.minqing.command.posting.Postings.ENDED;
import static org.minqing.command.posting.Postings.JANUARY;
import static org.minqing.command.posting.Postings.MARCH;
import static org.minqing.command.posting.Postings.OF;
import static org.minqing.command.posting.Postings.OTHER;
import static org.minqing.command.posting.Postings.POSTING;
import static org.minqing.command.posting.Postings.PROGRAMME;
import static org.minqing.command.posting.Postings.SIGNATURE;
import static org.minqing.command.posting.Postings.SIGNED;
import static org.minqing.command.posting.Postings.assessed;
import static org.minqing.command.posting.Postings.attended;
import static org.minqing.command.posting.Postings.begun;
import static org.minqing.command.posting.Postings.corrected;
import static org.minqing.command.posting.Postings.given;
import static org.minqing.command.posting.Postings.voided;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Money;
import org.minqing.events.Voided;
import org.minqing.events.posting.AssessmentGrade;
import org.minqing.events.posting.InstructorRole;
import org.minqing.events.posting.PostingEvent;
import org.minqing.events.posting.PostingEvent.Assignment;
import org.minqing.events.posting.PostingEvent.AttendanceRecorded;
import org.minqing.events.posting.PostingEvent.InstructorAssessed;
import org.minqing.events.posting.PostingEvent.PostingBegun;
import org.minqing.events.posting.PostingEvent.PostingEnded;
import org.minqing.events.posting.PostingKind;
import org.minqing.events.posting.Security;

/** A posting, its attendance and its assessments were otherwise than entered; today is 2012-06-01. */
class CorrectPostingTest {
    private static final Security FIVE_HUNDRED = new Security(Money.yuan(new BigDecimal("500")), true);
    private static final String GIVEN_FIVE_HUNDRED = """
            {"security": {"allowance": {"amount": "500"}, "insurance": true}}""";
    private static final Voided<PostingEvent> NEVER = voided(0, BEGUN);

    private static String days(int days) {
        return "{\"days\": " + days + "}";
    }

    private static String grade(AssessmentGrade grade) {
        return "{\"grade\": \"" + grade + "\"}";
    }

    @Test
    void roles_and_security_are_corrected_together_or_alone() {
        given(BEGUN)
                .whenCorrected(givenId(0), """
                        {"roles": ["PUBLICIST", "LIAISON_OFFICER"],
                         "security": {"allowance": {"amount": "500"}, "insurance": true}}""")
                .events(corrected(
                        0, BEGUN, begun(FIVE_HUNDRED, InstructorRole.PUBLICIST, InstructorRole.LIAISON_OFFICER)));
        given(BEGUN).whenCorrected(givenId(0), """
                        {"roles": ["PUBLICIST"]}""").events(corrected(0, BEGUN, begun(null, InstructorRole.PUBLICIST)));
        given(BEGUN, JANUARY, ENDED)
                .whenCorrected(givenId(0), GIVEN_FIVE_HUNDRED)
                .events(corrected(0, BEGUN, begun(FIVE_HUNDRED, InstructorRole.INSTRUCTOR)));
    }

    @Test
    void corrections_of_a_posting_stack_and_what_is_in_force_is_voided() {
        PostingBegun once = begun(null, InstructorRole.PUBLICIST);
        PostingBegun twice = begun(FIVE_HUNDRED, InstructorRole.PUBLICIST);
        given(BEGUN, corrected(0, BEGUN, once))
                .whenCorrected(givenId(0), GIVEN_FIVE_HUNDRED)
                .events(corrected(0, once, twice));
        given(BEGUN, corrected(0, BEGUN, once), corrected(0, once, twice))
                .whenVoided(givenId(0))
                .events(voided(0, twice));
    }

    @Test
    void a_voided_correction_puts_back_what_stood_before() {
        Corrected<PostingEvent> once = corrected(0, BEGUN, begun(null, InstructorRole.PUBLICIST));
        Voided<DomainEvent> back = new Voided<>(givenId(1), once, CommandFixture.REASON, null);
        given(BEGUN, once).whenVoided(givenId(1)).events(back);
        given(BEGUN, once, back)
                .whenCorrected(givenId(0), GIVEN_FIVE_HUNDRED)
                .events(corrected(0, BEGUN, begun(FIVE_HUNDRED, InstructorRole.INSTRUCTOR)));
    }

    @Test
    void what_followed_was_of_the_other_cadre_and_village_too() {
        Assignment there = new Assignment(POSTING, PROGRAMME, CITY, "530328202202");
        PostingBegun after =
                new PostingBegun(there, PostingKind.INSTRUCTOR, OTHER, BEGUN.roles(), null, null, null, DAY);
        given(BEGUN, JANUARY, ASSESSED, ENDED)
                .division("530328202202", "另一示例村")
                .whenCorrected(givenId(0), "{\"cadreId\": \"" + OTHER + "\", \"villageCode\": \"530328202202\"}")
                .events(
                        corrected(0, BEGUN, after),
                        corrected(1, JANUARY, new AttendanceRecorded(there, OTHER, "2012-01", 15, SIGNATURE, SIGNED)),
                        corrected(2, ASSESSED, new InstructorAssessed(there, OTHER, AssessmentGrade.COMPETENT, SIGNED)),
                        corrected(
                                3,
                                ENDED,
                                new PostingEnded(there, PostingKind.INSTRUCTOR, OTHER, null, ENDED.occurredOn())));
    }

    @Test
    void the_same_posting_again_changes_nothing() {
        given(BEGUN).whenCorrected(givenId(0), "{}").nothing();
        PostingBegun once = begun(FIVE_HUNDRED, InstructorRole.PUBLICIST);
        given(BEGUN, corrected(0, BEGUN, once)).whenCorrected(givenId(0), """
                        {"roles": ["PUBLICIST"], "security": {"allowance": {"amount": "500.00"}, "insurance": true}}""").nothing();
    }

    @Test
    void refuses_roles_twice_or_none_an_allowance_of_nothing_and_another_day() {
        CommandFixture posted = given(BEGUN);
        posted.whenCorrected(givenId(0), """
                {"roles": ["PUBLICIST", "PUBLICIST"]}""").refusedField("/changes/roles");
        posted.whenCorrected(givenId(0), """
                {"roles": []}""").refusedField("/changes/roles");
        posted.whenCorrected(givenId(0), """
                {"security": {"allowance": {"amount": "0"}}}""").refusedField("/changes/security/allowance");
        posted.whenCorrected(givenId(0), """
                {"occurredOn": "2012-05-02"}""").refusedField("/changes/occurredOn");
    }

    @Test
    void a_secretary_has_no_roles_and_no_security_but_may_have_been_another() {
        PostingBegun secretary = begun(PostingKind.STANDING_SECRETARY);
        given(secretary).whenCorrected(givenId(0), GIVEN_FIVE_HUNDRED).refused("invalid-body");
        given(secretary)
                .whenCorrected(givenId(0), "{\"cadreId\": \"" + OTHER + "\"}")
                .events(corrected(
                        0, secretary, new PostingBegun(OF, secretary.kind(), OTHER, List.of(), null, null, null, DAY)));
    }

    @Test
    void what_was_voided_is_not_corrected() {
        given(BEGUN, NEVER).whenCorrected(givenId(0), GIVEN_FIVE_HUNDRED).refused("event-voided");
        given(BEGUN, MARCH, voided(1, MARCH), NEVER)
                .whenCorrected(givenId(1), days(21))
                .refused("event-voided");
    }

    @Test
    void days_and_signature_of_a_month_are_corrected_together_or_alone() {
        given(BEGUN, MARCH).whenCorrected(givenId(1), days(29)).events(corrected(1, MARCH, attended("2012-03", 29)));
        given(BEGUN, JANUARY, ENDED)
                .whenCorrected(givenId(1), """
                        {"days": 0, "signedBy": "另一示例"}""")
                .events(corrected(1, JANUARY, attended("2012-01", 0, PENDING)));
        given(begun(PostingKind.CORRESPONDENT), MARCH)
                .whenCorrected(givenId(1), """
                        {"signedBy": "另一示例"}""")
                .events(corrected(1, MARCH, attended("2012-03", 22, PENDING)));
    }

    @Test
    void another_month_was_attended_if_none_is_recorded_for_it() {
        given(BEGUN, MARCH).whenCorrected(givenId(1), """
                        {"month": "2012-02"}""").events(corrected(1, MARCH, attended("2012-02", 22)));
        given(BEGUN, attended("2012-02", 20), MARCH)
                .whenCorrected(givenId(2), """
                        {"month": "2012-02"}""")
                .refused("attendance-recorded");
        given(BEGUN, MARCH, attended("2012-02", 20))
                .whenCorrected(givenId(1), """
                        {"month": "2012-02"}""")
                .reliedOn("attendance-recorded");
        given(BEGUN, MARCH).whenCorrected(givenId(1), """
                        {"month": "2011-12"}""").refusedField("/changes/month", "outside-the-posting");
    }

    @Test
    void corrections_of_a_month_stack_and_what_is_in_force_is_voided() {
        AttendanceRecorded once = attended("2012-03", 21);
        CommandFixture corrected = given(BEGUN, MARCH, corrected(1, MARCH, once));
        corrected.whenCorrected(givenId(1), days(23)).events(corrected(1, once, attended("2012-03", 23)));
        corrected.whenVoided(givenId(1)).events(voided(1, once));
        corrected.whenCorrected(givenId(1), days(21)).nothing();
    }

    @Test
    void refuses_more_days_than_the_month_has_and_another_day() {
        CommandFixture recorded = given(BEGUN, attended("2012-02", 20));
        recorded.whenCorrected(givenId(1), days(30)).refusedField("/changes/days", "more-days-than-the-month");
        recorded.whenCorrected(givenId(1), days(-1)).refusedField("/changes/days");
        recorded.whenCorrected(givenId(1), """
                {"occurredOn": "2012-05-03"}""").refusedField("/changes/occurredOn");
    }

    @Test
    void an_assessment_gets_another_grade() {
        InstructorAssessed early = assessed(AssessmentGrade.BASIC, SIGNED.minusYears(1));
        CommandFixture twice = given(begunEarly(), MARCH, ASSESSED, early);
        twice.whenCorrected(givenId(2), grade(AssessmentGrade.EXCELLENT))
                .events(corrected(2, ASSESSED, assessed(AssessmentGrade.EXCELLENT, SIGNED)));
        twice.whenCorrected(givenId(3), grade(AssessmentGrade.COMPETENT))
                .events(corrected(3, early, assessed(AssessmentGrade.COMPETENT, early.occurredOn())));
    }

    private static PostingBegun begunEarly() {
        return new PostingBegun(OF, BEGUN.kind(), BEGUN.cadreId(), BEGUN.roles(), null, null, null, DAY.minusYears(1));
    }

    @Test
    void corrections_of_an_assessment_stack_and_what_is_in_force_is_voided() {
        InstructorAssessed once = assessed(AssessmentGrade.BASIC, SIGNED);
        CommandFixture corrected = given(BEGUN, MARCH, ASSESSED, corrected(2, ASSESSED, once));
        corrected
                .whenCorrected(givenId(2), grade(AssessmentGrade.EXCELLENT))
                .events(corrected(2, once, assessed(AssessmentGrade.EXCELLENT, SIGNED)));
        corrected.whenVoided(givenId(2)).events(voided(2, once));
        corrected.whenCorrected(givenId(2), grade(AssessmentGrade.BASIC)).nothing();
    }
}
