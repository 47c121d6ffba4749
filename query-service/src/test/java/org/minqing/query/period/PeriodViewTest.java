package org.minqing.query.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.minqing.events.Corrected;
import org.minqing.events.period.PeriodKind;
import org.minqing.events.period.ReportSection;
import org.minqing.events.period.ReportingPeriodEvent.PeriodOpened;
import org.minqing.events.period.ReportingPeriodEvent.PeriodSealed;
import org.minqing.events.period.ReportingPeriodEvent.SealedReportAmended;
import org.minqing.events.period.ReportingPeriodEvent.SectionWritten;
import org.minqing.events.period.ReportingPeriodEvent.Span;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.Village;
import tools.jackson.databind.JsonNode;

class PeriodViewTest {
    private static final String TODAY = "2012-03-05";

    private final Reports told = new Reports(new Village());
    private final Village village = told.village;

    @AfterAll
    static void told_again_it_is_the_same() {
        Village.replay();
    }

    private String state(String asOf, long knownAt, String... fields) {
        return village.state("ReportingPeriod", told.period, asOf, knownAt, fields);
    }

    private List<String> tasks(String... parameters) {
        List<String> tasks = new ArrayList<>();
        village.ask("/v1/tasks", TODAY, village.head(), parameters)
                .json()
                .path("items")
                .forEach(task -> tasks.add(task.toString()));
        return tasks;
    }

    @Test
    void each_day_shows_how_far_the_report_had_come() {
        told.put(told.opened());
        told.put(told.written(ReportSection.NEXT_STEPS, "修路", "02-20"));
        told.put(told.written(ReportSection.PROBLEMS_AND_CAUSES, "路难行", "02-21"));
        told.put(told.submitted("02-29"));
        told.put(told.sentBack("03-01"));
        told.put(told.written(ReportSection.NEXT_STEPS, "修路引水", "03-01"));
        told.put(told.submitted("03-02"));
        told.put(told.approved("03-03"));
        PeriodSealed seal = told.sealed(village.head(), "03-04");
        told.put(seal);
        SealedReportAmended note = told.amended("单位有误", "03-05");
        Appended amended = told.put(note);
        long head = village.head();
        assertThat(state("2012-01-04", head, "status")).isEqualTo("-");
        assertThat(state("2012-01-05", head, "status", "name", "kind", "from", "to", "sections"))
                .isEqualTo("OPEN 2012年初 HALF_YEAR 2011-12-26 2012-02-29 0");
        assertThat(state("2012-02-20", head, "sections.0.text")).isEqualTo("修路");
        assertThat(state("2012-02-29", head, "status", "submittedOn", "sections.0.section"))
                .isEqualTo("SUBMITTED 2012-02-29 PROBLEMS_AND_CAUSES");
        assertThat(state("2012-03-01", head, "status", "submittedOn", "sections.1.text", "sections"))
                .isEqualTo("OPEN  修路引水 2");
        assertThat(state("2012-03-02", head, "status", "sentBackBecause")).isEqualTo("SUBMITTED ");
        assertThat(state("2012-03-03", head, "status", "submittedOn", "approvedOn", "documentNo"))
                .isEqualTo("APPROVED 2012-03-02 2012-03-03 1号");
        assertThat(state("2012-03-04", head, "status", "sealedOn", "seal.position", "seal.findings", "seal.waivers"))
                .isEqualTo("SEALED 2012-03-04 " + seal.seal().position() + " 1 1");
        assertThat(state(TODAY, head, "status", "amendments.0.note", "amendments.0.amendedOn", "seal.rules"))
                .isEqualTo("AMENDED 单位有误 2012-03-05 1");
        village.voids(amended, note);
        assertThat(state(TODAY, village.head(), "status", "amendments")).isEqualTo("SEALED 0");
        assertThat(state(TODAY, head, "status")).isEqualTo("AMENDED");
    }

    @Test
    void a_section_that_was_never_written_so_reads_as_before() {
        told.put(told.opened());
        told.put(told.written(ReportSection.NEXT_STEPS, "修路", "02-20"));
        SectionWritten wrong = told.written(ReportSection.NEXT_STEPS, "误写", "02-21");
        Appended written = told.put(wrong);
        long before = village.head();
        village.voids(written, wrong);
        assertThat(state(TODAY, before, "sections.0.text")).isEqualTo("误写");
        assertThat(state(TODAY, village.head(), "sections.0.text")).isEqualTo("修路");
    }

