package org.minqing.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.events.Money;
import org.minqing.events.document.DocumentEvent;
import org.minqing.events.document.DocumentEvent.DocumentHandedIn;
import org.minqing.events.document.DocumentEvent.DocumentRequired;
import org.minqing.events.document.DocumentKind;
import org.minqing.events.document.Duty;
import org.minqing.events.document.OwedBy;
import org.minqing.events.document.Period;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.DonorKind;
import org.minqing.events.fund.FundEvent.Account;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.Entry;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.organisation.OrganisationKind;
import org.minqing.events.programme.ProgrammeEvent.VisitRoundOpened;
import org.minqing.events.programme.RoundKind;
import org.minqing.query.QueryServer;
import org.minqing.query.Village;
import tools.jackson.databind.JsonNode;

/** Every report there can be, from the programme's first year to today: what it says is what stands behind it, in every form. */
class ReportWalkTest {
    private static final String TODAY = "2026-11-30";
    /** From here on nothing is recorded any more. */
    private static final int QUIET = 2017;

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(\\.\\d+)?");
    private static final Pattern RATIO = Pattern.compile("\\((\\d+) of (\\d+)\\)|（(\\d+)/(\\d+)）");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]*)\">([^<]*)</a>");

    private static QueryServer server;
    private static Village village;
    private static UUID township;
    private static UUID idle;
    private static final Map<String, JsonNode> ANSWERS = new HashMap<>();

    /** Rounds, gifts and papers in 2012 and 2013; then nothing for thirteen years. */
    @BeforeAll
    static void fourteen_years() {
        server = new QueryServer();
        village = new Village(server);
        township = village.id("township");
        idle = village.id("idle");
        organisation(township, village.county + "202", "播乐乡（示例）");
        organisation(idle, village.county, "县志办（示例）");
        round("first", "2012-02-10");
        round("second", "2012-09-10");
        round("third", "2013-03-01");
        gifts(
                village.office,
                "office",
                Map.of("2011-12-28", "1000.00", "2012-03-01", "20000.00", "2013-05-02", "700.50"));
        gifts(township, "township", Map.of("2012-08-01", "12345.67", "2014-01-02", "30000.00"));
        for (int i = 0; i < 5; i++) {
            paper("of 2012, " + i, "2012-06-01", "2012-12-31", i < 3 ? "2013-01-05" : "2012-07-01");
        }
        paper("of 2013", "2012-06-01", "2013-07-31", "2013-07-01");
        Deeds.in(village, 2015);
        village.side.on(
                TODAY,
                "Programme-" + village.programme,
                new VisitRoundOpened(
                        village.sphere(),
                        village.id("dispersed"),
                        RoundKind.DISPERSED,
                        "分散走访",
                        LocalDate.parse("2014-01-01")));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static void organisation(UUID id, String seat, String name) {
        village.put(
                "Organisation-" + id,
                new OrganisationRegistered(new Seat(id, seat), name, OrganisationKind.OFFICE, null, Village.LAUNCH));
    }

    private static void round(String name, String day) {
        village.put(
                "Programme-" + village.programme,
                new VisitRoundOpened(
                        village.sphere(), village.id(name), RoundKind.COLLECTIVE, name, LocalDate.parse(day)));
    }

    private static void gifts(UUID organisation, String name, Map<String, String> amounts) {
        UUID fund = village.id("fund of " + name);
        Account of = new Account(fund, village.programme, organisation, village.id, "饮水");
        village.put("Fund-" + fund, new FundOpened(of, village.id, Village.LAUNCH));
        amounts.forEach((day, amount) -> village.put(
                "Fund-" + fund,
                new DonationRecorded(
                        of,
                        new Entry(village.id(name + day), null, "T3"),
                        new Donor(DonorKind.CADRE, village.id("zhang"), null),
                        Money.yuan(new BigDecimal(amount)),
                        LocalDate.parse(day))));
    }

    private static void paper(String name, String owed, String due, String handedIn) {
        Duty duty = new Duty(
                DocumentKind.WORK_PLAN,
                OwedBy.LEADERSHIP_TEAM,
                null,
                null,
                "T4",
                new Period("2012", Village.LAUNCH, LocalDate.parse("2013-12-31")),
                LocalDate.parse(due));
        DocumentEvent.Place of =
                new DocumentEvent.Place(village.id(name), village.programme, village.office, village.county);
        village.put("Document-" + village.id(name), new DocumentRequired(of, duty, LocalDate.parse(owed)));
        village.put(
                "Document-" + village.id(name), new DocumentHandedIn(of, duty, "计划", null, LocalDate.parse(handedIn)));
    }

    // ------------------------------------------------------------------ the examples

    private static String text(String path, String language) throws Exception {
        StringBuilder text = new StringBuilder();
        ask(path + "&organisation=" + village.office, language)
                .path("sections")
                .forEach(section -> text.append(section.path("text").asString()).append('\n'));
        return text.toString();
    }

    @Test
    void the_year_after_tells_its_own_rounds_and_money_and_the_rest_as_since_launch() throws Exception {
        String zh = text("/v1/reports/annual?year=2013", "zh");
        assertThat(zh).contains("于2013年3月1日开展集中走访1轮。\n干部职工为饮水捐款700.5元。\n活动开展以来，开展集中走访3轮，干部职工为饮水捐款21700.5元。");
        assertThat(text("/v1/reports/annual?year=2013", "en"))
                .contains(
                        "1 round of collective visits was made, begun on 1 March 2013.\nCadres gave 700.5 yuan for drinking water."
                                + "\nSince the programme began: 3 rounds of collective visits and cadres gave 21,700.5 yuan for drinking"
                                + " water.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"annual?year=2026", "half-year?year=2020&half=2"})
    void a_year_in_which_nothing_happened_tells_nothing_as_its_own(String path) throws Exception {
        String third = ask("/v1/reports/" + path + "&organisation=" + village.office, "zh")
                .path("sections")
                .path(2)
                .path("text")
                .asString();
        assertThat(third)
                .isEqualTo("活动开展以来，开展集中走访3轮，走访农户3户次，与群众交谈9人次，与乡村干部座谈1次，反映困难的有2个村民小组，针对群众反映立项2个，"
                        + "干部职工为饮水捐款21700.5元，单位为助学筹款8000元，安排助学资金5000元，项目受益农户105户，受益群众350人。");
    }

    /** Its bands, tasks, purposes, crops and campaigns stand in the programme's settings and in what was recorded, nowhere else. */
    @Test
    void tells_of_another_programme_what_is_its_own() throws Exception {
        String zh = text("/v1/reports/annual?year=2015", "zh");
        assertThat(zh)
                .contains("市人大办（示例）开展「四群」教育活动，围绕访贫问苦、兴业2项任务推进各项工作。")
                .contains("2015年3月1日成立扶贫工作组，下设办公室1个，召开动员会1次")
                .contains("按照股级2户/人、一般干部1户/人的标准，1名干部参加联系，结对联系农户1户。")
                .contains("联系点设在沾益县播乐乡水田村，水田村列为重点村，共联系1个村。名册内1户农户都有干部联系")
                .contains("走访农户1户次，分散走访1户次，慰问走访1户次，合计走访3户次，参加走访的干部3人次。入户与群众面对面交谈9人次")
                .contains("反映困难的有2个村民小组；针对群众反映立项2个，单位为助学筹款8000元，安排助学资金5000元，项目受益农户105户，受益群众350人。")
                .contains("有1人在水田村1个村担任新农村建设指导员，兼任宣传员1名，为1名指导员落实补助或保险。")
                .contains("指导员累计驻村20天，考核指导员1名，其中优秀1名。")
                .contains("收集意见建议2条，办结答复诉求和意见建议3条。")
                .contains("项目投资9万元，其中其他资金9万元，另完成路灯30套，竣工验收项目1个。")
                .contains("组织集中学习1次、分散学习1次、自学1次")
                .contains("查出需要整改的问题3项，其中作风方面2项、安全方面1项，学习中查找的差距和不足已整改0%（0/1）。")
                .contains("结合开展清洁家园活动1次，对1家单位开展安全生产检查1次，查出的安全隐患已整改100%（1/1）。")
                .contains("通过项目种植核桃50亩。走访慰问困难农户1户。");
        String en = text("/v1/reports/annual?year=2015", "en");
        assertThat(en)
                .contains("worked on its 2 tasks (visit the poor, 兴业).")
                .contains("扶贫工作组 was established on 1 March 2015; 1 office serves the leading groups.")
                .contains("The quota is 2 households per cadre for 股级, 1 household per cadre for 一般干部.")
                .contains("1 cadre links households and 1 household is linked with a cadre.")
                .contains("Units contributed 8,000 yuan for 助学 and 5,000 yuan was allocated for 助学.")
                .contains("1 cadre is posted as a village instructor to 1 village (水田村).")
                .contains("rojects planted 50 mu of 核桃.");
    }

    /** The beneficiaries of two projects may be the same people. */
    @Test
    void says_where_households_of_two_projects_are_added() throws Exception {
        JsonNode report = ask("/v1/reports/annual?year=2015&organisation=" + village.office, "zh");
        String note = "注：「受益农户」由2条记录的数字相加，同一农户、同一人可能在其中计算多次。";
        String evidence = measure(report, "M12").path("evidence").asString();
        assertThat(report.path("notes")
                        .valueStream()
                        .filter(n -> n.path("text").asString().equals(note)))
                .singleElement()
                .satisfies(n -> assertThat(n.path("runs").path(1).path("text").asString())
                        .isEqualTo("受益农户"))
                .satisfies(
                        n -> assertThat(n.path("runs").path(1).path("evidence").asString())
                                .isEqualTo(evidence));
        assertThat(report.path("notes").toString()).contains("「受益群众」由2条记录");
        String figure = evidence.replace("/evidence", "");
        assertThat(ask(figure, "zh").path("mayOverlap").path("reports").asInt()).isEqualTo(2);
        assertThat(ask(figure.replaceFirst("M12", "M09"), "zh").has("mayOverlap"))
                .isFalse();
        JsonNode before = ask("/v1/reports/annual?year=2014&organisation=" + village.office, "zh");
        assertThat(before.path("notes").toString()).doesNotContain("受益农户");
    }

    @Test
    void the_years_add_up() throws Exception {
        BigDecimal sum = BigDecimal.ZERO;
        for (int year = 2011; year <= 2026; year++) {
            JsonNode report = ask("/v1/reports/annual?year=" + year + "&organisation=" + village.office, "en");
            JsonNode given = measure(report, "M09");
            sum = sum.add(given.path("inPeriod").path("value").decimalValue());
            assertThat(given.path("value").decimalValue()).as("%d", year).isEqualByComparingTo(sum);
        }
        assertThat(sum).isEqualByComparingTo("21700.50");
    }

    /** Three papers owed in 2012 were handed in in 2013, in which one more, required in 2012, was due: that is no 400 %. */
    @ParameterizedTest
    @CsvSource({"2012, 5, 2", "2013, 1, 1"})
    void a_ratio_is_of_one_set(int year, int owed, int done) throws Exception {
        JsonNode papers =
                measure(ask("/v1/reports/annual?year=" + year + "&organisation=" + village.office, "zh"), "M28");
        assertThat(papers.path("denominator").asInt()).isEqualTo(owed);
        assertThat(papers.path("numerator").asInt()).isEqualTo(done);
    }

    @Test
    void a_ratio_without_a_denominator_leaves_its_sentence_out_and_is_named_below() throws Exception {
        JsonNode report = ask("/v1/reports/annual?year=2014&organisation=" + village.office, "zh");
        assertThat(report.path("sections").toString()).doesNotContain("应交材料");
        assertThat(report.path("missing").toString()).contains("「应交材料上交率」（M28）没有依据");
        report.path("table")
                .forEach(row -> assertThat(row.toString()).doesNotContain("\"total\":\"\",\"inPeriod\":\"\""));
    }

    private static JsonNode measure(JsonNode report, String id) {
        for (JsonNode measure : report.path("measures")) {
            if (measure.path("id").asString().equals(id)) {
                return measure;
            }
        }
        throw new AssertionError(id);
    }

    // ------------------------------------------------------------------ the walk

    @ParameterizedTest
    @ValueSource(strings = {"office", "township", "idle"})
    void every_number_of_every_report_is_the_figure_behind_its_own_link(String whose) throws Exception {
        UUID organisation = village.id(whose);
        int numbers = 0;
        for (int year : years(whose)) {
            for (String path :
                    List.of("annual?year=" + year, "half-year?half=1&year=" + year, "half-year?half=2&year=" + year)) {
                // years in which nothing happens are alike: each is looked at in one language, and the next in the
                // other
                List<String> languages = year < QUIET && !whose.equals("idle")
                        ? List.of("zh", "en")
                        : List.of(year % 2 == 0 ? "zh" : "en");
                for (String language : languages) {
                    boolean page = language.equals("zh") == (year % 4 < 2);
                    numbers += walk("/v1/reports/" + path + "&organisation=" + organisation, language, page);
                }
            }
        }
        assertThat(numbers).isGreaterThan(whose.equals("idle") ? -1 : 60);
    }

    /** All; of the quiet years, which differ in their number alone, those who are not the office have the first two and the last. */
    private static int[] years(String whose) {
        return IntStream.rangeClosed(2011, 2026)
                .filter(year -> whose.equals("office") || year <= QUIET + 1 || year == 2026)
                .toArray();
    }

    /** How many numbers it tells. The page is looked at in one language and the document in the other, and next year the other way. */
    private static int walk(String path, String language, boolean page) throws Exception {
        JsonNode report = ask(path, language);
        List<String> told = new ArrayList<>();
        for (JsonNode section : report.path("sections")) {
            if (!section.path("computed").asBoolean()) {
                continue;
            }
            StringBuilder text = new StringBuilder();
            String sentence = "";
            for (JsonNode run : section.path("runs")) {
                String piece = run.path("text").asString();
                text.append(piece);
                whole(run, language, path);
                sentence = begun(sentence) + piece;
                assertThat(piece).as(path).isNotEmpty();
                if (run.path("evidence").isNull()) {
                    if (run.path("language").isNull()) {
                        assertThat(piece)
                                .as("a number without a link in %s", path)
                                .doesNotContainPattern("\\d");
                    }
                } else {
                    String evidence = run.path("evidence").asString();
                    boolean cumulative = sentence.contains("活动开展以来") || sentence.contains("Since the programme began");
                    window(report, evidence, cumulative, path);
                    printed(piece, figure(evidence), path + " " + text);
                    told.add(piece + " /evidence" + evidence.replaceFirst("^/v1/figures/evidence", ""));
                }
            }
            assertThat(text).as(path).hasToString(section.path("text").asString());
            assertThat(text.toString())
                    .as("a hole in %s", path)
                    .doesNotContain("  ", "()", "（）", "{", "}", ",,", "，，", "，。", ", .", ": .", " ,");
        }
        int numbers = told.size();
        report.path("notes").forEach(note -> noted(note, language, path, told));
        assertThat(page ? linksOfPage(path, language) : linksOfDocument(path, language))
                .as(path)
                .isEqualTo(told);
        return numbers;
    }

    /** What has been said of a sentence that is not at its end. */
    private static String begun(String text) {
        int end = Math.max(text.lastIndexOf('。'), text.lastIndexOf('\n'));
        int english = text.lastIndexOf(". ");
        return text.substring(Math.max(end + 1, english < 0 ? 0 : english + 2));
    }

    /** Its links are words, never a measure's id. */
    private static void noted(JsonNode note, String language, String path, List<String> told) {
        assertThat(note.path("text").asString()).as(path).doesNotContainPattern("[AM]\\d\\d|DQ\\d\\d|\\[\\[|]]");
        for (JsonNode run : note.path("runs")) {
            whole(run, language, path);
            String evidence = run.path("evidence").asString("");
            if (!evidence.isEmpty()) {
                told.add(run.path("text").asString() + " " + evidence.replaceFirst("^/v1/figures", ""));
            }
        }
    }

    /** Chinese stands in English in names alone, and these say that they are Chinese. */
    private static void whole(JsonNode run, String language, String path) {
        String piece = run.path("text").asString();
        boolean name = run.path("language").asString("").equals("zh");
        if (language.equals("en")) {
            assertThat(HAN.matcher(piece).find()).as("%s: %s", path, piece).isEqualTo(name);
        }
        assertThat(name && !run.path("evidence").isNull()).as(path).isFalse();
    }

    /** A flow without words that say otherwise is of the period's days. */
    private static void window(JsonNode report, String evidence, boolean cumulative, String path) {
        JsonNode period = report.path("period");
        assertThat(evidence).as(path).contains("to=" + period.path("to").asString());
        JsonNode measure = measure(report, evidence.replaceFirst(".*measure=(\\w+).*", "$1"));
        if (cumulative) {
            assertThat(evidence).as(path).doesNotContain("from=");
            assertThat(measure.path("window").asString()).isEqualTo("SINCE_LAUNCH");
        } else if (measure.has("inPeriod")) {
            assertThat(evidence).as(path).contains("from=" + period.path("from").asString());
        }
    }

    private static JsonNode figure(String evidence) throws Exception {
        JsonNode known = ANSWERS.get(evidence);
        if (known == null) {
            known = ask(evidence, "en");
            ANSWERS.put(evidence, known);
        }
        return known;
    }

    private static void printed(String piece, JsonNode figure, String where) {
        String value = figure.path("value").asString();
        assertThat(value).as(where).isNotEqualTo("null");
        if (value.matches("\\d{4}-\\d\\d-\\d\\d")) {
            assertThat(piece).as(where).contains(value.substring(0, 4));
            return;
        }
        Matcher ratio = RATIO.matcher(piece);
        if (ratio.find()) {
            boolean english = ratio.group(1) != null;
            BigDecimal done = new BigDecimal(ratio.group(english ? 1 : 3));
            BigDecimal owed = new BigDecimal(ratio.group(english ? 2 : 4));
            assertThat(done.subtract(new BigDecimal(value).multiply(owed)).abs())
                    .as(where)
                    .isLessThan(new BigDecimal("0.01"));
            assertThat(done).as(where).isLessThanOrEqualTo(owed);
            return;
        }
        Matcher number = NUMBER.matcher(piece);
        assertThat(number.find()).as(where).isTrue();
        BigDecimal shown = new BigDecimal(number.group().replace(",", ""));
        BigDecimal told = piece.contains("万") ? shown.movePointRight(4) : shown;
        BigDecimal exact = new BigDecimal(value);
        if (piece.contains("余") || piece.contains("more than") || piece.contains("over")) {
            BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(told.precision() - told.scale() - 1);
            assertThat(exact).as(where).isBetween(told, told.add(step));
        } else {
            assertThat(told).as(where).isEqualByComparingTo(exact);
        }
    }

    private static List<String> linksOfPage(String path, String language) throws Exception {
        String page = new String(bytes(path + "&format=html", language), StandardCharsets.UTF_8);
        List<String> links = new ArrayList<>();
        Matcher link = LINK.matcher(page);
        while (link.find()) {
            // a page kept on a disk still leads to the evidence
            assertThat(link.group(1)).startsWith(server.uri("/evidence").toString());
            links.add(link.group(2).replace("&#39;", "'") + " "
                    + link.group(1)
                            .substring(server.uri("").toString().length())
                            .replace("&amp;", "&"));
        }
        return links;
    }

    private static List<String> linksOfDocument(String path, String language) throws Exception {
        List<String> links = new ArrayList<>();
        try (XWPFDocument document =
                new XWPFDocument(new ByteArrayInputStream(bytes(path + "&format=docx", language)))) {
            document.getParagraphs()
                    .forEach(paragraph -> paragraph.getRuns().forEach(run -> {
                        if (run instanceof XWPFHyperlinkRun link) {
                            String url = link.getHyperlink(document).getURL();
                            assertThat(url).startsWith(server.uri("/").toString());
                            links.add(link.text() + " "
                                    + url.substring(server.uri("").toString().length()));
                        }
                    }));
        }
        return links;
    }

    private static JsonNode ask(String path, String language) throws Exception {
        QueryServer.Answer answer = server.get(
                QueryServer.office(village.county),
                path + (path.contains("asOf=") || path.contains("knownAt=") ? "" : "&knownAt=" + village.head()),
                language);
        assertThat(answer.status()).as(path + answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static byte[] bytes(String path, String language) throws Exception {
        HttpResponse<byte[]> answer = server.send(
                HttpRequest.newBuilder(server.uri(path + "&knownAt=" + village.head()))
                        .header("Authorization", "Bearer " + QueryServer.office(village.county))
                        .header("Accept-Language", language)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
