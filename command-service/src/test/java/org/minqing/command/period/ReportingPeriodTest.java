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

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.period.PeriodKind;
import org.minqing.events.period.ReportSection;
import org.minqing.events.period.ReportingPeriodEvent.ApprovalVoided;
import org.minqing.events.period.ReportingPeriodEvent.PeriodOpened;
import org.minqing.events.period.ReportingPeriodEvent.PeriodVoided;
import org.minqing.events.period.ReportingPeriodEvent.ReportApproved;
import org.minqing.events.period.ReportingPeriodEvent.SectionWritten;
import org.minqing.events.period.ReportingPeriodEvent.SubmissionVoided;

class ReportingPeriodTest {
    private static OpenPeriod open(String name, LocalDate from, LocalDate to, @Nullable PeriodKind kind) {
        return new OpenPeriod(PROGRAMME, CITY, name, from, to, kind, FROM);
    }

    private static WriteSection write(String text, @Nullable LocalDate day) {
        return new WriteSection(PERIOD, null, null, ReportSection.PROBLEMS_AND_CAUSES, text, day);
    }

    private static SubmitReport submit(LocalDate day) {
        return new SubmitReport(PERIOD, null, null, day);
    }

    private static SendBackReport sendBack(LocalDate day) {
        return new SendBackReport(PERIOD, null, null, REASON, null, day);
    }

    private static ApproveReport approve(@Nullable String documentNo, LocalDate day) {
        return new ApproveReport(PERIOD, null, null, documentNo, day);
    }

    private static VoidPeriod voids(@Nullable UUID step) {
        return new VoidPeriod(PERIOD, null, null, step, REASON, null, null);
    }

    // ------------------------------------------------------------------ opening

    @Test
    void a_year_is_opened_at_the_seat_of_its_organisation_under_an_id_that_follows_from_its_name() {
        fixture().when(open(" 2012 ", FROM, TO, null)).events(OPENED);
    }

