package org.minqing.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.edge.Language;
import org.minqing.events.Money;
import org.minqing.events.Qualifier;
import org.minqing.events.Quantity;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.DonorKind;
import org.minqing.events.fund.FundEvent.Account;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.Entry;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.organisation.OrganisationKind;
import org.minqing.events.project.ProjectEvent.Classification;
import org.minqing.events.project.ProjectEvent.QuantityMeasured;
import org.minqing.events.project.ProjectEvent.Undertaking;
import org.minqing.events.project.ProjectItem;
import org.minqing.query.QueryServer;
import org.minqing.query.QueryServer.Answer;
import org.minqing.query.Village;
import tools.jackson.databind.JsonNode;

class ReportTest {
    private final Village village = new Village(QueryServer.shared());
    private final UUID fund = village.id("fund");

    @BeforeEach
    void a_year_with_gifts_before_and_in_it() {
        village.put("Fund-" + fund, new FundOpened(of(), village.id, Village.LAUNCH));
        gift("before", "1000.00", "2011-12-28");
        gift("in it", "20000.00", "2012-02-01");
    }

    private Account of() {
        return new Account(fund, village.programme, village.office, village.id, "饮水");
    }

    private void gift(String name, String amount, String day) {
        village.put(
                "Fund-" + fund,
                new DonationRecorded(
                        of(),
                        new Entry(village.id(name), null, "T3"),
                        new Donor(DonorKind.CADRE, village.id("zhang"), null),
                        Money.yuan(new BigDecimal(amount)),
                        java.time.LocalDate.parse(day)));
    }

    private JsonNode report() {
        return village.ask("/v1/reports/annual", "2012-12-31", village.head(), "organisation", office(), "year", "2012")
                .json();
    }

    private String office() {
        return village.office.toString();
    }

    private static JsonNode measure(JsonNode report, String id) {
        for (JsonNode measure : report.path("measures")) {
            if (measure.path("id").asString().equals(id)) {
                return measure;
            }
        }
        throw new AssertionError(id);
    }

