package org.minqing.command.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.period.Periods.APPROVED;
import static org.minqing.command.period.Periods.CITY;
import static org.minqing.command.period.Periods.FROM;
import static org.minqing.command.period.Periods.JANUARY;
import static org.minqing.command.period.Periods.OPENED;
import static org.minqing.command.period.Periods.PERIOD;
import static org.minqing.command.period.Periods.PROBLEMS;
import static org.minqing.command.period.Periods.PROGRAMME;
import static org.minqing.command.period.Periods.REASON;
import static org.minqing.command.period.Periods.SENT_BACK;
import static org.minqing.command.period.Periods.SUBMITTED;
import static org.minqing.command.period.Periods.TO;
import static org.minqing.command.period.Periods.clerk;
import static org.minqing.command.period.Periods.fixture;
import static org.minqing.command.period.Periods.submitted;
import static org.minqing.command.period.Periods.written;
import static org.minqing.command.platform.CommandFixture.givenId;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.command.period.ReportingPeriodCommand.ApproveReport;
import org.minqing.command.period.ReportingPeriodCommand.OpenPeriod;
import org.minqing.command.period.ReportingPeriodCommand.SendBackReport;
import org.minqing.command.period.ReportingPeriodCommand.SubmitReport;
import org.minqing.command.period.ReportingPeriodCommand.WriteSection;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Voided;
import org.minqing.events.period.PeriodKind;
import org.minqing.events.period.ReportSection;
import org.minqing.events.period.ReportingPeriodEvent.PeriodOpened;
import org.minqing.events.period.ReportingPeriodEvent.Report;
import org.minqing.events.period.ReportingPeriodEvent.ReportApproved;
import org.minqing.events.period.ReportingPeriodEvent.ReportSubmitted;
import org.minqing.events.period.ReportingPeriodEvent.SectionWritten;
import org.minqing.events.period.ReportingPeriodEvent.Span;

class ReportingPeriodTest {
    private static final SubmitReport SUBMIT = new SubmitReport(PERIOD, null, null);
    private static final SendBackReport SEND_BACK = new SendBackReport(PERIOD);

    private static OpenPeriod open(String name, LocalDate from, LocalDate to, @Nullable PeriodKind kind) {
        return new OpenPeriod(PROGRAMME, CITY, name, from, to, kind);
    }

    private static WriteSection write(String text) {
        return new WriteSection(PERIOD, ReportSection.PROBLEMS_AND_CAUSES, text);
    }

    private static ApproveReport approve(@Nullable String documentNo) {
        return new ApproveReport(PERIOD, documentNo);
    }

    private static Voided<DomainEvent> voided(int ordinal, DomainEvent before) {
        return new Voided<>(givenId(ordinal), before, CommandFixture.REASON, null);
    }

    private static Corrected<DomainEvent> corrected(int ordinal, DomainEvent before, DomainEvent after) {
        return new Corrected<>(givenId(ordinal), before, after, CommandFixture.REASON, null);
    }

    // ------------------------------------------------------------------ opening

    @Test
    void a_year_is_opened_at_the_seat_of_its_organisation_under_an_id_that_follows_from_its_name() {
        fixture().on(FROM).when(open("2012", FROM, TO, null)).events(OPENED);
    }

