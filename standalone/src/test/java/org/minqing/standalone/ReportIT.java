package org.minqing.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.standalone.demonstration.SeedTest;
import tools.jackson.databind.JsonNode;

/** The report of the year writes itself: from events alone, as it was known when it was printed, and as it is known today. */
@RunningYear.Guest
class ReportIT {
    /** What is to be put right is counted for whoever owes it, and enterprises of the prefecture owe some. */
    private static final Set<String> OWED_BY_OTHERS = Set.of("A24", "A25");

    private static final String PRINTED = "&knownAt=2013-05-06T00:00:00%2B08:00&asOf=2012-12-31";

    private static String annual(RunningYear year) throws Exception {
        return "/v1/reports/annual?organisation=" + office(year) + "&year=2012";
    }

    private static String office(RunningYear year) throws Exception {
        return year.office
                .ask("/v1/programmes/" + year.programme())
                .get("organisationId")
                .asString();
    }

    private static JsonNode measure(JsonNode report, String id) {
        for (JsonNode measure : report.get("measures")) {
            if (measure.get("id").asString().equals(id)) {
                return measure;
            }
        }
        throw new AssertionError(id);
    }

    private static List<String> texts(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        list.forEach(each ->
                texts.add(field.isEmpty() ? each.asString() : each.get(field).asString()));
        return texts;
    }

    @Test
    void tells_every_figure_of_the_fifth_measure_in_its_place(RunningYear year) throws Exception {
        JsonNode report = year.office.ask(annual(year) + PRINTED, "Accept-Language", "zh");
        String fifth = report.get("sections").get(4).get("text").asString();
        assertThat(fifth)
                .contains("民情恳谈会8次")
                .contains("调研16次")
                .contains("走访农户700余户")
                .contains("意见建议45条")
                .contains("3万余元")
                .contains("工作经费2.1万元")
                .contains("投资175万元")
                .contains("道路14000立方米")
                .contains("联系卡214张");
        assertThat(texts(report.get("missing"), "id")).as("nothing is missing").isEmpty();
        assertThat(texts(report.get("sections"), "title")).hasSize(9);
        assertThat(report.get("sections").get(7).get("text").asString()).contains("干旱");
        assertThat(texts(report.get("notes"), "text")).anyMatch(note -> note.startsWith("注：既联系农户又驻村任指导员的干部7名"));
        assertThat(report.get("number").asString()).contains("2013");
        assertThat(report.get("draft").isNull()).isTrue();
        assertThat(report.get("recipient").asString()).contains("领导小组办公室（示例）");
        assertThat(texts(report.get("imprint"), "")).hasSize(2);
        assertThat(report.get("notes").get(0).get("runs").toString()).contains("measure=M05", "measure=M14");
    }

    /** Every clause of the source that {@code docs/seed.md} says is told is told of its own year, in both languages. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void tells_what_the_source_tells(String language, RunningYear year) throws Exception {
        JsonNode report = year.office.ask(annual(year) + PRINTED, "Accept-Language", language);
        Set<String> told = new HashSet<>();
        report.get("sections")
                .forEach(section -> section.get("clauses").forEach(clause -> told.add(clause.asString())));
        assertThat(told).containsAll(SeedTest.sentences());
    }

    /** Chinese stands in an English report only in names and in what people wrote, marked as such. */
    @Test
    void is_english_whole(RunningYear year) throws Exception {
        JsonNode report = year.office.ask(annual(year) + PRINTED, "Accept-Language", "en");
        report.get("sections")
                .forEach(section -> section.get("runs").forEach(run -> {
                    String text = run.get("text").asString();
                    assertThat(text.matches("(?s).*\\p{IsHan}.*"))
                            .as(text)
                            .isEqualTo(run.get("language").asString("").equals("zh"));
                    assertThat(text).doesNotContain("  ").doesNotContain("()");
                }));
        report.get("sections").forEach(section -> {
            if (section.get("computed").asBoolean()) {
                assertThat(section.get("text").asString()).doesNotContain("。");
            }
        });
        assertThat(report.get("sections").toString()).contains("(in Chinese)");
        List<String> notes = new ArrayList<>();
        report.get("notes").forEach(note -> notes.add('"' + note.get("text").asString() + '"'));
        assertThat(report.get("missing").toString() + notes + report.get("table"))
                .doesNotContainPattern("\\p{IsHan}(?![^\"]*\\(in Chinese\\))");
    }

    @Test
    void every_measure_has_its_value_its_flow_and_evidence_that_gives_both(RunningYear year) throws Exception {
        JsonNode report = year.office.ask(annual(year) + PRINTED);
        for (JsonNode measure : report.get("measures")) {
            String id = measure.get("id").asString();
            assertThat(year.office.ask(measure.get("evidence").asString()).get("value"))
                    .as(id)
                    .isEqualTo(measure.get("value"));
            if (measure.has("inPeriod")) {
                JsonNode flow = measure.get("inPeriod");
                assertThat(year.office.ask(flow.get("evidence").asString()).get("value"))
                        .as(id)
                        .isEqualTo(flow.get("value"));
            }
            if (OWED_BY_OTHERS.contains(id)) {
                continue;
            }
            JsonNode board = year.office.measure("/v1/dashboards/5303?" + PRINTED.substring(1), id);
            assertThat(measure.get("value"))
                    .as("%s of the office is that of the prefecture", id)
                    .isEqualTo(board.get("value"));
        }
        assertThat(measure(report, "M29").get("value").asInt()).isEqualTo(2);
    }

    @Test
    void what_was_sealed_in_cubic_metres_stays_so_and_is_told_in_square_metres_today(RunningYear year)
            throws Exception {
        JsonNode then = year.office.ask(annual(year) + PRINTED, "Accept-Language", "zh");
        JsonNode now = year.office.ask(annual(year) + "&knownAt=" + year.loaded, "Accept-Language", "zh");
        assertThat(measure(then, "M25").get("unit").asString()).isEqualTo("m3");
        assertThat(measure(now, "M25").get("unit").asString()).isEqualTo("m2");
        assertThat(then.get("sealed").get("changes")).isEmpty();
        assertThat(texts(now.get("sealed").get("changes"), "id")).containsExactly("M25");
        assertThat(texts(now.get("notes"), "text"))
                .contains("注：「硬化村组道路」封存时为14000立方米，现为14000平方米。")
                .anyMatch(note -> note.contains("原记14000立方米，2014年"));
        long sealed = then.get("sealed").get("position").asLong();
        JsonNode asSealed = year.office.ask(annual(year) + "&asOf=2012-12-31&knownAt=" + sealed);
        assertThat(measure(asSealed, "M25").get("unit").asString()).isEqualTo("m3");
    }

    @Test
    void is_a_document_with_the_same_figures(RunningYear year) throws Exception {
        byte[] file = year.office.bytes(annual(year) + PRINTED + "&format=docx", "Accept-Language", "zh");
        assertThat(part(file, "word/document.xml").replaceAll("<[^>]+>", ""))
                .contains("2012年工作总结", "道路14000立方米", "21,000.00 元", "2,400 米", "八、问题及原因");
    }

    private static String part(byte[] file, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError(name);
    }
}
