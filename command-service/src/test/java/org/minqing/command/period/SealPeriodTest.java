package org.minqing.command.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.period.Periods.APPROVED;
import static org.minqing.command.period.Periods.OF;
import static org.minqing.command.period.Periods.OPENED;
import static org.minqing.command.period.Periods.PERIOD;
import static org.minqing.command.period.Periods.REASON;
import static org.minqing.command.period.Periods.SPAN;
import static org.minqing.command.period.Periods.fixture;
import static org.minqing.command.period.Periods.submitted;
import static org.minqing.command.platform.CommandFixture.givenId;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.command.period.ReportingPeriodCommand.AmendSealedReport;
import org.minqing.command.period.ReportingPeriodCommand.ApproveReport;
import org.minqing.command.period.ReportingPeriodCommand.SealPeriod;
import org.minqing.command.period.ReportingPeriodCommand.SendBackReport;
import org.minqing.command.period.ReportingPeriodCommand.SubmitReport;
import org.minqing.command.period.ReportingPeriodCommand.WaiverInput;
import org.minqing.command.period.ReportingPeriodCommand.WriteSection;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.CommandFixture.Outcome;
import org.minqing.command.platform.readside.ReadSide;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.Corrected;
import org.minqing.events.Voided;
import org.minqing.events.period.ReportSection;
import org.minqing.events.period.ReportingPeriodEvent.PeriodSealed;
import org.minqing.events.period.ReportingPeriodEvent.SealedReportAmended;
import org.minqing.events.period.SealedAt;
import org.minqing.events.period.Waiver;

class SealPeriodTest {
    private static final LocalDate DAY = LocalDate.of(2013, 1, 10);
    private static final String CAUSE = "报表推迟，次年一并办理";
    private static final UUID ERROR = new UUID(8, 1);
    private static final UUID WARNING = new UUID(8, 2);
    private static final UUID WARNING_TOO = new UUID(8, 3);
    private static final String FINDINGS = finding(ERROR, "RP01", "ERROR") + "," + finding(WARNING, "DQ09", "WARNING")
            + "," + finding(WARNING_TOO, "DQ09", "WARNING");

    private final List<String> asked = new ArrayList<>();

    private static String finding(UUID id, String rule, String severity) {
        return "{\"id\":\"%s\",\"rule\":\"%s\",\"severity\":\"%s\"}".formatted(id, rule, severity);
    }

