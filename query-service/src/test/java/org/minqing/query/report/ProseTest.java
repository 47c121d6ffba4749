package org.minqing.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;
import org.minqing.events.Qualifier;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.fact.Figure;
import org.minqing.query.platform.view.Views;

class ProseTest {
    private static final Catalogue CATALOGUE = new Catalogue(new Views(List.of()));
    private static final Outlines OUTLINES = new Outlines(CATALOGUE, new Texts(), "");

    /** Figures as a test gives them: {@code M18} or {@code A01:MEETING}, then what is printed. */
    private static final class Given implements ReportFigures {
        private final Map<Span, Map<String, Told>> all = new HashMap<>();

        static Given period(String... printed) {
            return new Given().and(Span.PERIOD, printed);
        }

        Given since(String... printed) {
            return and(Span.SINCE_LAUNCH, printed);
        }

        private Given and(Span span, String... printed) {
            Map<String, Told> told = all.computeIfAbsent(span, s -> new TreeMap<>());
            for (int i = 0; i < printed.length; i += 2) {
                BigDecimal number = new BigDecimal(printed[i + 1].replaceAll("[^\\d.].*", "0"));
                told.put(
                        printed[i],
                        new Told(printed[i + 1], Figure.of(number, "", Qualifier.EXACT), "/evidence?" + printed[i]));
            }
            return this;
        }

        @Override
        public Optional<Told> figure(Outline.Figured what, Span span) {
            String key = what.kind() == null ? what.measure() : what.measure() + ":" + what.kind();
            return Optional.ofNullable(all.getOrDefault(span, Map.of()).get(key));
        }

        @Override
        public Map<String, Told> kinds(String measure, Span span) {
            Map<String, Told> kinds = new TreeMap<>();
            all.getOrDefault(span, Map.of()).forEach((key, told) -> {
                if (key.startsWith(measure + ":")) {
                    kinds.put(key.substring(measure.length() + 1), told);
                }
            });
            return kinds;
        }

        @Override
        public List<String> places(Outline.Figured what, boolean whole) {
            return figure(what, Span.PERIOD).isPresent() ? List.of("水田村", "偏山村") : List.of();
        }

        @Override
        public @Nullable String label(String id) {
            return null;
        }

        @Override
        public List<Report.Run> named(String what) {
            return what.equals("programme") ? List.of() : List.of(Report.Run.name("市人大办"));
        }
    }

    private static List<Prose.Part> told(Language language, Given given) {
        return Prose.parts(OUTLINES.of(language), given);
    }

    /** The clauses of one sentence of one part. */
    private static String told(String clauses, Given given) {
        Outline outline = OutlineFile.read(
                "test.yaml",
                new StringReader("parts: [{title: T, paragraphs: [[[" + clauses + "]]]}]"),
                CATALOGUE,
                new Texts());
        return Prose.parts(outline, given).getFirst().text();
    }

    @Test
    void says_in_words_what_came_together_since_the_programme_began_where_it_is_more_than_the_periods() {
        Given figures = Given.period("M18", "8次", "M19", "16次").since("M18", "8次", "M19", "20次", "M21", "45条");
        Prose.Part five = told(Language.ZH, figures).get(4);
        assertThat(five.text()).isEqualTo("召开民情恳谈会8次，开展专题和随机调研16次。\n活动开展以来，开展专题和随机调研20次，收集意见建议45条。");
        assertThat(five.missing()).contains("M21").doesNotContain("M18");
        assertThat(told(Language.EN, figures).get(4).text())
                .isEqualTo("The organisation held 8次 and made 16次.\n" + "Since the programme began: 20次 and 45条.");
    }

    @Test
    void tells_every_figure_of_measure_five() {
        Prose.Part five = told(
                        Language.ZH,
                        Given.period(
                                "M18",
                                "8次",
                                "M19",
                                "16次",
                                "M20",
                                "700余户",
                                "M21",
                                "45条",
                                "M22",
                                "3万余元",
                                "M23",
                                "2.1万元",
                                "M24",
                                "175万元",
                                "M25",
                                "14000立方米",
                                "M26",
                                "214张",
                                "M05",
                                "214户"))
                .get(4);
        assertThat(five.text()).isEqualTo("""
                        召开民情恳谈会8次，开展专题和随机调研16次，走访农户700余户，收集意见建议45条。
                        捐款捐物折款3万余元。为水田村、偏山村落实村级工作经费2.1万元。项目投资175万元，硬化村组道路14000立方米。
                        已发放干群联系卡214张，与联系户数相符。""");
    }

    @Test
    void what_has_no_figure_and_what_is_nothing_leaves_no_hole() {
        Given none = Given.period("M18", "0次");
        for (Language language : Language.values()) {
            assertThat(told(language, none)).allSatisfy(part -> {
                assertThat(part.text()).isEmpty();
                assertThat(part.clauses()).isEmpty();
            });
        }
        assertThat(told(Language.ZH, none).get(4).missing())
                .contains("M16", "M34")
                .doesNotContain("M18");
    }

    @Test
    void joins_what_is_told_and_chooses_words_by_the_number() {
        String clauses =
                "{id: a, say: '{M18}'}, {id: b, say: '{M19}{#M19 one|many}', join: ' then '}, {id: c, say: 'x', when: told b}";
        assertThat(told(clauses, Given.period("M18", "1", "M19", "2"))).isEqualTo("1 then 2many，X。".replace('X', 'x'));
        assertThat(told(clauses, Given.period("M19", "1"))).isEqualTo("1one，x。");
        assertThat(told(clauses, Given.period("M18", "1"))).isEqualTo("1。");
        assertThat(told("{id: a, say: 'a word {M18}'}", Given.period("M18", "1")))
                .isEqualTo("A word 1。");
    }

