package org.minqing.query.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.events.Ids;
import org.minqing.events.Money;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.DonorKind;
import org.minqing.events.fund.FundEvent.Account;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.Entry;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.organisation.OrganisationKind;
import org.minqing.events.period.PeriodKind;
import org.minqing.events.period.ReportSection;
import org.minqing.events.period.ReportingPeriodEvent.PeriodOpened;
import org.minqing.events.period.ReportingPeriodEvent.Report;
import org.minqing.events.period.ReportingPeriodEvent.Span;
import org.minqing.query.QueryServer;
import org.minqing.query.Village;
import tools.jackson.databind.JsonNode;

/** The paper of a report: a draft until it is approved, then a paper with a head, a number and a signature. */
class ApprovedPaperTest {
    private static final String HALF = "/v1/reports/half-year?year=2012&half=1";
    private static final String YEAR = "/v1/reports/annual?year=2012";

    private final Reports told = new Reports(new Village(QueryServer.shared()));
    private final Village village = told.village;

    @BeforeEach
    void gifts() {
        UUID fund = village.id("fund");
        Account of = new Account(fund, village.programme, village.office, village.id, "饮水");
        village.put("Fund-" + fund, new FundOpened(of, village.id, Village.LAUNCH));
        for (String day : List.of("2012-02-01", "2012-02-10")) {
            village.put(
                    "Fund-" + fund,
                    new DonationRecorded(
                            of,
                            new Entry(village.id("gift of " + day), null, "T3"),
                            new Donor(DonorKind.CADRE, village.id("zhang"), null),
                            Money.yuan(new BigDecimal("10000.00")),
                            java.time.LocalDate.parse(day)));
        }
    }

    private PeriodOpened half() {
        return told.opened(told.name, Village.LAUNCH, Village.day("06-30"), PeriodKind.HALF_YEAR);
    }

    // ------------------------------------------------------------------ asking

    private HttpResponse<byte[]> answer(String path, String language, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(village.server().uri(path))
                .header("Authorization", "Bearer " + QueryServer.office(village.county))
                .header("Accept-Language", language);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return village.server().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] bytes(String path, String format, String language) {
        HttpResponse<byte[]> answer = answer(of(path, format), language);
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return answer.body();
    }

    private String of(String path, String format) {
        return path + (path.contains("organisation=") ? "" : "&organisation=" + village.office)
                + (path.contains("asOf=") ? "" : "&asOf=2012-12-31")
                + (path.contains("knownAt=") ? "" : "&knownAt=" + village.head()) + "&format=" + format;
    }

    private JsonNode json(String path, String language) {
        return tools.jackson.databind.json.JsonMapper.shared().readTree(bytes(path, "json", language));
    }

    private String html(String path, String language) {
        return new String(bytes(path, "html", language), StandardCharsets.UTF_8);
    }

    private Map<String, String> parts(String path, String language) {
        return unzipped(bytes(path, "docx", language));
    }

    private static Map<String, String> unzipped(byte[] file) {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return parts;
    }