    /** At position 77; each further question is answered by the next of these, and then by the last. */
    private ReadSide answering(String... findings) {
        return new ReadSide() {
            @Override
            public long head() {
                return 77;
            }

            @Override
            public Answer ask(String path, Map<String, String> parameters, long position) {
                asked.add(path + parameters + "@" + position);
                String found = findings[Math.min(asked.size(), findings.length) - 1];
                return new Answer(("{\"rules\":\"3\",\"figures\":[],\"findings\":[" + found + "]}")
                        .getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static WaiverInput waiver(@Nullable UUID findingId, @Nullable String rule) {
        return new WaiverInput(findingId, rule, CAUSE);
    }

    private static SealPeriod seal(WaiverInput... waivers) {
        return new SealPeriod(PERIOD, List.of(waivers));
    }

    private Outcome sealing(WaiverInput... waivers) {
        return submitted().given(APPROVED).readSide(answering(FINDINGS)).on(DAY).when(seal(waivers));
    }

    private static PeriodSealed sealed(SealedAt at) {
        return new PeriodSealed(OF, SPAN, at, DAY);
    }

    private static CommandFixture afterwards() {
        return submitted().given(APPROVED, sealed(new SealedAt(77, "3", 0, "00", List.of())));
    }

    @Test
    void one_without_findings_is_sealed_at_the_logs_last_position() {
        submitted()
                .given(APPROVED)
                .readSide(answering(""))
                .on(DAY)
                .when(new SealPeriod(PERIOD, null))
                .events(sealed(new SealedAt(
                        77, "3", 0, "32c39e2593464b63466b58d37c94d4549e77bc8ed389133ad23f783fbb5a7d96", List.of())));
    }

    @Test
    void it_asks_twice_at_one_position() {
        sealing();
        String question = "/v1/periods/" + PERIOD + "/assessment{}@77";
        assertThat(asked).containsExactly(question, question);
    }

    @Test
    void is_unavailable_where_the_answer_is_another_the_second_time() {
        Outcome outcome = submitted()
                .given(APPROVED)
                .readSide(answering("", finding(ERROR, "RP01", "ERROR")))
                .on(DAY)
                .when(seal());
        outcome.refused("assessment-unsteady");
        assertThat(outcome.refusal()).isNotNull().extracting(Refusal::status).isEqualTo(503);
    }

    @Test
    void is_refused_while_the_read_side_is_away() {
        submitted().given(APPROVED).on(DAY).when(seal()).refused("read-side-away");
    }

    @Test
    void refuses_findings_nobody_waived_and_says_which_and_where() {
        Outcome outcome = sealing(waiver(ERROR, null));
        outcome.refused("period-incomplete");
        assertThat(outcome.refusal())
                .isNotNull()
                .extracting(Refusal::arguments)
                .isEqualTo(List.of(
                        "2", "DQ09", WARNING + ", " + WARNING_TOO, "/v1/periods/" + PERIOD + "/assessment?knownAt=77"));
    }

    @Test
    void findings_are_waived_one_by_one_and_warnings_by_their_rule() {
        SealedAt at = sealing(waiver(ERROR, null), waiver(null, "DQ09"))
                .only(PeriodSealed.class)
                .seal();
        assertThat(at.findings()).isEqualTo(3);
        assertThat(at.waivers())
                .containsExactly(new Waiver(ERROR, "RP01", 1, CAUSE), new Waiver(null, "DQ09", 2, CAUSE));
        sealing(waiver(ERROR, null), waiver(WARNING, null), waiver(WARNING_TOO, null))
                .only(PeriodSealed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"试", "试 试 试 试 试 试", "一二三四五六七八九", ".........., ------"})
    void refuses_a_waiver_that_names_no_cause(String reason) {
        sealing(new WaiverInput(ERROR, null, CAUSE), new WaiverInput(null, "DQ09", reason))
                .refusedField("/waivers/1/reason", "waiver-without-cause");
    }

    @Test
    void refuses_to_waive_errors_by_their_rule() {
        sealing(waiver(null, "RP01"), waiver(null, "DQ09")).refusedField("/waivers/0/rule", "waived-one-by-one");
    }

    @Test
    void refuses_a_waiver_of_nothing_of_both_and_of_what_was_not_found() {
        sealing(waiver(null, null)).refusedField("/waivers/0", "finding-or-rule");
        sealing(waiver(ERROR, "RP01")).refusedField("/waivers/0", "finding-or-rule");
        sealing(waiver(new UUID(9, 9), null)).refusedField("/waivers/0", "nothing-to-waive");
        sealing(waiver(ERROR, null), waiver(null, "DQ77")).refusedField("/waivers/1", "nothing-to-waive");
    }

    @Test
    void refuses_what_was_not_approved() {
        submitted().readSide(answering("")).on(DAY).when(seal()).refused("report-not-approved");
        fixture().given(OPENED).readSide(answering("")).on(DAY).when(seal()).refused("report-not-approved");
    }

    @Test
    void refuses_a_day_before_the_approval() {
        submitted()
                .given(APPROVED)
                .readSide(answering(""))
                .on(LocalDate.of(2013, 1, 7))
                .when(new SealPeriod(PERIOD, null))
                .refused("out-of-order");
    }

    @Test
    void once_sealed_its_own_commands_are_refused() {
        afterwards()
                .on(DAY)
                .when(new WriteSection(PERIOD, ReportSection.NEXT_STEPS, "修路"))
                .refused("period-sealed");
        afterwards().on(DAY).when(new SubmitReport(PERIOD, null, null)).refused("period-sealed");
        afterwards()
                .on(DAY)
                .because(REASON, null)
                .when(new SendBackReport(PERIOD))
                .refused("period-sealed");
        afterwards().on(DAY).when(new ApproveReport(PERIOD, "1号")).refused("period-sealed");
        afterwards().readSide(answering("")).on(DAY).when(seal()).refused("period-sealed");
    }

    @Test
    void a_note_is_added_to_a_sealed_report_and_to_no_other() {
        AmendSealedReport note = new AmendSealedReport(PERIOD, "道路计量单位应为平方米。");
        SealedReportAmended amended = new SealedReportAmended(OF, "道路计量单位应为平方米。", REASON, null, DAY);
        afterwards().on(DAY).because(REASON, null).when(note).events(amended);
        afterwards()
                .on(DAY.minusDays(1))
                .because(REASON, null)
                .when(new AmendSealedReport(PERIOD, "注"))
                .refused("out-of-order");
        submitted().given(APPROVED).on(DAY).because(REASON, null).when(note).refused("period-not-sealed");
    }

    @Test
    void what_is_sealed_nobody_takes_back_or_changes_alone() {
        afterwards().whenVoided(givenId(3)).refused("given-by-two");
        afterwards().whenCorrected(givenId(3), """
                        {"waivers": []}""").refused("given-by-two");
        afterwards().whenVoidedWithFollowing(givenId(2)).refused("given-by-two");
        afterwards().whenVoidedWithFollowing(givenId(1)).refused("period-sealed");
        afterwards().whenCorrected(givenId(0), """
                        {"to": "2012-12-30"}""").refused("period-sealed");
    }

    @Test
    void a_note_is_corrected_and_voided() {
        SealedReportAmended note = new SealedReportAmended(OF, "注", REASON, null, DAY);
        afterwards()
                .given(note)
                .whenVoided(givenId(4))
                .events(new Voided<>(givenId(4), note, CommandFixture.REASON, null));
        afterwards()
                .given(note)
                .whenCorrected(givenId(4), """
                        {"note": "补注"}""")
                .events(new Corrected<>(
                        givenId(4),
                        note,
                        new SealedReportAmended(OF, "补注", REASON, null, DAY),
                        CommandFixture.REASON,
                        null));
        afterwards().given(note).whenVoided(givenId(0)).refused("period-sealed");
    }
}
