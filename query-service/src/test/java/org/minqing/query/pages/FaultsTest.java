package org.minqing.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.log.LogClock;
import org.minqing.query.QueryServer;
import org.minqing.query.Village;

/** What is wrong is said in people's words, at the field it is about. */
class FaultsTest {
    private static final Pattern FAULT =
            Pattern.compile("<li(?: data-input=\"(\\w+)\")?>(?:<b>([^<]*)</b>)?<span>([^<]*)</span></li>");
    private static final Pattern FOR_PROGRAMS = Pattern.compile(
            "Retry-After|幂等|[Ii]dempoten|JSON|UUID|GET /|/v1/|Bearer|traceId|\\berrors\\b|[0-9a-f]{8}-|[A-Z]{4,}|[a-z]+Id\\b");

    private static Village village;
    private static SignedIn pages;
    private static UUID household;

    @BeforeAll
    static void somebody_signs_in() {
        village = new Village(QueryServer.shared());
        household = village.household("吴示例");
        pages = new SignedIn(village.county);
    }

    @AfterAll
    static void close() {
        pages.close();
    }

    private static String problem(int status, String code, String detail, String... errors) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < errors.length; i += 3) {
            list.append(i == 0 ? "" : ",")
                    .append("{\"pointer\":\"%s\",\"code\":\"%s\",\"message\":\"%s\"}"
                            .formatted(errors[i], errors[i + 1], errors[i + 2]));
        }
        return "{\"title\":\"与现状冲突\",\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\",\"errors\":[%s]}"
                .formatted(status, code, detail, list);
    }

    private static SignedIn.Page send(String form, String... fields) {
        String[] all = new String[fields.length + 4];
        all[0] = "key";
        all[1] = UUID.randomUUID().toString();
        all[2] = "division";
        all[3] = village.county;
        System.arraycopy(fields, 0, all, 4, fields.length);
        return pages.post("/forms/" + form, all);
    }

    /** {@code input|label|text} of each fault. */
    private static List<String> faults(String html) {
        Matcher faults = FAULT.matcher(html);
        return faults.results()
                .map(f -> f.group(1) + "|" + f.group(2) + "|" + f.group(3))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "CADRE;        /money/amount;      amount;           金额：",
                "CADRE;        /money;             amount;           金额：",
                "CADRE;        /money/enteredUnit; unit;             单位：",
                "CADRE;        /donor/kind;        donorKind;        捐赠人：",
                "CADRE;        /donor/id;          cadreId;          干部：",
                "ORGANISATION; /donor/id;          organisationName; 单位名称：",
                "ORGANISATION; /donor/name;        organisationName; 单位名称：",
                "PERSON;       /donor/name;        personName;       姓名：",
                "PERSON;       /fundId;            fundId;           资金：",
                "PERSON;       /occurredOn;        occurredOn;       日期：",
            })
    void a_fault_of_a_donation_stands_at_the_field_it_was_typed_into(
            String donor, String pointer, String input, String label) {
        pages.commandsAnswer(
                422, problem(422, "invalid-field", "有的字段不合要求，请按 errors 逐项改正。", pointer, "x", "请填数字，如 100.00。"));
        SignedIn.Page page = send("donation", "donorKind", donor);
        assertThat(page.status()).isEqualTo(422);
        assertThat(faults(page.html())).contains(input + "|" + label + "|请填数字，如 100.00。");
        assertThat(page.html()).doesNotContain("errors");
        assertThat(pages.part("/forms/donation?division=" + village.county).html())
                .as("a form without funds has no fields")
                .contains("donation-form");
    }

    /** The interface names what cannot be read and looks no further. */
    @Test
    void what_cannot_be_read_hides_no_other_fault() {
        pages.commandsAnswer(
                400,
                problem(
                        400,
                        "invalid-body",
                        "x",
                        "/money/amount",
                        "not-a-number",
                        "请填数字，如 100.00。",
                        "/occurredOn",
                        "not-a-date",
                        "请填日期，如 2012-06-01。"));
        pages.commandsAreJudged(
                422,
                problem(
                        422,
                        "invalid-field",
                        "x",
                        "/money/amount",
                        "required",
                        "必须填写。",
                        "/donor/name",
                        "too-long",
                        "最多 100 个字。"));
        pages.sent.clear();
        SignedIn.Page page = send(
                "donation", "donorKind", "PERSON", "personName", "李", "amount", "abc", "unit", "元", "occurredOn", "x");
        assertThat(page.status()).isEqualTo(400);
        assertThat(faults(page.html()))
                .containsExactly(
                        "amount|金额：|请填数字，如 100.00。", "occurredOn|日期：|请填日期，如 2012-06-01。", "personName|姓名：|最多 100 个字。");
        assertThat(pages.sent).hasSize(2);
        assertThat(pages.sent.getLast().body())
                .contains("\"enteredUnit\":\"元\"", "李")
                .doesNotContain("abc")
                .doesNotContain("occurredOn");

        pages.commandsAreJudged(503, problem(503, "unavailable", "x"));
        assertThat(faults(send("donation", "donorKind", "PERSON", "personName", "李", "amount", "abc")
                        .html()))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "CADRE,        cadreId,          干部：,     /donor/id",
        "ORGANISATION, organisationName, 单位名称：, /donor/name",
        "PERSON,       personName,       姓名：,     /donor/name",
    })
    void who_gave_is_asked_for_together_with_how_much(String donor, String input, String label, String pointer) {
        pages.commandsAnswer(422, problem(422, "invalid-field", "x", "/money", "required", "必须填写。"));
        assertThat(faults(send("donation", "donorKind", donor).html()))
                .containsExactly("amount|金额：|必须填写。", input + "|" + label + "|必须填写。");
        pages.commandsAnswer(422, problem(422, "invalid-field", "x", pointer, "required", "必须填写。"));
        assertThat(faults(send("donation", "donorKind", donor, "amount", "5").html()))
                .hasSize(1);
    }

    @Test
    void an_organisation_that_was_listed_is_to_be_chosen_again() {
        pages.commandsAnswer(404, problem(404, "organisation-not-found", "没有单位 " + UUID.randomUUID()));
        assertThat(faults(send("donation", "donorKind", "ORGANISATION", "organisationId", "x")
                        .html()))
                .singleElement()
                .asString()
                .startsWith("organisationId|单位：|没有找到");
    }

    @ParameterizedTest
    @CsvSource({
        "AcceptMediation, /disputeId, disputeId",
        "ResolveDispute:outcome:RECONCILED, /outcome, step",
        "RecordPerformance:performance:FULL, /performance, step",
        "RecordCourtDecision:decision:CONFIRMED, /decision, step",
        "ReachMediationAgreement, /terms, terms",
        "ReachMediationAgreement, /effectiveOn, effectiveOn",
    })
    void a_fault_of_a_step_stands_at_the_field_it_was_chosen_in(String step, String pointer, String input) {
        pages.commandsAnswer(422, problem(422, "invalid-field", "x", pointer, "required", "必须填写。"));
        assertThat(faults(send("dispute", "step", step).html()))
                .singleElement()
                .asString()
                .matches(input + "\\|.+：\\|必须填写。");
    }

    @ParameterizedTest
    @CsvSource({
        "household-already-linked, householdId, 农户：",
        "household-not-in-village, householdId, 农户：",
        "quota-exceeded,           cadreId,     联系干部：",
        "cadre-not-enrolled,       cadreId,     联系干部：",
        "link-point-voided,        linkPointId, 联系点：",
        "out-of-order,             occurredOn,  日期：",
        "programme-not-in-force,   occurredOn,  日期：",
    })
    void a_rule_of_the_field_s_work_is_said_at_the_field_it_is_about(String code, String input, String label) {
        pages.commandsAnswer(409, problem(409, code, "农户 " + household + " 已有结对。要换人请移交（HandOverHousehold）。"));
        String html = send("link").html();
        assertThat(faults(html)).containsExactly(input + "|" + label + "|农户 “吴家 吴**” 已有结对。要换人请移交。");
        assertThat(html).contains("与现状冲突");
    }

    @Test
    void what_is_to_be_chosen_is_told_by_its_words_alone() {
        pages.commandsAnswer(
                400,
                problem(
                        400,
                        "invalid-body",
                        "请求体与命令的格式不符，请按 errors 改正；格式见 GET /v1/commands。",
                        "/donor/kind",
                        "not-one-of",
                        "应为以下之一：CADRE（干部）、ORGANISATION（单位）、PERSON（个人）。"));
        String html = send("donation").html();
        assertThat(faults(html)).contains("donorKind|捐赠人：|应为以下之一：干部、单位、个人。");
        assertThat(html).contains("内容不合要求").doesNotContainPattern(FOR_PROGRAMS);

        pages.commandsAnswer(
                400,
                problem(
                        400,
                        "invalid-body",
                        "x",
                        "/donor/kind",
                        "not-one-of",
                        "Expected one of: CADRE (cadre), ORGANISATION (organisation), PERSON (person)."));
        pages.speaking(Locale.ENGLISH);
        assertThat(faults(send("donation").html()))
                .contains("donorKind|Donor: |Expected one of: cadre, organisation, person.");
        pages.speaking(Locale.CHINESE);
    }

    @Test
    void a_code_or_a_rank_in_a_sentence_is_told_by_its_name() {
        pages.commandsAnswer(
                409,
                problem(
                        409,
                        "dispute-not-settled",
                        "以 RECONCILED 办结还缺前一步：和解（RECONCILED）须先登记调解协议（ReachMediationAgreement），请填写用途（purpose）。"));
        assertThat(send("dispute", "step", "ResolveDispute:outcome:RECONCILED").html())
                .contains("以 调解和好 办结还缺前一步：和解须先登记调解协议，请填写用途。");
        pages.commandsAnswer(409, problem(409, "quota-not-defined", "没有为职级 141 规定联系户数。"));
        assertThat(send("link").html()).contains("没有为职级 乡科级正职 规定联系户数。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unavailable",
                "overloaded",
                "simulation-running",
                "read-side-away",
                "in-progress",
                "concurrent-change",
                "idempotency-key-reused",
                "idempotency-key-missing",
                "internal",
                "not-answered",
                "something-new",
            })
    void what_is_told_to_programs_is_not_told_to_people(String code) {
        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            pages.speaking(language);
            pages.commandsAnswer(503, problem(503, code, "数据库暂时不可用，请按 Retry-After 稍后用同一幂等键重试；traceId 告知管理员。"));
            SignedIn.Page page = send("link");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.html())
                    .as(page.html())
                    .doesNotContainPattern(FOR_PROGRAMS)
                    .containsPattern(language == Locale.CHINESE ? "<p>[^<]*\\p{IsHan}" : "<p>[A-Z][a-z ]+");
        }
        pages.speaking(Locale.CHINESE);
    }

    @Test
    void letters_of_two_characters_are_sent_as_one() {
        pages.commandsAnswer(422, problem(422, "invalid-field", "x"));
        pages.sent.clear();
        send("donation", "donorKind", "PERSON", "personName", "Re\u0301mi");
        assertThat(pages.sent.getFirst().body()).contains("R\u00e9mi");
    }

    // ------------------------------------------------------------------ questions

    @ParameterizedTest
    @CsvSource({
        "asOf=abc,            asOf,     2012-12-31",
        "asOf=2012-02-30,     asOf,     2012-12-31",
        "asOf=2099-01-01,     asOf,     还没有到",
        "knownAt=abc,         knownAt,  2012-12-31",
        "knownAt=2099-01-01,  knownAt,  还没有到",
        "knownAt=99999999,    knownAt,  还没有这么多条记录",
        "division=999999,     division, 没有这个区划",
    })
    void a_wrong_time_or_place_is_said_at_its_field_which_keeps_what_was_typed(
            String query, String field, String words) {
        SignedIn.Page page =
                pages.get("/?" + (query.startsWith("division") ? "" : "division=" + village.id + "&") + query);
        assertThat(page.status()).isBetween(400, 499);
        String input = tag(page.html(), "id=\"" + field + "\"");
        assertThat(input)
                .contains("aria-invalid=\"true\"")
                .contains("autofocus")
                .contains(field + "-wrong\"");
        assertThat(page.html()).containsPattern("id=\"" + field + "-wrong\">[^<]*" + words);
        assertThat(page.html()).contains(query.substring(query.indexOf('=') + 1));
        assertThat(page.html().split("aria-invalid")).hasSize(2);
        assertThat(between(page.html(), "role=\"alert\"", "</div>")).doesNotContainPattern(FOR_PROGRAMS);
    }

    @Test
    void each_wrong_time_is_said_at_its_field() {
        String html = pages.get("/?division=" + village.id + "&asOf=abc&knownAt=2099-01-01")
                .html();
        assertThat(html)
                .containsPattern("id=\"asOf-wrong\">[^<]*2012-12-31")
                .containsPattern("id=\"knownAt-wrong\">[^<]*还没有到");
        assertThat(faults(html)).hasSize(2);
        assertThat(faults(pages.get("/?division=999999&asOf=abc").html()))
                .extracting(fault -> fault.replaceAll("[|].*", ""))
                .containsExactlyInAnyOrder("asOf", "division");
    }

    private static String tag(String html, String attribute) {
        int at = html.indexOf(attribute);
        assertThat(at).as(attribute).isNotNegative();
        return html.substring(html.lastIndexOf('<', at), html.indexOf('>', at));
    }

    private static String between(String html, String from, String to) {
        int begin = html.indexOf(from);
        assertThat(begin).as(from).isNotNegative();
        return html.substring(begin, html.indexOf(to, begin));
    }

    @Test
    void a_view_that_can_be_shown_has_no_fault() {
        assertThat(pages.get("/?division=" + village.id + "&asOf=" + LocalDate.now(LogClock.ZONE))
                        .html())
                .doesNotContain("aria-invalid")
                .doesNotContain("-wrong");
    }

    @ParameterizedTest
    @CsvSource({
        "/report?year=12&organisation=OFFICE,           年度：, 1949",
        "/report?organisation=OFFICE,                   年度：, 1949",
        "/report?year=2012,                             单位：, 选择",
        "/report?year=2012&half=3&organisation=OFFICE,  范围：, 上半年",
        "/evidence?measure=M99,                         指标：, 没有这项指标",
        "/evidence,                                     指标：, 首页",
        "/evidence?measure=M05&from=x,                  起始日：, 首页",
        "/stories/funds/6f0d7c1e-0000-0000-0000-000000000000, 资金：, 没有找到",
        "/events/x,                                     记录号：, 首页",
    })
    void a_question_that_cannot_be_answered_is_told_in_people_s_words(String address, String label, String words) {
        SignedIn.Page page = pages.get(address.replace("OFFICE", village.office.toString()));
        assertThat(page.status()).isBetween(400, 499);
        assertThat(faults(page.html())).singleElement().asString().contains(label, words);
        assertThat(between(page.html(), "role=\"alert\"", "</div>").replaceAll("<[^>]*>", ""))
                .doesNotContainPattern(FOR_PROGRAMS);
    }
}