    private XWPFDocument document(String path, String language) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(bytes(path, "docx", language)));
    }

    private static String body(Map<String, String> parts) {
        return parts.get("word/document.xml");
    }

    /** The words of every header a page may have. */
    private static List<String> headers(Map<String, String> parts) {
        return parts.entrySet().stream()
                .filter(part -> part.getKey().matches("word/header\\d*\\.xml"))
                .map(Map.Entry::getValue)
                .toList();
    }

    // ------------------------------------------------------------------ drafts and approved papers

    private void isDraft(String path) {
        for (String language : List.of("zh", "en")) {
            String word = language.equals("zh") ? "草稿" : "Draft";
            JsonNode json = json(path, language);
            assertThat(json.path("draft").asString()).isEqualTo(word);
            assertThat(json.path("number").isNull())
                    .as(json.path("number").toString())
                    .isTrue();
            assertThat(json.path("date").isNull())
                    .as(json.path("date").toString())
                    .isTrue();
            String html = html(path, language);
            assertThat(html)
                    .contains("<div class=\"draft\"><span>" + word + "</span></div>")
                    .doesNotContain("class=\"office\"", "class=\"sign\"", "1号", "发文字号", "document number");
            Map<String, String> parts = parts(path, language);
            assertThat(body(parts)).doesNotContain("FF0000", "1号", "发文字号", "document number", "Signature");
            assertThat(headers(parts))
                    .as("odd pages and even ones")
                    .hasSize(2)
                    .allSatisfy(header -> assertThat(header)
                            .contains("PowerPlusWaterMarkObject", "string=\"" + word + "\"", "type=\"#_x0000_t136\""));
        }
    }

    private void isApproved(String path, String number, String day, String zhDay) {
        for (String language : List.of("zh", "en")) {
            String date = language.equals("zh") ? zhDay : day;
            JsonNode json = json(path, language);
            assertThat(json.path("draft").isNull())
                    .as(json.path("draft").toString())
                    .isTrue();
            assertThat(json.path("number").asString()).isEqualTo(number);
            assertThat(json.path("date").asString()).isEqualTo(date);
            assertThat(html(path, language))
                    .contains("class=\"office\"", "class=\"sign\"", number, date)
                    .doesNotContain("class=\"draft\"", "草稿", "Draft");
            Map<String, String> parts = parts(path, language);
            assertThat(body(parts)).contains("\"Office\"", number, date, "\"Signature\"");
            assertThat(parts.get("word/styles.xml")).contains("FF0000");
            assertThat(headers(parts))
                    .allSatisfy(header -> assertThat(header).doesNotContain("草稿", "Draft", "v:shape"));
        }
    }

    @Test
    void a_report_of_no_period_is_a_draft() {
        isDraft(HALF);
        isDraft(YEAR);
        assertThat(json(HALF, "zh").path("status").isNull()).isTrue();
    }

    @Test
    void is_a_draft_until_approved_and_again_once_it_was_sent_back_and_as_then_known() {
        told.put(half());
        isDraft(HALF);
        told.put(told.written(ReportSection.NEXT_STEPS, "修路", "07-01"));
        isDraft(HALF);
        told.put(told.submitted("07-01"));
        isDraft(HALF);
        long submitted = village.head();
        assertThat(json(HALF, "en").path("status").asString()).isEqualTo("SUBMITTED");
        told.put(told.approved("07-02"));
        long approved = village.head();
        isApproved(HALF, "1号", "2 July 2012", "2012年7月2日");
        told.put(told.sentBack("07-03"));
        isDraft(HALF);
        isDraft(HALF + "&knownAt=" + submitted);
        isApproved(HALF + "&knownAt=" + approved, "1号", "2 July 2012", "2012年7月2日");
        told.put(told.submitted("07-04"));
        isDraft(HALF);
        told.put(told.approved("07-05"));
        isApproved(HALF, "1号", "5 July 2012", "2012年7月5日");
        told.put(told.sealed(village.head(), "07-06"));
        isApproved(HALF, "1号", "5 July 2012", "2012年7月5日");
        told.put(told.amended("单位有误", "07-07"));
        isApproved(HALF, "1号", "5 July 2012", "2012年7月5日");
        assertThat(json(HALF, "zh").path("status").asString()).isEqualTo("AMENDED");
        assertThat(json(HALF, "zh").path("notes").toString()).contains("2012年7月7日", "单位有误");
        isDraft(YEAR);
    }

    /** What was approved told all of its days. */
    @Test
    void a_view_of_the_middle_of_the_period_is_no_paper_that_was_approved() {
        told.put(half());
        told.put(told.submitted("07-01"));
        told.put(told.approved("07-02"));
        isDraft(HALF + "&asOf=2012-03-05");
        isApproved(HALF + "&asOf=2012-06-30", "1号", "2 July 2012", "2012年7月2日");
    }

    @Test
    void an_approval_without_a_number_prints_none() {
        told.put(half());
        told.put(told.submitted("07-01"));
        told.put(new org.minqing.events.period.ReportingPeriodEvent.ReportApproved(
                half().of(), null, Village.day("07-02")));
        assertThat(json(HALF, "zh").path("number").isNull()).isTrue();
        assertThat(html(HALF, "zh")).contains("class=\"office\"").doesNotContain("发文字号", "null");
        assertThat(body(parts(HALF, "zh"))).contains("\"Office\"").doesNotContain("发文字号");
    }

    private PeriodOpened other(UUID programme, UUID organisation, String name, PeriodKind kind) {
        Report of =
                new Report(Ids.reportingPeriod(programme, organisation, name), programme, organisation, village.county);
        return new PeriodOpened(of, new Span(name, Village.LAUNCH, Village.day("06-30"), kind), Village.day("01-05"));
    }

    private void approve(PeriodOpened period) {
        told.put(new org.minqing.events.period.ReportingPeriodEvent.ReportSubmitted(
                period.of(), null, null, Village.day("07-01")));
        told.put(new org.minqing.events.period.ReportingPeriodEvent.ReportApproved(
                period.of(), "别号", Village.day("07-02")));
    }

    @Test
    void no_other_kind_organisation_or_programme_lends_its_approval() {
        // of the same days, and opened before
        PeriodOpened annual = other(village.programme, village.office, "长", PeriodKind.ANNUAL);
        told.put(annual);
        approve(annual);
        UUID neighbour = village.id("neighbour");
        village.put(
                "Organisation-" + neighbour,
                new OrganisationRegistered(
                        new Seat(neighbour, village.county), "县志办（示例）", OrganisationKind.OFFICE, null, Village.LAUNCH));
        PeriodOpened theirs = other(village.programme, neighbour, told.name, PeriodKind.HALF_YEAR);
        told.put(theirs);
        approve(theirs);
        PeriodOpened elsewhere = other(village.id("other programme"), village.office, told.name, PeriodKind.HALF_YEAR);
        told.put(elsewhere);
        approve(elsewhere);
        told.put(half());
        told.put(told.written(ReportSection.NEXT_STEPS, "只写在这里", "07-01"));
        String own = HALF + "&programme=" + village.programme;
        isDraft(own);
        assertThat(json(own, "zh").path("sections").toString()).contains("只写在这里");
        assertThat(json(HALF + "&programme=" + village.id("other programme"), "zh")
                        .path("sections")
                        .toString())
                .doesNotContain("只写在这里");
        // the paper of neither programme
        isDraft(HALF);
        assertThat(json(HALF + "&organisation=" + neighbour, "zh")
                        .path("number")
                        .asString())
                .isEqualTo("别号");
    }

    /** The figures under a number are those of the programme it was given in. */
    @Test
    void a_report_of_a_period_counts_its_programme_alone() {
        told.put(half());
        told.put(told.submitted("07-01"));
        told.put(told.approved("07-02"));
        json(HALF, "en")
                .path("measures")
                .forEach(measure ->
                        assertThat(measure.path("evidence").asString()).contains("programme=" + village.programme));
    }

    /** Who reads English is told what is Chinese, by the browser's voice too. */
    @Test
    void what_is_chinese_in_an_english_paper_is_marked_as_such() throws Exception {
        sealed();
        String html = html(HALF, "en").replaceAll("(?s)<(style|title)>.*?</\\1>", "");
        assertThat(html)
                .contains("<p class=\"office\"><span lang=\"zh\">市人大办（示例）</span></p>")
                .contains("<span lang=\"zh\">市委（示例）</span>:")
                .contains("Copies: <span lang=\"zh\">市人大（示例）</span>.");
        assertThat(html.replaceAll("<span lang=\"zh\">[^<]*</span>", "")).doesNotContainPattern("\\p{IsHan}");
        assertThat(html(HALF, "zh")).contains("<p class=\"office\">市人大办（示例）</p>");
        try (XWPFDocument document = document(HALF, "en")) {
            document.getParagraphs().stream()
                    .flatMap(paragraph -> paragraph.getRuns().stream())
                    .filter(run -> run.text().matches("(?s).*\\p{IsHan}.*"))
                    .forEach(run -> {
                        assertThat(run.getCTR().getRPr().getLangArray(0).getVal())
                                .as(run.text())
                                .isEqualTo("zh-CN");
                        assertThat(run.text()).doesNotContainPattern("[A-Za-z]{3}");
                    });
        }
    }

    private byte[] seenBy(String token, String format) throws Exception {
        HttpResponse<byte[]> answer = village.server()
                .send(
                        HttpRequest.newBuilder(village.server().uri(of(HALF, format)))
                                .header("Authorization", "Bearer " + token)
                                .header("Accept-Language", "zh")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** Under one number stands one set of figures, which is that of the seal, whoever asks. */
    @Test
    void everybody_who_may_see_a_paper_sees_the_same_figures() throws Exception {
        UUID far = village.id("far fund");
        Account elsewhere = new Account(far, village.programme, village.office, "5399", "饮水");
        village.put("Fund-" + far, new FundOpened(elsewhere, "5399", Village.LAUNCH));
        village.put(
                "Fund-" + far,
                new DonationRecorded(
                        elsewhere,
                        new Entry(village.id("far gift"), null, "T3"),
                        new Donor(DonorKind.CADRE, village.id("zhang"), null),
                        Money.yuan(new BigDecimal("300.00")),
                        Village.day("03-01")));
        told.put(half());
        told.put(told.submitted("07-01"));
        told.put(told.approved("07-02"));
        told.put(told.sealed(village.head(), "07-06"));
        String office = QueryServer.office(village.county);
        String above = QueryServer.office("53");
        String own = QueryServer.token("office", village.county, Map.of("organisation", village.office.toString()));
        for (String format : List.of("json", "html", "docx")) {
            byte[] seen = seenBy(office, format);
            assertThat(seenBy(above, format)).as(format).isEqualTo(seen);
            assertThat(seenBy(own, format)).as(format).isEqualTo(seen);
        }
        assertThat(new String(seenBy(above, "json"), StandardCharsets.UTF_8))
                .contains("捐款2万元")
                .contains("\"changes\":[]");
    }

    // ------------------------------------------------------------------ what goes out and what is inspected

    /** A sealed paper of which a gift was corrected since. */
    private void sealed() {
        told.put(half());
        told.put(told.submitted("07-01"));
        told.put(told.approved("07-02"));
        told.put(told.sealed(village.head(), "07-06"));
        DonationRecorded gift = gift("20000.00");
        var given = village.put("Fund-" + village.id("fund"), gift);
        village.corrects(given, gift, gift("30000.00"));
    }

    private DonationRecorded gift(String amount) {
        return new DonationRecorded(
                new Account(village.id("fund"), village.programme, village.office, village.id, "饮水"),
                new Entry(village.id("late gift"), null, "T3"),
                new Donor(DonorKind.CADRE, village.id("zhang"), null),
                Money.yuan(new BigDecimal(amount)),
                Village.day("03-01"));
    }

    private static String visible(String html) {
        return html.replaceAll("(?s)<(style|title)>.*?</\\1>", "").replaceAll("<[^>]+>", " ");
    }

    private static List<String> lines(XWPFDocument document) {
        return document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
    }

    private void carriesNoKeys(String paper, String where) {
        assertThat(paper)
                .as(where)
                .doesNotContainPattern(
                        "\\b[MA]\\d\\d[A-Za-z]?\\b|\\b(DQ|RP)\\d\\d\\b|[0-9a-f]{8}-|00ff|第\\d+条|(?i)position|版本");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void the_paper_carries_no_id_position_or_hash_and_the_sheet_for_inspection_does(String language) throws Exception {
        sealed();
        String html = html(HALF, language);
        int sheet = html.indexOf("class=\"annex\"");
        carriesNoKeys(visible(html.substring(0, sheet)), "page");
        assertThat(html.substring(0, sheet)).contains("class=\"note\"");
        String inspected = visible(html.substring(sheet));
        List<String> lines = lines(document(HALF, language));
        int annex = lines.lastIndexOf(language.equals("zh") ? "附件（供检查用）" : "Annex (for inspection)");
        assertThat(annex).isPositive();
        carriesNoKeys(String.join("\n", lines.subList(0, annex)), "document");
        String position = String.valueOf(village.head());
        assertThat(inspected).contains("M09", "DQ09", "00ff", position);
        assertThat(String.join("\n", lines.subList(annex, lines.size()))).contains("DQ09", "00ff", position);
        parts(HALF, language).forEach((name, part) -> {
            if (name.matches("word/(header|footer)\\d*\\.xml")) {
                carriesNoKeys(visible(part), name);
            }
        });
        json(HALF, language)
                .path("notes")
                .forEach(note -> carriesNoKeys(note.path("text").asString(), "json"));
    }

    @Test
    void the_sheet_for_inspection_begins_on_a_leaf_of_its_own() {
        sealed();
        assertThat(body(parts(HALF, "zh"))).contains("<w:type w:val=\"oddPage\"/>");
        assertThat(html(HALF, "zh")).contains("break-before: recto");
    }

    @Test
    void a_note_of_a_correction_links_to_its_evidence() throws Exception {
        sealed();
        JsonNode note = json(HALF, "zh").path("notes").get(0);
        assertThat(note.path("text").asString()).contains("原记2万元", "更正为3万元");
        assertThat(json(HALF, "zh")
                        .path("notes")
                        .valueStream()
                        .filter(n -> n.toString().contains("原记")))
                .as("one correction, which counts in three measures")
                .hasSize(1);
        assertThat(note.path("runs").toString()).contains("measure=M09");
        assertThat(html(HALF, "zh"))
                .containsPattern("class=\"note\"[^\\n]*href=\"http://[^\"/]+/evidence\\?measure=M09");
    }

    // ------------------------------------------------------------------ headings

    @Test
    void headings_are_styles_that_navigation_knows() throws Exception {
        XWPFDocument document = document(HALF, "zh");
        Map<String, List<String>> styled = new LinkedHashMap<>();
        document.getParagraphs().forEach(paragraph -> {
            if (paragraph.getStyle() != null) {
                styled.computeIfAbsent(paragraph.getStyle(), none -> new ArrayList<>())
                        .add(paragraph.getText());
            }
        });
        assertThat(styled.get("Title")).containsExactly("2012年上半年工作总结");
        assertThat(styled.get("Heading1")).hasSize(10).contains("一、加强领导，明确责任", "九、下一步工作思路", "指标一览表");
        assertThat(styled.get("Heading2")).isNotEmpty();
        var styles = document.getStyles();
        assertThat(styles.getStyle("Title").getName()).isEqualTo("Title");
        assertThat(styles.getStyle("Heading1").getName()).isEqualTo("heading 1");
        assertThat(styles.getStyle("Heading1")
                        .getCTStyle()
                        .getPPr()
                        .getOutlineLvl()
                        .getVal())
                .isEqualTo(0);
        assertThat(styles.getStyle("Heading2").getName()).isEqualTo("heading 2");
        assertThat(styles.getStyle("Heading2")
                        .getCTStyle()
                        .getPPr()
                        .getOutlineLvl()
                        .getVal())
                .isEqualTo(1);
        assertThat(document.getParagraphs().stream().map(XWPFParagraph::getStyle))
                .as("every style named is defined")
                .allMatch(style -> style != null && styles.styleExist(style));
        assertThat(document.getTables().getFirst().getRow(0).isRepeatHeader()).isTrue();
    }

    // ------------------------------------------------------------------ links

    private static List<String> links(byte[] file) throws IOException {
        List<String> links = new ArrayList<>();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            document.getParagraphs()
                    .forEach(paragraph -> paragraph.getRuns().forEach(run -> {
                        if (run instanceof XWPFHyperlinkRun link) {
                            links.add(link.getHyperlink(document).getURL());
                        }
                    }));
        }
        return links;
    }

    @Test
    void a_document_links_to_the_address_it_was_asked_at() throws Exception {
        assertThat(links(bytes(HALF, "docx", "zh")))
                .isNotEmpty()
                .allMatch(link -> link.startsWith(village.server().uri("/evidence?") + "measure="));
        assertThat(links(answer(of(HALF, "docx"), "zh", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "gov.example")
                        .body()))
                .isNotEmpty()
                .allMatch(link -> link.startsWith("https://gov.example/evidence?measure="));
    }

    // ------------------------------------------------------------------ bytes and headers

    @Test
    void the_same_question_gives_the_same_bytes_whenever_it_is_asked() throws Exception {
        sealed();
        Map<String, HttpResponse<byte[]>> first = new LinkedHashMap<>();
        List.of("json", "html", "docx").forEach(format -> first.put(format, answer(of(HALF, format), "zh")));
        // longer than a zip's clock ticks
        Thread.sleep(2100);
        first.forEach((format, was) -> {
            HttpResponse<byte[]> second = answer(of(HALF, format), "zh");
            assertThat(second.body()).as(format).isEqualTo(was.body());
            assertThat(second.headers().firstValue("ETag"))
                    .as(format)
                    .isEqualTo(was.headers().firstValue("ETag"));
        });
    }

    /** On the same log, at another port, reached at the same address: here told by a proxy, there set. */
    @ParameterizedTest
    @ValueSource(strings = {"html", "docx"})
    void the_same_question_gives_the_same_bytes_after_a_restart(String format) throws Exception {
        sealed();
        byte[] first = answer(
                        of(HALF, format), "zh", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "minqing.example")
                .body();
        byte[] second = village.server()
                .anothersAnswer(
                        QueryServer.office(village.county),
                        of(HALF, format),
                        "minqing.public-url=https://minqing.example/");
        assertThat(second).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "docx"})
    void who_has_the_bytes_is_not_sent_them_again(String format) {
        HttpResponse<byte[]> first = answer(of(HALF, format), "zh");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Content-Language")).contains("zh");
        assertThat(answer(of(HALF, format), "en").headers().firstValue("ETag")).isNotEqualTo(tag);
        assertThat(answer(of(HALF, format), "zh", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    private String name(String path, String format) {
        String disposition = answer(of(path, format), "zh")
                .headers()
                .firstValue("Content-Disposition")
                .orElseThrow();
        assertThat(disposition).as("RFC 5987").contains("filename*=UTF-8''");
        return URLDecoder.decode(disposition.replaceFirst(".*filename\\*=UTF-8''", ""), StandardCharsets.UTF_8);
    }

    @Test
    void is_filed_under_its_office_and_title_and_a_draft_as_one() {
        assertThat(name(HALF, "docx")).isEqualTo("市人大办（示例）2012年上半年工作总结（草稿）.docx");
        assertThat(name(HALF, "html")).isEqualTo("市人大办（示例）2012年上半年工作总结（草稿）.html");
        sealed();
        assertThat(name(HALF, "docx")).matches("市人大办（示例）2012年上半年工作总结（2011年12月26日至2012年6月30日）\\.docx");
    }
}