    @ParameterizedTest
    @CsvSource({"2012-07-17, HALF_YEAR", "2012-07-18, ANNUAL"})
    void more_than_two_hundred_days_are_a_year(LocalDate to, PeriodKind kind) {
        assertThat(fixture()
                        .when(open("2012", LocalDate.of(2011, 12, 31), to, null))
                        .only(PeriodOpened.class)
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void the_kind_may_be_given() {
        assertThat(fixture()
                        .when(open("2012", FROM, TO, PeriodKind.HALF_YEAR))
                        .only(PeriodOpened.class)
                        .kind())
                .isEqualTo(PeriodKind.HALF_YEAR);
    }

    @Test
    void refuses_one_that_ends_before_it_begins() {
        fixture().when(open("2012", TO, FROM, null)).refusedField("/to", "before-its-beginning");
    }

    @Test
    void refuses_a_second_of_the_name() {
        fixture().given(OPENED).when(open("2012", FROM, TO, null)).refused("already-exists");
    }

    @Test
    void a_year_is_opened_after_the_programme_has_ended_with_it() {
        assertThat(fixture()
                        .when(new OpenPeriod(PROGRAMME, CITY, "2012", FROM, TO, null, null))
                        .only(PeriodOpened.class)
                        .occurredOn())
                .isEqualTo(LocalDate.parse(Periods.TODAY));
    }

    @Test
    void refuses_a_year_in_which_there_was_no_programme() {
        fixture()
                .when(new OpenPeriod(PROGRAMME, CITY, "2010", FROM.minusYears(1), FROM.minusDays(1), null, null))
                .refused("programme-not-in-force");
    }

    @Test
    void one_that_was_voided_is_opened_again_in_its_stream() {
        fixture()
                .given(
                        OPENED,
                        new PeriodVoided(
                                PERIOD, PROGRAMME, CITY, "5303", CommandFixture.givenId(0), OPENED, REASON, null, FROM))
                .when(open("2012", FROM, TO, null))
                .events(OPENED);
    }

    // ------------------------------------------------------------------ writing

    @Test
    void a_section_is_written() {
        fixture().given(OPENED).when(write("一是路难行。", JANUARY)).events(PROBLEMS);
    }

    @Test
    void and_written_otherwise() {
        fixture().given(OPENED, PROBLEMS).when(write("二是水难喝。", JANUARY)).events(written("二是水难喝。", JANUARY));
    }

    @Test
    void the_same_text_again_is_nothing() {
        fixture().given(OPENED, PROBLEMS).when(write("一是路难行。", null)).nothing();
    }

    @Test
    void an_earlier_text_may_be_written_again_and_the_last_again_is_nothing() {
        SectionWritten water = written("二是水难喝。", JANUARY);
        fixture().given(OPENED, PROBLEMS, water).when(write("一是路难行。", JANUARY)).events(PROBLEMS);
        fixture().given(OPENED, PROBLEMS, water).when(write("二是水难喝。", JANUARY)).nothing();
    }

    @Test
    void refuses_a_telephone_number_in_what_is_published() {
        fixture().given(OPENED).when(write("请电13800000000", JANUARY)).refusedField("/text");
    }

    @Test
    void refuses_to_write_on_what_was_submitted_until_it_is_sent_back() {
        submitted().when(write("二是水难喝。", JANUARY)).refused("report-submitted");
        fixture()
                .given(OPENED, SUBMITTED, SENT_BACK)
                .when(write("二是水难喝。", LocalDate.of(2013, 1, 7)))
                .events(written("二是水难喝。", LocalDate.of(2013, 1, 7)));
    }

    // ------------------------------------------------------------------ submitting

    @Test
    void a_report_is_submitted_on_the_last_day_or_later() {
        fixture().given(OPENED).when(submit(JANUARY)).events(SUBMITTED);
        fixture().given(OPENED).when(submit(TO.minusDays(1))).refused("period-not-over");
    }

    @Test
    void submitting_it_again_is_nothing() {
        submitted().when(submit(JANUARY)).nothing();
    }

    @Test
    void refuses_to_submit_what_is_approved() {
        submitted().given(APPROVED).when(submit(LocalDate.of(2013, 1, 9))).refused("report-approved");
    }

    @Test
    void a_report_submitted_or_approved_is_sent_back() {
        submitted().when(sendBack(LocalDate.of(2013, 1, 6))).events(SENT_BACK);
        assertThat(submitted()
                        .given(APPROVED)
                        .when(sendBack(LocalDate.of(2013, 1, 9)))
                        .events())
                .hasSize(1);
    }

    @Test
    void refuses_to_send_back_what_was_not_submitted() {
        fixture().given(OPENED).when(sendBack(JANUARY)).refused("report-not-submitted");
        submitted().given(SENT_BACK).when(sendBack(LocalDate.of(2013, 1, 9))).refused("report-not-submitted");
    }

    // ------------------------------------------------------------------ approving

    @Test
    void somebody_else_approves_it() {
        submitted().when(approve("1号", LocalDate.of(2013, 1, 8))).events(APPROVED);
    }

    @Test
    void refuses_the_approval_of_who_submitted_it() {
        submitted()
                .caller(clerk("clerk"))
                .when(approve("1号", LocalDate.of(2013, 1, 8)))
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
                .when(approve(null, LocalDate.of(2013, 1, 8)))
                .only(ReportApproved.class);
    }

    @Test
    void approving_it_again_by_the_same_paper_is_nothing_and_by_another_refused() {
        submitted()
                .given(APPROVED)
                .when(approve("1号", LocalDate.of(2013, 1, 8)))
                .nothing();
        submitted()
                .given(APPROVED)
                .when(approve("2号", LocalDate.of(2013, 1, 8)))
                .refused("report-approved");
    }

    @Test
    void refuses_to_approve_what_was_not_submitted() {
        fixture().given(OPENED).when(approve(null, JANUARY)).refused("report-not-submitted");
    }

    // ------------------------------------------------------------------ order, belonging, voids

    @Test
    void no_step_lies_before_another() {
        fixture().given(OPENED, PROBLEMS).when(write("二", JANUARY.minusDays(1))).refused("out-of-order");
        fixture().given(OPENED, PROBLEMS).when(submit(JANUARY.minusDays(1))).refused("out-of-order");
        submitted().when(sendBack(JANUARY.minusDays(1))).refused("out-of-order");
        submitted().when(approve(null, JANUARY.minusDays(1))).refused("out-of-order");
    }

    @Test
    void refuses_another_programme_or_organisation() {
        UUID other = new UUID(9, 9);
        fixture()
                .given(OPENED)
                .when(new SubmitReport(PERIOD, other, null, JANUARY))
                .refusedField("/programmeId");
        fixture()
                .given(OPENED)
                .when(new VoidPeriod(PERIOD, null, other, null, REASON, null, null))
                .refusedField("/organisationId");
    }

    @Test
    void voiding_a_step_voids_those_after_it_the_last_first() {
        submitted()
                .given(APPROVED)
                .when(voids(CommandFixture.givenId(1)))
                .events(
                        new ApprovalVoided(
                                PERIOD,
                                PROGRAMME,
                                CITY,
                                "5303",
                                CommandFixture.givenId(2),
                                APPROVED,
                                REASON,
                                null,
                                APPROVED.occurredOn()),
                        new SubmissionVoided(
                                PERIOD,
                                PROGRAMME,
                                CITY,
                                "5303",
                                CommandFixture.givenId(1),
                                SUBMITTED,
                                REASON,
                                null,
                                JANUARY));
    }

    @Test
    void voiding_all_of_it_leaves_nothing_and_twice_is_nothing() {
        PeriodVoided voided = new PeriodVoided(
                PERIOD, PROGRAMME, CITY, "5303", CommandFixture.givenId(0), OPENED, REASON, null, FROM);
        fixture().given(OPENED).when(voids(null)).events(voided);
        fixture().given(OPENED, voided).when(voids(null)).nothing();
        fixture().given(OPENED, voided).when(submit(JANUARY)).refused("period-voided");
    }

    @Test
    void refuses_to_void_a_step_there_never_was() {
        fixture().given(OPENED).when(voids(new UUID(9, 9))).refused("reporting-period-step-not-found");
    }
}