    private HttpResponse<byte[]> get(String format, String language) throws IOException, InterruptedException {
        URI uri = village.server()
                .uri("/v1/reports/annual?organisation=" + office() + "&year=2012&asOf=2012-12-31&after="
                        + village.head() + "&format=" + format);
        return village.server()
                .send(
                        HttpRequest.newBuilder(uri)
                                .header("Authorization", "Bearer " + QueryServer.office(village.county))
                                .header("Accept-Language", language)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void tells_what_was_given_since_launch_and_in_the_year() {
        JsonNode given = measure(report(), "M09");
        assertThat(given.path("value").decimalValue()).isEqualByComparingTo("21000");
        assertThat(given.path("inPeriod").path("value").decimalValue()).isEqualByComparingTo("20000");
        assertThat(report().path("sections").toString())
                .contains(
                        "Cadres gave 20,000 yuan for drinking water.",
                        "Since the programme began: cadres gave 21,000 yuan for drinking water.");
    }

    @Test
    void every_figure_leads_to_evidence_that_gives_its_value() {
        for (JsonNode measure : report().path("measures")) {
            for (JsonNode figure : java.util.List.of(measure, measure.path("inPeriod"))) {
                if (figure.isMissingNode()) {
                    continue;
                }
                JsonNode evidence = village.server()
                        .get(
                                QueryServer.office(village.county),
                                figure.path("evidence").asString(),
                                "zh")
                        .json();
                assertThat(evidence.path("value"))
                        .as(measure.path("id").asString())
                        .isEqualTo(figure.path("value"));
            }
        }
    }

    @Test
    void names_what_has_no_evidence_and_what_nobody_wrote() {
        assertThat(report().path("missing").toString())
                .contains("(M18) has no evidence", "is not written yet")
                .doesNotContain("(M09)");
    }

    @Test
    void prints_a_page_with_names_escaped() throws Exception {
        village.put(
                "Organisation-" + village.id("odd"),
                new OrganisationRegistered(
                        new Seat(village.id("odd"), village.county),
                        "<b>办</b>",
                        OrganisationKind.OFFICE,
                        null,
                        Village.LAUNCH));
        URI uri = village.server()
                .uri("/v1/reports/half-year?organisation=" + village.id("odd") + "&year=2012&half=1&after="
                        + village.head());
        HttpResponse<String> page = village.server()
                .send(
                        HttpRequest.newBuilder(uri)
                                .header("Authorization", "Bearer " + QueryServer.office(village.county))
                                .header("Accept", "text/html")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("&lt;b&gt;办&lt;/b&gt;", "2012年上半年工作总结").doesNotContain("<b>办");
    }

    @Test
    void gives_a_document_with_headings_and_a_table_of_plain_numbers() throws Exception {
        HttpResponse<byte[]> answer = get("docx", "zh");
        assertThat(answer.statusCode()).isEqualTo(200);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(answer.body()))) {
            assertThat(document.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .contains("2012年工作总结", "三、走访农户，解决困难", "九、下一步工作思路");
            assertThat(document.getTables().getFirst().getText()).contains("21,000.00 元", "20,000.00 元");
        }
    }

    @Test
    void is_filed_under_its_name() throws Exception {
        assertThat(URLDecoder.decode(
                        get("docx", "zh")
                                .headers()
                                .firstValue("Content-Disposition")
                                .orElseThrow(),
                        StandardCharsets.UTF_8))
                .contains("2012年工作总结（草稿）.docx");
    }

    @Test
    void lays_the_document_out_as_official_papers_are() throws Exception {
        try (XWPFDocument document =
                new XWPFDocument(new ByteArrayInputStream(get("docx", "zh").body()))) {
            List<String> lines = document.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .toList();
            assertThat(lines)
                    .containsSubsequence(
                            "2012年工作总结",
                            "（2012年1月1日至2012年12月31日）",
                            "市人大办（示例）",
                            "一、加强领导，明确责任",
                            "九、下一步工作思路",
                            "附件：指标一览表（供检查用）",
                            "附件（供检查用）",
                            "指标一览表",
                            "未写入正文的事项",
                            "数据出处");
            XWPFTable table = document.getTables().getFirst();
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRows()).allMatch(row -> row.isCantSplitRow());
            assertThat(table.getRows())
                    .allSatisfy(row -> assertThat(row.getTableCells().stream()
                                    .mapToInt(XWPFTableCell::getWidth)
                                    .sum())
                            .as("between the margins")
                            .isEqualTo(11906 - 1588 - 1474));
            assertThat(document.getFooterList())
                    .hasSize(2)
                    .allSatisfy(foot -> assertThat(foot.getText()).contains("— 1 —"));
            assertThat(document.getProperties().getCoreProperties().getTitle()).isEqualTo("2012年工作总结");
            assertThat(document.getParagraphs())
                    .as("the last text goes with the annex named")
                    .filteredOn(XWPFParagraph::isKeepNext)
                    .extracting(XWPFParagraph::getText)
                    .containsExactly("本部分尚未撰写。");
        }
    }

    /** As it is read. */
    private String page(String language) throws Exception {
        return new String(get("html", language).body(), StandardCharsets.UTF_8).replaceAll("</?(a|span)[^>]*>", "");
    }

    @Test
    void speaks_chinese_with_large_sums_in_ten_thousands() throws Exception {
        assertThat(page("zh")).contains("2012年工作总结", "干部职工为饮水捐款2万元。", "活动开展以来，干部职工为饮水捐款2.1万元。", "（M18）没有依据", "尚未撰写");
    }

    /** Nobody reads a half of a year as the whole. */
    @Test
    void says_where_the_period_is_not_over_yet() {
        assertThat(ask("annual?year=2012&asOf=2012-03-05", "zh")
                        .json()
                        .path("notes")
                        .toString())
                .contains("注：本期未满，数字截至2012年3月5日。");
        assertThat(ask("annual?year=2012&asOf=2012-12-31", "zh")
                        .json()
                        .path("notes")
                        .toString())
                .doesNotContain("未满");
    }

    @Test
    void speaks_english() throws Exception {
        assertThat(page("en"))
                .contains("Annual report 2012", "Cadres gave 20,000 yuan for drinking water", "is not written yet");
    }

    private QuantityMeasured road(String unit) {
        return new QuantityMeasured(
                new Undertaking(village.id("road"), village.programme, village.office, village.id),
                new Classification(null, "T3"),
                village.id("surface"),
                ProjectItem.ROAD_SURFACE,
                null,
                new Quantity(new BigDecimal("14000"), unit, Qualifier.EXACT, null),
                null,
                Village.day("10-01"));
    }

    @Test
    void a_corrected_quantity_is_told_as_it_is_now_with_a_note_and_as_it_was_to_who_knows_no_better() throws Exception {
        var measured = village.put("Project-" + village.id("road"), road("m3"));
        long before = village.head();
        village.corrects(measured, road("m3"), road("m2"));
        LocalDate corrected = village.server().log.log().clock().today();
        assertThat(page("zh"))
                .contains("硬化村组道路14000平方米")
                .contains("注：「硬化村组道路」原记14000立方米，" + Language.ZH.day(corrected) + "更正为14000平方米。");
        JsonNode then = village.ask(
                        "/v1/reports/annual", "2012-12-31", before, "organisation", office(), "year", "2012")
                .json();
        assertThat(measure(then, "M25").path("unit").asString()).isEqualTo("m3");
        assertThat(then.path("notes").toString()).doesNotContain("M25", "硬化村组道路", "village road");
    }

    @Test
    void says_where_it_stands_and_that_it_has_no_number_yet() {
        JsonNode report = report();
        assertThat(report.path("footer").path("divisionName").asString()).isEqualTo("沾益县");
        assertThat(report.path("footer").path("position").asLong()).isEqualTo(village.head());
        assertThat(report.path("footer").path("text").asString())
                .contains("沾益县", "2012-12-31", String.valueOf(village.head()));
        assertThat(report.path("organisation").asString()).isEqualTo("市人大办（示例）");
        assertThat(report.path("number").isNull()).isTrue();
    }

    private Answer ask(String path, String language) {
        return village.server()
                .get(
                        QueryServer.office(village.county),
                        "/v1/reports/" + path + "&organisation=" + office() + "&after=" + village.head(),
                        language);
    }

    @ParameterizedTest
    @CsvSource({
        "annual?year=2013&asOf=2012-01-31, Annual report 2013, 31 January 2012, Annual report 2012",
        "half-year?year=2012&half=2&asOf=2012-01-31, Report on the second half of 2012, 31 January 2012, Report on the first half of 2012",
        "half-year?year=2012&half=1&asOf=2011-12-31, Report on the first half of 2012, 31 December 2011, Report on the second half of 2011"
    })
    void refuses_a_period_not_begun_and_names_the_last_there_is(String path, String asked, String day, String last) {
        Answer answer = ask(path, "en");
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().path("code").asString()).isEqualTo("period-not-begun");
        assertThat(answer.json().path("detail").asString())
                .isEqualTo("The period of \"" + asked + "\" has not begun on " + day + ". The last there is: " + last
                        + ".");
        assertThat(ask(path, "zh").json().path("detail").asString()).contains("年工作总结”的报告期", "尚未开始");
    }

    @Test
    void refuses_a_year_to_come_whatever_day_is_asked_for() {
        Answer answer = ask("annual?year=3000", "en");
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().path("code").asString()).isEqualTo("period-not-begun");
        Answer then = ask("annual?year=3000&asOf=3000-12-31", "en");
        assertThat(then.status()).as(then.body()).isEqualTo(422);
        assertThat(then.json().path("code").asString()).isEqualTo("day-ahead");
    }

    @Test
    void tells_of_a_period_that_begins_on_the_day() {
        Answer begun = ask("half-year?year=2012&half=1&asOf=2012-01-01", "en");
        assertThat(begun.status()).isEqualTo(200);
        assertThat(begun.json().path("notes").toString()).contains("up to 1 January 2012");
    }

    @Test
    void refuses_an_accept_header_that_cannot_be_read() throws Exception {
        URI uri = village.server().uri("/v1/reports/annual?organisation=" + office() + "&year=2012");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .header("Authorization", "Bearer " + QueryServer.office(village.county))
                                .header("Accept", "no media type")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 406);
    }
}