    @ParameterizedTest
    @CsvSource({"2012-07-17, HALF_YEAR", "2012-07-18, ANNUAL"})
    void more_than_two_hundred_days_are_a_year(LocalDate to, PeriodKind kind) {
        assertThat(fixture()
                        .on(FROM)
                        .when(open("2012", LocalDate.of(2011, 12, 31), to, null))
                        .only(PeriodOpened.class)
                        .span()
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void the_kind_may_be_given() {
        assertThat(fixture()
                        .on(FROM)
                        .when(open("2012", FROM, TO, PeriodKind.HALF_YEAR))
                        .only(PeriodOpened.class)
                        .span()
                        .kind())
                .isEqualTo(PeriodKind.HALF_YEAR);
    }

    @Test
    void refuses_one_that_ends_before_it_begins() {
        fixture().on(FROM).when(open("2012", TO, FROM, null)).refusedField("/to", "before-its-beginning");
    }

    @Test
    void refuses_a_second_of_the_name() {
        fixture().given(OPENED).on(FROM).when(open("2012", FROM, TO, null)).refused("already-exists");
    }

    @Test
    void a_year_is_opened_after_the_programme_has_ended_with_it() {
        assertThat(fixture()
                        .when(open("2012", FROM, TO, null))
                        .only(PeriodOpened.class)
                        .occurredOn())
                .isEqualTo(LocalDate.parse(Periods.TODAY));
    }

    @Test
    void refuses_a_year_in_which_there_was_no_programme() {
        fixture()
                .when(open("2010", FROM.minusYears(1), FROM.minusDays(1), null))
                .refused("programme-not-in-force");
    }

    @Test
    void one_that_was_voided_is_opened_again_in_its_stream() {
        fixture()
                .given(OPENED, voided(0, OPENED))
                .on(FROM)
                .when(open("2012", FROM, TO, null))
                .events(OPENED);
    }

    private static CommandFixture beside(PeriodOpened other) {
        return fixture().known("ReportingPeriod", other.of().reportingPeriodId(), other);
    }

    private static PeriodOpened other(UUID organisation, LocalDate from, LocalDate to, PeriodKind kind) {
        return new PeriodOpened(
                new Report(new UUID(4, 4), PROGRAMME, organisation, "5303"), new Span("2012年度", from, to, kind), from);
    }

    @Test
    void periods_of_an_office_and_kind_never_share_a_day() {
        LocalDate last = LocalDate.of(2011, 12, 26);
        beside(other(CITY, FROM.minusYears(1), last, PeriodKind.ANNUAL))
                .on(FROM)
                .when(open("2012", FROM, TO, null))
                .refused("period-overlaps");
        beside(other(CITY, TO, TO.plusYears(1), PeriodKind.ANNUAL))
                .on(FROM)
                .when(open("2012", FROM, TO, null))
                .refused("period-overlaps");
        for (PeriodOpened beside : List.of(
                other(CITY, FROM.minusYears(1), last.minusDays(1), PeriodKind.ANNUAL),
                other(CITY, TO.plusDays(1), TO.plusYears(1), PeriodKind.ANNUAL),
                other(CITY, FROM, TO, PeriodKind.HALF_YEAR),
                other(new UUID(2, 9), FROM, TO, PeriodKind.ANNUAL))) {
            beside(beside).on(FROM).when(open("2012", FROM, TO, null)).events(OPENED);
        }
    }

    @Test
    void a_correction_of_its_days_meets_the_same_rule() {
        fixture()
                .known(
                        "ReportingPeriod",
                        new UUID(4, 4),
                        other(CITY, LocalDate.of(2013, 1, 1), LocalDate.of(2013, 12, 31), PeriodKind.ANNUAL))
                .given(OPENED)
                .whenCorrected(givenId(0), """
                        {"to": "2013-01-05"}""")
                .refused("period-overlaps");
    }

    @Test
    void a_future_one_is_not_opened() {
        fixture()
                .when(open("2014", LocalDate.of(2013, 1, 21), LocalDate.of(2013, 6, 30), null))
                .refusedField("/from", "period-lies-ahead");
    }

    // ------------------------------------------------------------------ writing

    @Test
    void a_section_is_written() {
        fixture().given(OPENED).on(JANUARY).when(write("一是路难行。")).events(PROBLEMS);
    }

    @Test
    void and_written_otherwise() {
        fixture().given(OPENED, PROBLEMS).on(JANUARY).when(write("二是水难喝。")).events(written("二是水难喝。", JANUARY));
    }

    @Test
    void the_same_text_again_is_nothing() {
        fixture().given(OPENED, PROBLEMS).when(write("一是路难行。")).nothing();
    }

    @Test
    void each_section_has_a_text_of_its_own() {
        SectionWritten next = new SectionWritten(PROBLEMS.of(), ReportSection.NEXT_STEPS, "一是路难行。", JANUARY);
        fixture()
                .given(OPENED, PROBLEMS)
                .on(JANUARY)
                .when(new WriteSection(PERIOD, ReportSection.NEXT_STEPS, "一是路难行。"))
                .events(next);
        SectionWritten other = new SectionWritten(PROBLEMS.of(), ReportSection.NEXT_STEPS, "修路。", JANUARY);
        fixture()
                .given(OPENED, PROBLEMS, other)
                .on(JANUARY)
                .when(write("一是路难行。"))
                .nothing();
    }

    @Test
    void an_earlier_text_may_be_written_again_and_the_last_again_is_nothing() {
        SectionWritten water = written("二是水难喝。", JANUARY);
        fixture()
                .given(OPENED, PROBLEMS, water)
                .on(JANUARY)
                .when(write("一是路难行。"))
                .events(PROBLEMS);
        fixture()
                .given(OPENED, PROBLEMS, water)
                .on(JANUARY)
                .when(write("二是水难喝。"))
                .nothing();
    }

    @Test
    void refuses_a_telephone_number_in_what_is_published() {
        fixture().given(OPENED).on(JANUARY).when(write("请电13800000000")).refusedField("/text");
    }

    @Test
    void refuses_to_write_on_what_was_submitted_until_it_is_sent_back() {
        submitted().on(JANUARY).when(write("二是水难喝。")).refused("report-submitted");
        fixture()
                .given(OPENED, SUBMITTED, SENT_BACK)
                .on(LocalDate.of(2013, 1, 7))
                .when(write("二是水难喝。"))
                .events(written("二是水难喝。", LocalDate.of(2013, 1, 7)));
    }

    // ------------------------------------------------------------------ submitting

    @Test
    void a_report_is_submitted_on_the_last_day_or_later() {
        fixture().given(OPENED).on(JANUARY).when(SUBMIT).events(SUBMITTED);
        fixture().given(OPENED).on(TO.minusDays(1)).when(SUBMIT).refused("period-not-over");
    }

    @Test
    void submitting_it_again_is_nothing() {
        submitted().on(JANUARY).when(SUBMIT).nothing();
    }

    @Test
    void a_report_is_addressed_when_it_is_submitted() {
        fixture()
                .given(OPENED)
                .on(JANUARY)
                .when(new SubmitReport(PERIOD, "市委群众工作领导小组（示例）", "市人大（示例）"))
                .events(new ReportSubmitted(Periods.OF, "市委群众工作领导小组（示例）", "市人大（示例）", JANUARY));
        fixture()
                .given(OPENED)
                .on(JANUARY)
                .when(new SubmitReport(PERIOD, "电13800000000", null))
                .refusedField("/recipient");
        fixture()
                .given(OPENED)
                .on(JANUARY)
                .when(new SubmitReport(PERIOD, null, "电13800000000"))
                .refusedField("/copiedTo");
    }

    /** What waits for approval is addressed to one body: to another only once it was sent back. */
    @Test
    void what_is_submitted_is_not_addressed_to_somebody_else() {
        submitted().on(JANUARY).when(new SubmitReport(PERIOD, "市委（示例）", null)).refused("report-submitted");
        submitted().on(JANUARY).when(new SubmitReport(PERIOD, null, "市委（示例）")).refused("report-submitted");
        fixture()
                .given(OPENED)
                .givenBy("clerk", SUBMITTED)
                .given(SENT_BACK)
                .on(LocalDate.of(2013, 1, 7))
                .when(new SubmitReport(PERIOD, "市委（示例）", null))
                .events(new ReportSubmitted(Periods.OF, "市委（示例）", null, LocalDate.of(2013, 1, 7)));
    }

    @Test
    void refuses_to_submit_what_is_approved() {
        submitted().given(APPROVED).on(LocalDate.of(2013, 1, 9)).when(SUBMIT).refused("report-approved");
    }

    @Test
    void a_report_submitted_or_approved_is_sent_back() {
        submitted()
                .on(LocalDate.of(2013, 1, 6))
                .because(REASON, null)
                .when(SEND_BACK)
                .events(SENT_BACK);
        assertThat(submitted()
                        .given(APPROVED)
                        .on(LocalDate.of(2013, 1, 9))
                        .because(REASON, null)
                        .when(SEND_BACK)
                        .events())
                .hasSize(1);
    }

    @Test
    void refuses_to_send_back_what_was_not_submitted() {
        fixture()
                .given(OPENED)
                .on(JANUARY)
                .because(REASON, null)
                .when(SEND_BACK)
                .refused("report-not-submitted");
        submitted()
                .given(SENT_BACK)
                .on(LocalDate.of(2013, 1, 9))
                .because(REASON, null)
                .when(SEND_BACK)
                .refused("report-not-submitted");
    }

    // ------------------------------------------------------------------ approving

    @Test
    void somebody_else_approves_it() {
        submitted().on(LocalDate.of(2013, 1, 8)).when(approve("1号")).events(APPROVED);
    }

    @Test
    void refuses_the_approval_of_who_submitted_it() {
        submitted()
                .caller(clerk("clerk"))
                .on(LocalDate.of(2013, 1, 8))
                .when(approve("1号"))
                .refused("same-person");
    }

    @Test
    void who_submitted_it_before_it_was_sent_back_may_approve_what_another_submitted_since() {
        fixture()
                .given(OPENED)
                .givenBy("clerk", SUBMITTED)
                .given(SENT_BACK)
                .givenBy("other", SUBMITTED)
                .caller(clerk("clerk"))
                .on(LocalDate.of(2013, 1, 8))
                .when(approve(null))
                .only(ReportApproved.class);
    }

    @Test
    void approving_it_again_by_the_same_paper_is_nothing_and_by_another_refused() {
        submitted()
                .given(APPROVED)
                .on(LocalDate.of(2013, 1, 8))
                .when(approve("1号"))
                .nothing();
        submitted()
                .given(APPROVED)
                .on(LocalDate.of(2013, 1, 8))
                .when(approve("2号"))
                .refused("report-approved");
    }

    @Test
    void refuses_to_approve_what_was_not_submitted() {
        fixture().given(OPENED).on(JANUARY).when(approve(null)).refused("report-not-submitted");
    }

    // ------------------------------------------------------------------ order, voids, corrections

    @Test
    void no_step_lies_before_another() {
        fixture()
                .given(OPENED, PROBLEMS)
                .on(JANUARY.minusDays(1))
                .when(write("二"))
                .refused("out-of-order");
        fixture().given(OPENED, PROBLEMS).on(JANUARY.minusDays(1)).when(SUBMIT).refused("out-of-order");
        submitted()
                .on(JANUARY.minusDays(1))
                .because(REASON, null)
                .when(SEND_BACK)
                .refused("out-of-order");
        submitted().on(JANUARY.minusDays(1)).when(approve(null)).refused("out-of-order");
    }

    @Test
    void a_submission_is_voided_and_the_report_is_written_on() {
        submitted().whenVoided(givenId(1)).events(voided(1, SUBMITTED));
        submitted()
                .given(voided(1, SUBMITTED))
                .on(JANUARY)
                .when(write("一是路难行。"))
                .events(PROBLEMS);
    }

    @Test
    void a_submission_on_which_another_step_rests_is_voided_with_it() {
        CommandFixture given = submitted().given(SENT_BACK);
        given.whenVoided(givenId(1)).reliedOn("report-not-submitted");
        given.whenVoidedWithFollowing(givenId(1)).events(voided(2, SENT_BACK), voided(1, SUBMITTED));
        given.whenVoidedWithFollowing(givenId(0)).events(voided(2, SENT_BACK), voided(1, SUBMITTED), voided(0, OPENED));
    }

    @Test
    void what_one_submitted_and_another_approved_nobody_takes_back_or_changes_alone() {
        CommandFixture approved =
                fixture().given(OPENED, PROBLEMS).givenBy("clerk", SUBMITTED).givenBy("boss", APPROVED);
        approved.whenVoided(givenId(3)).refused("given-by-two");
        approved.whenCorrected(givenId(3), """
                        {"documentNo": "2号"}""").refused("given-by-two");
        approved.whenVoidedWithFollowing(givenId(2)).refused("report-approved");
        approved.whenVoided(givenId(1)).refused("report-approved");
        approved.whenCorrected(givenId(1), """
                        {"text": "二是水难喝。"}""").refused("report-approved");
        approved.whenVoidedWithFollowing(givenId(0)).refused("report-approved");
        CommandFixture back = submitted().givenBy("boss", APPROVED).given(SENT_BACK);
        back.whenVoided(givenId(2)).refused("given-by-two");
        back.whenVoidedWithFollowing(givenId(1)).refused("given-by-two");
    }

    @Test
    void a_section_was_written_otherwise() {
        fixture()
                .given(OPENED, PROBLEMS)
                .whenCorrected(givenId(1), """
                        {"text": "二是水难喝。"}""")
                .events(corrected(1, PROBLEMS, written("二是水难喝。", JANUARY)));
        Corrected<DomainEvent> correction = corrected(1, PROBLEMS, written("二是水难喝。", JANUARY));
        fixture().given(OPENED, PROBLEMS, correction).whenVoided(givenId(2)).events(voided(2, correction));
        fixture()
                .given(OPENED, PROBLEMS, correction, voided(2, correction))
                .on(JANUARY)
                .when(write("一是路难行。"))
                .nothing();
    }

    @Test
    void a_period_was_opened_otherwise_and_its_kind_follows_from_its_days_unless_its_report_is_submitted() {
        fixture()
                .given(OPENED)
                .whenCorrected(givenId(0), """
                        {"to": "2012-06-30"}""")
                .events(corrected(
                        0,
                        OPENED,
                        new PeriodOpened(
                                Periods.OF,
                                new Span("2012", FROM, LocalDate.of(2012, 6, 30), PeriodKind.HALF_YEAR),
                                FROM)));
        submitted().whenCorrected(givenId(0), """
                        {"to": "2013-01-06"}""").reliedOn("period-not-over");
    }

    @Test
    void a_report_submitted_late_is_voided_and_submitted_on_its_day() {
        ReportSubmitted late = new ReportSubmitted(Periods.OF, null, null, LocalDate.of(2013, 1, 19));
        fixture().given(OPENED, late).whenVoided(givenId(1)).events(voided(1, late));
        fixture().given(OPENED, late, voided(1, late)).on(JANUARY).when(SUBMIT).events(SUBMITTED);
    }

    @Test
    void voiding_all_of_it_leaves_nothing_and_twice_is_nothing() {
        fixture().given(OPENED).whenVoided(givenId(0)).events(voided(0, OPENED));
        CommandFixture voided = fixture().given(OPENED, voided(0, OPENED));
        voided.whenVoided(givenId(0)).nothing();
        voided.on(JANUARY).when(SUBMIT).refused("reporting-period-voided");
    }

    @Test
    void refuses_to_void_a_step_there_never_was() {
        fixture().given(OPENED).whenVoided(new UUID(9, 9)).refused("event-not-found");
    }
}
