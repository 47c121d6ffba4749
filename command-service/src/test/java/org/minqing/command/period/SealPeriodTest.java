package org.minqing.command.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.period.Periods.APPROVED;
import static org.minqing.command.period.Periods.CITY;
import static org.minqing.command.period.Periods.FROM;
import static org.minqing.command.period.Periods.OPENED;
import static org.minqing.command.period.Periods.PERIOD;
import static org.minqing.command.period.Periods.PROGRAMME;
import static org.minqing.command.period.Periods.REASON;
import static org.minqing.command.period.Periods.TO;
import static org.minqing.command.period.Periods.fixture;
import static org.minqing.command.period.Periods.submitted;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.CommandFixture.Outcome;
import org.minqing.command.platform.ReadSide;
import org.minqing.command.platform.Refusal;
import org.minqing.events.period.PeriodKind;
import org.minqing.events.period.ReportSection;
import org.minqing.events.period.ReportingPeriodEvent.PeriodSealed;
import org.minqing.events.period.ReportingPeriodEvent.SealVoided;
import org.minqing.events.period.ReportingPeriodEvent.SealedReportAmended;
import org.minqing.events.period.SealedAt;
import org.minqing.events.period.Waiver;

class SealPeriodTest {
    private static final LocalDate DAY = LocalDate.of(2013, 1, 10);
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
        return new WaiverInput(findingId, rule, REASON);
    }

    private static SealPeriod seal(WaiverInput... waivers) {
        return new SealPeriod(PERIOD, null, null, List.of(waivers), DAY);
    }

    private Outcome sealing(WaiverInput... waivers) {
        return submitted().given(APPROVED).readSide(answering(FINDINGS)).when(seal(waivers));
    }

    private static PeriodSealed sealed(SealedAt at) {
        return new PeriodSealed(PERIOD, PROGRAMME, CITY, "5303", "2012", FROM, TO, PeriodKind.ANNUAL, at, DAY);
    }

    private static CommandFixture afterwards() {
        return submitted().given(APPROVED, sealed(new SealedAt(77, "3", 0, "00", List.of())));
    }

    @Test
    void one_without_findings_is_sealed_at_the_logs_last_position() {
        submitted()
                .given(APPROVED)
                .readSide(answering(""))
                .when(new SealPeriod(PERIOD, null, null, null, DAY))
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
                .when(seal());
        outcome.refused("assessment-unsteady");
        assertThat(outcome.refusal()).isNotNull().extracting(Refusal::status).isEqualTo(503);
    }

    @Test
    void is_refused_while_the_read_side_is_away() {
        submitted().given(APPROVED).when(seal()).refused("read-side-away");
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
        assertThat(at.waivers()).containsExactly(new Waiver(ERROR, null, REASON), new Waiver(null, "DQ09", REASON));
        sealing(waiver(ERROR, null), waiver(WARNING, null), waiver(WARNING_TOO, null))
                .only(PeriodSealed.class);
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
        submitted().readSide(answering("")).when(seal()).refused("report-not-approved");
        fixture().given(OPENED).readSide(answering("")).when(seal()).refused("report-not-approved");
    }

    @Test
    void refuses_a_day_before_the_approval() {
        submitted()
                .given(APPROVED)
                .readSide(answering(""))
                .when(new SealPeriod(PERIOD, null, null, null, LocalDate.of(2013, 1, 7)))
                .refused("out-of-order");
    }

    @Test
    void once_sealed_its_own_commands_are_refused() {
        afterwards()
                .when(new WriteSection(PERIOD, null, null, ReportSection.NEXT_STEPS, "修路", DAY))
                .refused("period-sealed");
        afterwards().when(new SubmitReport(PERIOD, null, null, DAY)).refused("period-sealed");
        afterwards()
                .when(new SendBackReport(PERIOD, null, null, REASON, null, DAY))
                .refused("period-sealed");
        afterwards().when(new ApproveReport(PERIOD, null, null, "1号", DAY)).refused("period-sealed");
        afterwards().readSide(answering("")).when(seal()).refused("period-sealed");
    }

    @Test
    void a_note_is_added_to_a_sealed_report_and_to_no_other() {
        AmendSealedReport note = new AmendSealedReport(PERIOD, null, null, "道路计量单位应为平方米。", REASON, null, DAY);
        SealedReportAmended amended =
                new SealedReportAmended(PERIOD, PROGRAMME, CITY, "5303", "道路计量单位应为平方米。", REASON, null, DAY);
        afterwards().when(note).events(amended);
        afterwards()
                .when(new AmendSealedReport(PERIOD, null, null, "注", REASON, null, DAY.minusDays(1)))
                .refused("out-of-order");
        submitted().given(APPROVED).when(note).refused("period-not-sealed");
    }

    @Test
    void one_sealed_by_mistake_is_open_to_sealing_again_once_that_is_voided() {
        PeriodSealed sealed = sealed(new SealedAt(77, "3", 0, "00", List.of()));
        SealVoided voided =
                new SealVoided(PERIOD, PROGRAMME, CITY, "5303", CommandFixture.givenId(3), sealed, REASON, null, DAY);
        afterwards()
                .when(new VoidPeriod(PERIOD, null, null, CommandFixture.givenId(3), REASON, null, null))
                .events(voided);
        afterwards().given(voided).readSide(answering("")).when(seal()).only(PeriodSealed.class);
    }
}
