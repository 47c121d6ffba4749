package org.minqing.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.log.EventTypes;
import org.minqing.query.QueryServer;
import org.minqing.query.pages.RenderedPages.Rendered;

/** What people see of fourteen years, on every kind of page. */
class PagesTest {
    private static final Pattern MACHINES = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-|org\\.minqing|\\?\\?|[Pp]osition\\b|第\\s*[\\d,]+\\s*条|\\b[MA]\\d\\d[A-Za-z]?\\b|\\b[A-Z]+_[A-Z]+\\b"
                    + "|\\b(VISIT|WATER|ROAD|SUM|LEVEL|DISTINCT|EXACT|CADRE|HOUSEHOLD|REGISTERED|ENROLLED)\\b|\\bnull\\b");
    /** Full-width marks; a text that somebody wrote, as an authority, may have them. */
    private static final Pattern WIDE =
            Pattern.compile("[^\\n]*[A-Za-z0-9)][\\x{3001}-\\x{3002}\\x{FF01}-\\x{FF5E}][^\\n]*|[^\\n]*\\*、[^\\n]*");

    private static final Pattern AMOUNT = Pattern.compile("([\\d,.]+)\\s?(?:元|yuan|CNY)");
    private static final Pattern MONEY = Pattern.compile("\\d{1,3}(,\\d{3})*\\.\\d\\d");
    private static final String END = "2025-12-31";

    private static FourteenYears years;
    private static RenderedPages pages;
    private static final Map<String, List<Rendered>> ALL = new HashMap<>();

    @BeforeAll
    static void tell() {
        years = new FourteenYears();
        pages = new RenderedPages(QueryServer.shared(), QueryServer.office(years.village.county));
        years.village.ask("/v1/measures", END, years.village.head());
    }

    private static Rendered board(String asOf, String... more) {
        return pages.get("/?division=" + years.village.id + "&asOf=" + asOf + String.join("", more), "zh");
    }

    // ------------------------------------------------------------------ what stands on a page

    /** Everything that can be reached from the board, a few of each kind. */
    private static List<Rendered> all(String language) {
        return ALL.computeIfAbsent(language, PagesTest::reached);
    }

    private static List<Rendered> reached(String language) {
        Map<String, Integer> seen = new HashMap<>();
        Set<String> asked = new HashSet<>();
        Queue<String> left = new ArrayDeque<>(List.of(
                "/?division=" + years.village.id + "&asOf=" + END,
                "/stories/projects/" + years.village.id("project"),
                "/stories/link-points/" + years.village.id("point"),
                "/stories/households/" + years.household,
                "/stories/cadres/" + years.cadre,
                "/forms/link?division=" + years.village.id,
                "/forms/donation?division=" + years.village.id,
                "/forms/dispute?division=" + years.village.id,
                "/stories/households/" + years.village.id("nobody"),
                "/evidence?measure=M99",
                "/events/999999999",
                "/?asOf=abc",
                "/?division=999999"));
        List<Rendered> all = new java.util.ArrayList<>();
        while (!left.isEmpty()) {
            String address = left.remove();
            String kind = address.replaceAll("[?].*|/[0-9a-f-]{8,}|/\\d+", "")
                    + address.replaceAll(".*measure=(\\w+).*|.*", "$1");
            if (!address.startsWith("/webjars")
                    && !address.contains("lang=")
                    && !address.matches("/[\\w-]+\\.(css|js|svg)")
                    && asked.add(address)
                    && (address.startsWith("/events/") || seen.merge(kind, 1, Integer::sum) <= 3)
                    && asked.size() < 400) {
                Rendered page = pages.get(address, language);
                all.add(page);
                left.addAll(page.links());
            }
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void no_page_shows_what_is_meant_for_machines(String language) {
        Set<String> names = new TreeSet<>();
        EventTypes.scan("org.minqing.events").all().keySet().forEach(type -> {
            names.add(type.substring(type.indexOf('.') + 1));
        });
        List<Rendered> all = all(language);
        assertThat(all).hasSizeGreaterThan(80);
        for (String kind : List.of("/evidence", "/events/", "/stories/", "/forms/", "/?")) {
            assertThat(all).anyMatch(page -> page.address().startsWith(kind) && page.status() == 200);
        }
        assertThat(all).anyMatch(page -> page.status() == 404);
        Set<String> shown = new TreeSet<>();
        for (Rendered page : all) {
            String text = page.text();
            MACHINES.matcher(text).results().forEach(m -> shown.add(page.address() + " " + m.group()));
            names.stream().filter(text::contains).forEach(name -> shown.add(page.address() + " " + name));
        }
        assertThat(shown).isEmpty();
    }

    @Test
    void english_is_written_with_english_signs() {
        Set<String> signs = new TreeSet<>();
        for (Rendered page : all("en")) {
            WIDE.matcher(page.text()).results().forEach(m -> signs.add(page.address() + " " + m.group()));
        }
        assertThat(signs).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void a_title_names_what_the_page_is_about(String language) {
        Map<String, Set<String>> titles = new HashMap<>();
        for (Rendered page : all(language)) {
            if (!page.address().startsWith("/forms/")) {
                String title = page.html().replaceAll("(?s).*<title>([^<]*)</title>.*", "$1");
                assertThat(title).as(page.address()).matches("[\\p{L}\\p{N}].*");
                assertThat(page.count("<h1")).as(page.address()).isEqualTo(1);
                if (page.address().startsWith("/stories/") && page.status() == 200) {
                    titles.computeIfAbsent(page.address().replaceAll("[?].*", ""), a -> new TreeSet<>())
                            .add(title);
                }
            }
        }
        assertThat(titles.values().stream().flatMap(Set::stream).toList())
                .hasSizeGreaterThan(5)
                .doesNotHaveDuplicates()
                .anyMatch(title -> title.contains("李家"));
    }

    @Test
    void whoever_is_told_of_a_problem_sees_who_is_signed_in() {
        assertThat(all("zh").stream()
                        .filter(page -> page.status() >= 400 && !page.address().startsWith("/forms/")))
                .isNotEmpty()
                .allSatisfy(page -> assertThat(page.html()).contains("id=\"user\">office<"));
    }

    @Test
    void a_report_is_offered_to_those_who_may_read_it() {
        assertThat(board(END).html()).contains("id=\"report\"").contains("value=\"" + years.village.office + "\"");
        RenderedPages village = new RenderedPages(QueryServer.shared(), QueryServer.office(years.village.id));
        Rendered theirs = village.get("/?division=" + years.village.id + "&asOf=" + END, "zh");
        assertThat(theirs.status()).isEqualTo(200);
        assertThat(theirs.html()).doesNotContain("id=\"report\"").contains("id=\"M20b\"");
    }

    /** Those of a name alike are numbered: the beginning of an identifier told nobody who they are. */
    @Test
    void no_choice_shows_the_beginning_of_an_identifier() {
        List<Choice> apart = Choice.toldApart(
                List.of(new Choice("0b565c1a", "李**"), new Choice("fb427dcc", "李**"), new Choice("8d44bf41", "孙**")));
        assertThat(apart).extracting(Choice::text).containsExactly("李** (1)", "李** (2)", "孙**");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void money_has_two_decimals_on_every_page(String language) {
        Set<String> amounts = new TreeSet<>();
        for (Rendered page : all(language)) {
            AMOUNT.matcher(page.text().replace("10,000 yuan", "")).results().forEach(m -> amounts.add(m.group(1)));
        }
        assertThat(amounts)
                .contains("1,750,000.00")
                .allMatch(amount -> MONEY.matcher(amount).matches());
    }

    @Test
    void what_happened_is_told_by_its_kind_and_what_it_is_about_by_name() {
        Rendered evidence = pages.get("/evidence?measure=M20b&division=" + years.village.id + "&asOf=2012-01-31", "zh");
        String event = evidence.links().stream()
                .filter(link -> link.startsWith("/events/"))
                .findFirst()
                .orElseThrow();
        Rendered page = pages.get(event, "zh");
        assertThat(page.text()).contains("走访农户").contains("李家 李**").contains("张**");
        assertThat(page.links()).anyMatch(link -> link.startsWith("/stories/households/" + years.household));
        assertThat(page.html())
                .contains("id=\"inspection\"")
                .contains("Visit.VisitRecorded")
                .contains(event.replaceAll("/events/(\\d+).*", "$1"));
        assertThat(pages.get(event, "en").text()).contains("Household visited");
    }

    @Test
    void each_quantity_in_the_evidence_has_its_unit() {
        String text = pages.get("/evidence?measure=M25&division=" + years.village.id + "&asOf=2012-12-31", "zh")
                .text();
        assertThat(text).contains("14,000 平方米").contains("7 立方米").contains("7 立方米、14,000 平方米");
        assertThat(pages.get("/evidence?measure=M22&division=" + years.village.id + "&asOf=2012-12-31", "zh")
                        .text())
                .contains("1,750,000.00 元");
    }

    @Test
    void the_story_of_a_project_tells_each_quantity_in_its_unit() {
        assertThat(pages.get("/stories/projects/" + years.village.id("project"), "zh")
                        .text())
                .contains("14000平方米")
                .contains("7立方米")
                .contains("经过 · 项目");
    }

    // ------------------------------------------------------------------ the board does not grow

    @Test
    void the_board_of_a_late_year_is_no_longer_than_that_of_an_early_one() {
        Rendered early = board("2013-12-31");
        Rendered late = board(END);
        assertThat(late.count("<tr>")).isLessThanOrEqualTo(early.count("<tr>") + 12);
        assertThat(rows(early)).hasSize(24).last().isEqualTo("2013-12");
        assertThat(rows(late)).hasSize(24).first().isEqualTo("2024-01");
        assertThat(late.text()).contains("更早的月份");
        assertThat(early.text()).doesNotContain("更早的月份");
    }

    @Test
    void earlier_months_are_a_link_away() {
        List<String> months = new java.util.ArrayList<>();
        Rendered page = board(END);
        months.addAll(rows(page));
        for (int i = 0; i < 6; i++) {
            String earlier = page.links().stream()
                    .filter(link -> link.contains("months=") && !link.contains("lang="))
                    .findFirst()
                    .orElseThrow();
            assertThat(earlier).contains("asOf=" + END);
            page = pages.get(earlier, "zh");
            months.addAll(0, rows(page));
        }
        assertThat(page.text()).doesNotContain("更早的月份");
        assertThat(months).hasSize(14 * 12).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_month_without_a_visit_is_not_shown() {
        assertThat(rows(board("2012-03-05"))).containsExactly("2012-01", "2012-02");
    }

    @Test
    void funds_beyond_the_largest_are_one_row() {
        Rendered late = board(END);
        assertThat(late.count("/stories/funds/")).isEqualTo(10);
        assertThat(late.text()).contains("更早的其余 4 项").contains("24,500,000.00");
    }

    /** The library is a megabyte. */
    @Test
    void charts_are_loaded_where_a_chart_is() {
        for (Rendered page : all("zh")) {
            assertThat(page.html().contains("echarts"))
                    .as(page.address())
                    .isEqualTo(page.html().contains("class=\"chart\""));
        }
        assertThat(board("2011-12-31").html()).doesNotContain("echarts");
        assertThat(board(END).html()).contains("echarts");
    }

    private static List<String> rows(Rendered page) {
        return Pattern.compile("<th scope=\"row\">(\\d{4}-\\d{2})</th>")
                .matcher(page.html())
                .results()
                .map(m -> m.group(1))
                .toList();
    }
}