    @Test
    void no_bracket_is_left_open_where_all_surveys_are_of_one_kind() {
        for (String kind : List.of("M19:SURVEY_THEMATIC", "M19:SURVEY_RANDOM")) {
            assertThat(told(Language.ZH, Given.period("M19", "3次", kind, "3次"))
                            .get(4)
                            .text())
                    .isEqualTo("开展专题和随机调研3次。");
        }
        assertThat(told(Language.ZH, Given.period("M19", "3次", "M19:SURVEY_THEMATIC", "1次", "M19:SURVEY_RANDOM", "2次"))
                        .get(4)
                        .text())
                .isEqualTo("开展专题和随机调研3次（专题调研1次、随机调研2次）。");
    }

    /** 428 and 640 are not 1,098: what is added up is told, each part of it. */
    @Test
    void the_visits_that_are_added_up_are_all_told() {
        Given visits = Given.period(
                "M20b", "1098户次", "M20b:COLLECTIVE", "428户次", "M20b:DISPERSED", "640户次", "M20b:CONDOLENCE", "30户次");
        assertThat(told(Language.ZH, visits).get(2).text()).isEqualTo("走访农户428户次，分散走访640户次，慰问走访30户次，合计走访1098户次。");
        assertThat(told(Language.EN, visits).get(2).text())
                .contains("640户次 at other times", "30户次 in condolence", "In all there were 1098户次");
    }

    @Test
    void words_go_with_the_number_of_places() {
        Given places = Given.period("M06", "2", "M06:LINK_POINT", "2", "M06:KEY_VILLAGE", "2");
        assertThat(told(Language.EN, places).get(1).text())
                .isEqualTo("The link points lie in 水田村, 偏山村; 水田村, 偏山村 are key villages and 2 in all are designated.");
    }

    /** The enterprise owes the repair; who checked it tells that it was done. */
    @Test
    void who_checked_tells_what_became_of_the_hazards_of_the_place() {
        Given checked = Given.period("A22", "3家", "A01:SAFETY_CHECK", "3次", "A34", "100%（3/3）");
        assertThat(told(Language.ZH, checked).get(5).text()).isEqualTo("对3家单位开展安全生产检查3次，当地登记的安全隐患已整改100%（3/3）。");
        assertThat(told(Language.ZH, Given.period("A34", "100%（3/3）")).get(5).text())
                .isEmpty();
        assertThat(told(Language.ZH, Given.period("A22", "3家", "A01:SAFETY_CHECK", "3次", "A25", "1", "A34", "3"))
                        .get(5)
                        .text())
                .endsWith("查出的安全隐患已整改1。");
    }

    /** Who checks itself, and who is checked by others, are both told what was found. */
    @Test
    void what_was_found_is_not_said_to_be_found_by_oneself() {
        assertThat(told(
                                Language.ZH,
                                Given.period("A24", "3项", "A24:WORK", "1项", "A24:THOUGHT", "1项", "A24:SAFETY", "1项"))
                        .get(5)
                        .text())
                .isEqualTo("查出需要整改的问题3项，其中思想方面1项、工作方面1项、安全方面1项。");
    }

    @Test
    void a_condition_looks_at_figures_and_at_what_was_told() {
        Given both = Given.period("M05", "214户", "M26", "214张");
        assertThat(told("{id: a, say: all, when: M05 = M26}", both)).isEqualTo("All。");
        assertThat(told("{id: a, say: all, when: not M05 = M26}", both)).isEmpty();
        assertThat(told("{id: a, say: any, when: M18 or M26}", both)).isEqualTo("Any。");
        assertThat(told("{id: a, say: any, when: [M18, M26]}", both)).isEmpty();
        assertThat(told("{id: a, say: '{M18}', when: M18 present}", Given.period("M18", "0次")))
                .isEqualTo("0次。");
    }

    /** Neither bands nor crops, purposes nor sources stand in the outline. */
    @Test
    void tells_each_kind_there_is_by_the_name_it_has() {
        Given other = Given.period(
                "M03", "2户", "M03:股级", "2户", "M03:一般干部", "1户", "A15", "50亩", "A15:核桃", "50亩", "A15:NOTOGINSENG", "9亩");
        assertThat(told(Language.ZH, other).get(1).text()).isEqualTo("按照股级2户、一般干部1户的标准。");
        Prose.Part seven = told(Language.EN, other).get(6);
        assertThat(seven.text()).isEqualTo("Projects planted 50亩 of 核桃, 9亩 of notoginseng.");
        assertThat(seven.runs())
                .filteredOn(run -> run.language() != null)
                .extracting(Report.Run::text)
                .containsExactly("核桃");
        assertThat(seven.runs())
                .filteredOn(run -> run.evidence() != null)
                .extracting(Report.Run::kind)
                .containsExactly("核桃", "NOTOGINSENG");
    }

    @Test
    void both_languages_have_the_same_clauses() {
        assertThat(ids(Language.EN)).isEqualTo(ids(Language.ZH));
        assertThat(ids(Language.ZH).stream().mapToInt(List::size).sum()).isGreaterThan(80);
    }

    private static List<List<String>> ids(Language language) {
        return OUTLINES.of(language).parts().stream()
                .map(part -> part.paragraphs().stream()
                        .flatMap(List::stream)
                        .flatMap(sentence -> sentence.clauses().stream())
                        .map(Outline.Clause::id)
                        .sorted()
                        .toList())
                .toList();
    }
}