    @Test
    void a_section_whose_correction_was_voided_reads_as_it_was_written() {
        told.put(told.opened());
        SectionWritten first = told.written(ReportSection.NEXT_STEPS, "修路", "02-20");
        Appended written = told.put(first);
        SectionWritten other = told.written(ReportSection.NEXT_STEPS, "引水", "02-20");
        Appended corrected = village.corrects(written, first, other);
        long before = village.head();
        village.voids(corrected, new Corrected<>(written.eventId(), first, other, village.reason(), null));
        assertThat(state(TODAY, before, "sections.0.text")).isEqualTo("引水");
        assertThat(state(TODAY, village.head(), "sections.0.text")).isEqualTo("修路");
        assertThat(village.timeline("periods", told.period))
                .contains("更正：撰写报告章节：下步打算；更正为：撰写报告章节：下步打算", "撤销：更正：撰写报告章节：下步打算；更正为：撰写报告章节：下步打算");
    }

    @Test
    void a_period_opened_otherwise_counts_on_its_other_last_day() {
        PeriodOpened opened = told.opened();
        Appended first = told.put(opened);
        long before = village.head();
        village.corrects(
                first,
                opened,
                new PeriodOpened(
                        opened.of(),
                        new Span(told.name, Village.LAUNCH, Village.day("03-01"), PeriodKind.HALF_YEAR),
                        opened.occurredOn()));
        assertThat(state(TODAY, before, "to")).isEqualTo("2012-02-29");
        assertThat(state(TODAY, village.head(), "to", "name", "kind")).isEqualTo("2012-03-01 2012年初 HALF_YEAR");
    }

    @Test
    void a_period_sealed_counts_on_its_own_last_day_to_who_knows_of_it() {
        long before = village.head();
        Appended seal = told.seal();
        long head = village.head();
        assertThat(village.figure("M29", "2012-02-28", head)).isEqualTo("0");
        assertThat(village.figure("M29", "2012-02-29", head)).isEqualTo("1");
        assertThat(village.figure("M29", "2012-02-29", before)).isEqualTo("0");
        village.voids(seal, told.sealed(seal.position() - 1, "03-03"));
        assertThat(village.figure("M29", "2012-02-29", village.head())).isEqualTo("0");
        assertThat(village.figure("M29", "2012-02-29", head)).isEqualTo("1");
    }

    @Test
    void its_report_is_to_be_submitted_by_its_last_day() {
        told.put(told.opened());
        assertThat(tasks("overdue", "true"))
                .singleElement()
                .asString()
                .contains("submit-report", told.period.toString(), "\"2012-02-29\"", "half-year");
        told.put(told.submitted("03-01"));
        assertThat(tasks()).isEmpty();
        told.put(told.sentBack("03-02"));
        assertThat(tasks()).hasSize(1);
    }

    @Test
    void a_list_shows_those_of_a_status_and_kind() {
        told.put(told.opened());
        JsonNode open = village.ask("/v1/periods", TODAY, village.head(), "status", "OPEN", "kind", "HALF_YEAR")
                .json()
                .path("items");
        assertThat(open).hasSize(1);
        assertThat(open.get(0).path("id").asString()).isEqualTo(told.period.toString());
        assertThat(village.ask("/v1/periods", TODAY, village.head(), "kind", "ANNUAL")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void its_story_is_told_in_sentences() {
        PeriodOpened opened = told.opened();
        Appended first = told.put(opened);
        village.voids(
                told.put(told.written(ReportSection.NEXT_STEPS, "修路", "02-20")),
                told.written(ReportSection.NEXT_STEPS, "修路", "02-20"));
        Appended submitted = told.put(told.submitted("02-29"));
        Appended back = told.put(told.sentBack("03-01"));
        village.voids(back, told.sentBack("03-01"));
        Appended approved = told.put(told.approved("03-02"));
        PeriodSealed seal = told.sealed(7, "03-03");
        Appended sealed = told.put(seal);
        SealedReportAmended note = told.amended("单位有误", "03-04");
        village.voids(told.put(note), note);
        village.voids(sealed, seal);
        village.voids(approved, told.approved("03-02"));
        village.voids(submitted, told.submitted("02-29"));
        village.voids(first, opened);
        assertThat(village.timeline("periods", told.period))
                .contains(
                        "开设报告期「2012年初」（2011-12-26至2012-02-29，半年）",
                        "撰写报告章节：下步打算",
                        "封存报告期「2012年初」，数字以封存时所知为准",
                        "补注已封存的报告：单位有误",
                        "撤销：开设报告期「2012年初」（2011-12-26至2012-02-29，半年）");
        assertThat(state(TODAY, village.head(), "status")).isEqualTo("VOIDED");
    }
}
