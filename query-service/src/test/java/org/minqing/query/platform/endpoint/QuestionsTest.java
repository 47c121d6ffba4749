package org.minqing.query.platform.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.QueryServer.id;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.events.Ids;
import org.minqing.events.Voided;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.log.WatchedFigures;
import org.minqing.query.QueryServer;
import org.minqing.query.QueryServer.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class QuestionsTest {
    private final County county = new County();

    @ParameterizedTest
    @CsvSource({
        "/v1/households?colour=red,                400, unknown-parameter",
        "/v1/households?asOf=yesterday,            400, malformed-parameter",
        "/v1/households?asOf=2012-02-30,           400, malformed-parameter",
        "/v1/households?knownAt=2013-05-06,        400, malformed-parameter",
        "/v1/households?knownAt=2013-05-06T00:00,  400, malformed-parameter",
        "/v1/households?knownAt=%2B999999999-12-31T23:59:59Z, 400, malformed-parameter",
        "/v1/households?after=-1,                  400, malformed-parameter",
        "/v1/households?asOf=2012-01-01&asOf=2013-01-01, 400, malformed-parameter",
        "/v1/households?asOf=,                     400, malformed-parameter",
        "/v1/households?asOf,                      400, malformed-parameter",
        "/v1/households?knownAt=%20,               400, malformed-parameter",
        "/v1/households?village=,                  400, malformed-parameter",
        "/v1/figures?measure=,                     400, malformed-parameter",
        "/v1/events?after=,                        400, malformed-parameter",
        "/v1/events/stream?type=,                  400, malformed-parameter",
        "/v1/audit?from=,                          400, malformed-parameter",
        "/v1/reports/annual?year=,                 400, malformed-parameter",
        "/v1/attachments/6f0d7c1e-0000-0000-0000-000000000000/content?asOf=, 400, malformed-parameter",
        "/v1/households?knownAt=2012-05-06T00:00:00%2B05:00%5BAsia/Shanghai%5D, 422, zone-contradicts-offset",
        "/v1/households?knownAt=2099-05-06T00:00:00%2B08:00, 422, instant-ahead",
        "/v1/households?asOf=2099-05-06,           422, day-ahead",
        "/v1/figures?measure=M05&asOf=2099-05-06,  422, day-ahead",
        "/v1/tasks?mine&asOf=2099-05-06,           422, day-ahead",
        "/v1/audit?asOf=2099-05-06,                422, day-ahead",
        "/v1/dashboards/53?asOf=9999-12-31,        422, day-ahead",
        "/v1/events?knownAt=2099-05-06T00:00:00%2B08:00, 422, instant-ahead",
        "/v1/households?programme=none,            400, malformed-parameter",
        "/v1/households?status=%00,                400, malformed-parameter",
        "/v1/households?cursor=%21,                400, malformed-parameter",
        "/v1/households?limit=1001,                422, limit-out-of-range",
        "/v1/households?knownAt=99999999,          422, no-such-position",
        "/v1/households?village=999999,            404, division-not-found",
        "/v1/figures?measure=M99,                  422, no-such-measure",
        "/v1/figures,                              400, missing-parameter",
        "/v1/reports/annual?year=2012,             400, missing-parameter",
        "/v1/reports/annual?organisation=6f0d7c1e-0000-0000-0000-000000000000, 400, missing-parameter",
        "/v1/reports/half-year?year=2012&organisation=6f0d7c1e-0000-0000-0000-000000000000, 400, missing-parameter",
        "/v1/reports/half-year?year=2012&half=3&organisation=6f0d7c1e-0000-0000-0000-000000000000, 400, malformed-parameter",
        "/v1/figures?measure=M20&groupBy=colour,   400, malformed-parameter",
        "/v1/figures?measure=M20&from=2013-01-01&to=2012-01-01, 422, from-after-to",
        "/v1/audit?from=2013-01-01&to=2012-01-01, 422, from-after-to",
        "/v1/data-quality?from=2013-01-01&to=2012-01-01, 422, from-after-to",
        "/v1/dashboards/53?from=2013-01-01&to=2012-01-01, 422, from-after-to",
        "/v1/coverage/6f0d7c1e-0000-0000-0000-000000000000?from=2013-01-01&to=2012-01-01, 422, from-after-to",
        "/v1/nothing,                              404, not-found",
        "/v1/households/6f0d7c1e-0000-0000-0000-000000000000, 404, household-not-found",
        "/v1/link-points/6f0d7c1e-0000-0000-0000-000000000000, 404, link-point-not-found",
        "/v1/dashboards/999999,                    404, division-not-found",
        "/v1/coverage/6f0d7c1e-0000-0000-0000-000000000000, 404, link-point-not-found",
        "/v1/coverage/nothing,                     404, link-point-not-found",
    })
    void says_what_is_wrong_with_a_question_in_both_languages(String path, int status, String code) {
        // whose division the read side does not know yet sees nothing
        county.server.get(county.office(), "/v1/measures?after=" + county.server.head(), "en");
        for (String language : List.of("zh-CN", "en")) {
            Answer answer = county.server.get(county.office(), path, language);
            assertThat(answer.status()).as(path + answer.body()).isEqualTo(status);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.json().path("code").asString()).isEqualTo(code);
            String detail = answer.json().path("detail").asString();
            assertThat(detail.matches(".*\\p{IsHan}.*")).as(detail).isEqualTo(language.equals("zh-CN"));
            assertThat(answer.json().path("title").asString()).doesNotContain("query.problem");
            assertThat(detail).doesNotContain("query.problem");
            assertThat(answer.json().path("traceId").asString()).hasSize(32);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "/v1/figures ~ zh ~ 缺少必填参数“measure”，应为：指标编号（M01、M02 等，全部指标见 /v1/measures）。",
                "/v1/reports/annual?year=2012 ~ zh ~ 缺少必填参数“organisation”，应为：单位编号（UUID，全部单位见 /v1/organisations）。",
                "/v1/reports/annual?year=2012 ~ en ~ Parameter \"organisation\" is required. It takes: the id of an organisation (a UUID; all of them are at /v1/organisations).",
                "/v1/reports/half-year?year=2012 ~ en ~ Parameter \"half\" is required. It takes: 1 .. 2.",
            })
    void tells_what_a_parameter_takes(String path, String language, String detail) {
        Answer answer = county.server.get(county.office(), path, language);
        assertThat(answer.json().path("detail").asString()).isEqualTo(detail);
        assertThat(answer.json().path("errors").path(0).path("message").asString())
                .isEqualTo(detail);
    }

    /** A log whose time is simulated stands behind the world's: neither's today lies ahead. */
    @Test
    void today_is_a_day_that_can_be_asked_for() {
        String today = java.time.LocalDate.now(org.minqing.log.LogClock.ZONE).toString();
        assertThat(county.ask("/v1/households", "asOf", today).status()).isEqualTo(200);
        String tomorrow = java.time.LocalDate.parse(today).plusDays(1).toString();
        Answer ahead = county.ask("/v1/households", "asOf", tomorrow);
        assertThat(ahead.status()).isEqualTo(422);
        assertThat(ahead.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("?asOf");
        assertThat(ahead.json().path("detail").asString()).contains(tomorrow, today);
    }

    @Test
    void a_zone_that_agrees_with_its_offset_is_read() {
        for (String instant : List.of("2012-05-06T00:00:00%2B08:00[Asia/Shanghai]", "2012-05-06T00:00:00Z")) {
            assertThat(county.server
                            .get(
                                    county.office(),
                                    "/v1/households?knownAt="
                                            + instant.replace("[", "%5B").replace("]", "%5D"),
                                    "en")
                            .status())
                    .as(instant)
                    .isEqualTo(200);
        }
    }

    @Test
    void a_flag_needs_no_value() {
        assertThat(county.server.get(county.office(), "/v1/tasks?mine", "en").status())
                .isEqualTo(200);
    }

    @Test
    void answers_nobody_without_a_token_and_no_administrator() {
        assertThat(county.server.get(null, "/v1/households", "en").status()).isEqualTo(401);
        assertThat(county.server
                        .get(null, "/v1/households", "en")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("unauthorized");
        assertThat(county.server.get("rubbish", "/v1/households", "en").status())
                .isEqualTo(401);
        Answer administrator = county.server.get(county.token("administrator", "5303"), "/v1/households", "en");
        assertThat(administrator.status()).isEqualTo(403);
        assertThat(administrator.json().path("code").asString()).isEqualTo("no-business-data");
        String nowhere = QueryServer.token("office", null, Map.of());
        assertThat(county.server
                        .get(nowhere, "/v1/households", "en")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("no-scope");
    }

    @Test
    void a_token_that_is_none_for_access_or_not_for_reading_asks_nothing() {
        for (String path : List.of("/v1/households", "/v1/events", "/v1/events/stream", "/v1/dashboards/53")) {
            String identity = QueryServer.token("office", county.county, Map.of("typ", "JWT"));
            QueryServer.Answer unknown = county.server.get(identity, path, "en");
            assertThat(unknown.status()).isEqualTo(401);
            assertThat(unknown.header("WWW-Authenticate"))
                    .contains("error=\"invalid_token\"")
                    .contains("resource_metadata=\"http://questions.example/.well-known/oauth-protected-resource\"");
            String writing = QueryServer.token("office", county.county, Map.of("scope", "write"));
            QueryServer.Answer refused = county.server.get(writing, path, "en");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.json().path("code").asString()).isEqualTo("insufficient-scope");
            assertThat(refused.header("WWW-Authenticate")).contains("scope=\"read\"");
        }
        assertThat(county.server
                        .get(null, "/.well-known/oauth-protected-resource", "en")
                        .json()
                        .path("resource")
                        .asString())
                .isEqualTo("http://questions.example");
    }

    @Test
    void health_and_documentation_are_open_and_the_metrics_are_not() throws IOException {
        assertThat(county.server
                        .get(null, "/actuator/health", "en")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("UP");
        assertThat(county.server.get(null, "/actuator/prometheus", "en").status())
                .isEqualTo(401);
        assertThat(county.server.get(null, "/actuator/health", "en").body())
                .doesNotContain("components")
                .doesNotContain("details");
        assertThat(county.server
                        .get(county.office(), "/actuator/prometheus", "en")
                        .status())
                .isEqualTo(403);
        String monitor = county.token("monitor", county.county);
        assertThat(county.server.get(monitor, "/actuator/prometheus", "en").body())
                .contains("minqing_read_lag")
                .contains(WatchedFigures.without(
                        "minqing_commands_", "minqing_log_", "minqing_clock_", "minqing_security_"));
        assertThat(county.server.get(monitor, "/actuator/health", "en").body()).contains("components");
        JsonNode api = county.server.get(null, "/v1/openapi", "en").json();
        assertThat(api.path("openapi").asString()).startsWith("3.1");
        assertThat(api.path("paths")
                        .path("/v1/figures")
                        .path("get")
                        .path("parameters")
                        .toString())
                .contains("asOf", "knownAt", "groupBy");
        assertThat(county.server.get(null, "/docs", "en").status()).isIn(200, 302);
        assertThat(county.server.get(null, "/actuator/env", "en").status()).isIn(401, 403, 404);
    }

    @Test
    void pages_through_a_list_without_seeing_one_twice_or_missing_one_while_more_are_registered() {
        for (int i = 0; i < 7; i++) {
            county.household(county.village, "李示例");
        }
        List<String> seen = new ArrayList<>();
        String path = "/v1/households?limit=3&village=" + county.village + "&after="
                + county.server.log.log().head();
        while (!path.isEmpty()) {
            Answer page = county.server.get(county.office(), path, "en");
            page.json().path("items").forEach(item -> seen.add(item.path("id").asString()));
            county.household(county.village, "王示例");
            String link = page.header("Link");
            path = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
            assertThat(page.json().path("next").isNull()).isEqualTo(link.isEmpty());
        }
        assertThat(seen)
                .containsExactlyElementsOf(county.households.subList(0, 7).stream()
                        .map(UUID::toString)
                        .toList());
    }

    @Test
    void goes_on_from_the_cursor_alone() {
        for (int i = 0; i < 4; i++) {
            county.household(county.village, "李示例");
        }
        JsonNode first = county.ask("/v1/households", "limit", "3").json();
        JsonNode rest = county.ask(
                        "/v1/households",
                        "limit",
                        "3",
                        "cursor",
                        first.path("next").asString())
                .json();
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.path("items").path(0).path("id").asString())
                .isEqualTo(county.households.get(3).toString());
    }

    @Test
    void narrows_a_list_by_village_cadre_status_and_kind() {
        UUID linked = county.household(county.village, "李示例");
        county.household(county.village, "王示例");
        county.household(county.other, "赵示例");
        county.link(linked);
        assertThat(ids("/v1/households")).hasSize(3);
        assertThat(ids("/v1/households", "village", county.other)).hasSize(1);
        assertThat(ids("/v1/households", "cadre", county.cadre.toString())).containsExactly(linked.toString());
        assertThat(ids("/v1/households", "status", "ARCHIVED")).isEmpty();
        assertThat(ids("/v1/households", "kind", "低保户")).isEmpty();
        assertThat(ids("/v1/cadres", "organisation", county.organisation.toString()))
                .containsExactly(county.cadre.toString());
    }

    private List<String> ids(String path, String... parameters) {
        Answer answer = county.ask(path, parameters);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        answer.json().path("items").forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    @Test
    void a_place_outside_the_scope_is_refused_and_a_list_is_narrowed() {
        UUID here = county.household(county.village, "李示例");
        UUID there = county.household(county.other, "赵示例");
        String village = county.token("village-secretary", county.village);
        Answer list = county.server.ask(village, "/v1/households");
        assertThat(list.json().path("items")).hasSize(1);
        assertThat(list.json().path("items").path(0).path("id").asString()).isEqualTo(here.toString());
        for (String path : List.of(
                "/v1/households?village=" + county.other,
                "/v1/households/" + there,
                "/v1/households/" + there + "/timeline",
                "/v1/dashboards/" + county.county,
                "/v1/figures?measure=M20&division=" + county.other,
                "/v1/figures/evidence?measure=M20&division=" + county.other,
                "/v1/events?division=" + county.county,
                "/v1/divisions/" + county.county)) {
            Answer refused = county.server.get(village, path, "en");
            assertThat(refused.status()).as(path).isEqualTo(403);
            assertThat(refused.json().path("code").asString()).isEqualTo("out-of-scope");
        }
    }

    @Test
    void an_organisation_in_the_token_narrows_to_it() {
        county.visited(county.household(county.village, "李示例"), "2012-03-05");
        String own = QueryServer.token("office", county.county, Map.of("organisation", county.organisation.toString()));
        String stranger = QueryServer.token(
                "office", county.county, Map.of("organisation", id("stranger").toString()));
        assertThat(figure(own, "M20")).isEqualTo(1);
        assertThat(figure(stranger, "M20")).isZero();
        assertThat(county.server.ask(stranger, "/v1/visits").json().path("items"))
                .isEmpty();
        Answer named = county.server.ask(
                stranger, "/v1/figures", "measure", "M20", "organisation", county.organisation.toString());
        assertThat(named.status()).isEqualTo(403);
    }

    private int figure(String token, String measure) {
        return county.server
                .ask(token, "/v1/figures", "measure", measure)
                .json()
                .path("value")
                .asInt();
    }

    @Test
    void shows_names_masked_and_codes_and_names_beside_ids() {
        UUID household = county.household(county.village, "李示例");
        Answer answer = county.ask("/v1/households/" + household);
        JsonNode item = answer.json();
        assertThat(item.path("id").asString()).isEqualTo(household.toString());
        assertThat(item.path("type").asString()).isEqualTo("Household");
        assertThat(item.path("head").path("name").asString()).isEqualTo("李**");
        assertThat(item.path("head").path("citizenNumber").asString()).isEqualTo("***");
        assertThat(item.path("villageName").asString()).isEqualTo("水田村");
        assertThat(item.path("villageCode").asString()).isEqualTo(county.village);
        assertThat(answer.body()).doesNotContain("李示例").doesNotContain("A256GCM");
        JsonNode cadre = county.ask("/v1/cadres/" + county.cadre).json();
        assertThat(cadre.path("name").asString()).isEqualTo("张**");
        assertThat(cadre.path("organisationName").asString()).isEqualTo("市人大办（示例）");
    }

    @Test
    void reveals_to_the_office_with_a_purpose_and_has_written_it_down() {
        UUID household = county.household(county.village, "李示例");
        JsonNode shown = county.ask(
                        "/v1/households/" + household, "Minqing-Reveal", "identity", "Minqing-Reveal-Reason", "核对户主姓名")
                .json();
        assertThat(shown.path("head").path("name").asString()).isEqualTo("李示例");
        assertThat(shown.path("head").path("citizenNumber").asString()).isEqualTo("11010519491231002X");
        JsonNode audit =
                county.ask("/v1/audit", "subject", household.toString()).json().path("items");
        JsonNode reading = audit.path(audit.size() - 1);
        assertThat(reading.path("kind").asString()).isEqualTo("READING");
        assertThat(reading.path("actor").asString()).isEqualTo("office-user");
        assertThat(reading.path("purpose").asString()).isEqualTo("identity");
        assertThat(reading.path("reason").asString()).isEqualTo("核对户主姓名");
        String asInspector = county.server
                .ask(county.token("inspector", county.county), "/v1/audit", "subject", household.toString())
                .body();
        assertThat(asInspector).contains("identity", "***").doesNotContain("核对户主姓名");
        assertThat(JdbcClient.create(county.server.context.getBean(DataSource.class))
                        .sql("select purpose || reason::text from reading.reading where subject_id = ?")
                        .param(household.toString())
                        .query(String.class)
                        .single())
                .contains("identity", "A256GCM")
                .doesNotContain("核对");
        assertThat(audit.path(0).path("kind").asString()).isEqualTo("EVENT");
        assertThat(audit.path(0).path("type").asString()).isEqualTo("Household.HouseholdRegistered");
    }

    @Test
    void reveals_to_a_cadre_its_own_households_and_to_the_village_its_village() {
        UUID own = county.household(county.village, "李示例");
        UUID strange = county.household(county.village, "王示例");
        county.link(own);
        String cadre = QueryServer.token("cadre", county.county, Map.of("cadre_id", county.cadre.toString()));
        assertThat(reveal(cadre, own)).isEqualTo(200);
        assertThat(reveal(cadre, strange)).isEqualTo(403);
        assertThat(reveal(county.token("cadre", county.county), own)).isEqualTo(403);
        assertThat(reveal(county.token("village-secretary", county.village), strange))
                .isEqualTo(200);
        assertThat(reveal(county.token("village-secretary", county.other), strange))
                .isEqualTo(403);
    }

    @Test
    void reveals_nothing_to_inspector_and_province_or_without_a_purpose() {
        UUID household = county.household(county.village, "李示例");
        for (String role : List.of("inspector", "province")) {
            assertThat(reveal(county.token(role, county.county), household)).isEqualTo(403);
        }
        for (String none : List.of("x", "", " ", "other")) {
            assertThat(county.ask("/v1/households/" + household, "Minqing-Reveal", none)
                            .json()
                            .path("code")
                            .asString())
                    .as("purpose '%s'", none)
                    .isEqualTo("no-purpose");
        }
        for (String reason : List.of("x", "一".repeat(201), "a\nb")) {
            assertThat(county.ask(
                                    "/v1/households/" + household,
                                    "Minqing-Reveal",
                                    "other",
                                    "Minqing-Reveal-Reason",
                                    reason)
                            .json()
                            .path("code")
                            .asString())
                    .isEqualTo("no-purpose");
        }
        Answer inAddress = county.ask("/v1/households/" + household, "reveal", "核对");
        assertThat(inAddress.status()).isEqualTo(400);
        assertThat(inAddress.json().path("code").asString()).isEqualTo("reveal-in-address");
        assertThat(inAddress.body()).contains("Minqing-Reveal").doesNotContain("核对", "李示例");
        JsonNode audit =
                county.ask("/v1/audit", "subject", household.toString()).json().path("items");
        assertThat(audit).hasSize(1);
    }

    private int reveal(String token, UUID household) {
        Answer answer = county.server.ask(token, "/v1/households/" + household, "Minqing-Reveal", "identity");
        assertThat(answer.body().contains("示例")).isEqualTo(answer.status() == 200);
        return answer.status();
    }

    @Test
    void what_was_erased_stays_masked_however_it_is_asked_for() {
        UUID household = county.household(county.village, "李示例");
        county.server.keys().erase(List.of("person:" + id("head of " + household)));
        JsonNode shown = county.ask("/v1/households/" + household, "Minqing-Reveal", "identity")
                .json();
        assertThat(shown.path("head").path("name").asString()).isEqualTo("**");
    }

    @Test
    void tells_an_entitys_events_as_sentences_in_both_languages() {
        UUID household = county.household(county.village, "李示例");
        county.link(household);
        county.visited(household, "2012-03-05");
        String path = "/v1/households/" + household + "/timeline?after="
                + county.server.log.log().head();
        JsonNode zh = county.server.get(county.office(), path, "zh").json().path("items");
        JsonNode en = county.server.get(county.office(), path, "en").json().path("items");
        assertThat(zh).hasSize(3);
        assertThat(zh.path(0).path("sentence").asString()).isEqualTo("登记农户户0，水田村第7村民小组");
        assertThat(zh.path(1).path("sentence").asString()).isEqualTo("张**与户0 李**结对联系");
        assertThat(zh.path(2).path("sentence").asString()).isEqualTo("张**走访户0 李**");
        assertThat(en.path(2).path("sentence").asString()).contains("张**").doesNotContain("{");
        assertThat(zh.path(2).path("occurredOn").asString()).isEqualTo("2012-03-05");
        assertThat(zh.path(2).path("actor").asString()).isEqualTo("tester");
        assertThat(zh.path(2).path("recordedAt").asString())
                .as("other tests may move the shared clock on")
                .matches("2012-\\d\\d-\\d\\dT04:00:00Z");
    }

    @Test
    void a_voided_visit_stands_as_voided_and_its_figure_is_gone_but_not_for_who_asks_as_known_before() {
        UUID household = county.household(county.village, "李示例");
        VisitRecorded visit = county.visit(household, "2012-03-05");
        var recorded = county.put("Visit-" + visit.of().visitId(), visit);
        county.put(
                "Visit-" + visit.of().visitId(),
                new Voided<>(recorded.eventId(), visit, county.server.seal("household:" + household, "记错了"), null));
        String before = String.valueOf(recorded.position());
        assertThat(value("M20")).isZero();
        assertThat(value("M20", "knownAt", before)).isEqualTo(1);
        assertThat(county.ask("/v1/visits/" + visit.of().visitId())
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("VOIDED");
        assertThat(county.ask("/v1/visits/" + visit.of().visitId(), "knownAt", before)
                        .json()
                        .path("status")
                        .asString())
                .isNotEqualTo("VOIDED");
        JsonNode timeline = county.ask("/v1/visits/" + visit.of().visitId() + "/timeline")
                .json()
                .path("items");
        assertThat(timeline.path(0).path("voidedAt").asLong()).isEqualTo(recorded.position() + 1);
        assertThat(county.ask("/v1/visits", "status", "VOIDED").json().path("items"))
                .hasSize(1);
        JsonNode evidence =
                county.ask("/v1/figures/evidence", "measure", "M20").json().path("items");
        assertThat(evidence).hasSize(2);
    }

    private int value(String measure, String... parameters) {
        List<String> all = new ArrayList<>(List.of("measure", measure));
        all.addAll(List.of(parameters));
        return county.ask("/v1/figures", all.toArray(String[]::new))
                .json()
                .path("value")
                .asInt();
    }

    @Test
    void a_dashboard_lists_every_measure_with_its_evidence_one_question_away() {
        county.visited(county.household(county.village, "李示例"), "2012-03-05");
        JsonNode dashboard = county.ask("/v1/dashboards/" + county.village).json();
        JsonNode catalogue = county.ask("/v1/measures").json().path("items");
        assertThat(dashboard.path("measures")).hasSameSizeAs(catalogue);
        assertThat(catalogue.size()).isGreaterThanOrEqualTo(43);
        for (JsonNode measure : dashboard.path("measures")) {
            Answer evidence =
                    county.server.get(county.office(), measure.path("evidence").asString(), "en");
            assertThat(evidence.status()).as(measure.path("id").asString()).isEqualTo(200);
            assertThat(evidence.json().path("value")).isEqualTo(measure.path("value"));
        }
    }

    @Test
    void the_same_question_at_the_same_position_has_the_same_answer_byte_for_byte() {
        county.visited(county.household(county.village, "李示例"), "2012-03-05");
        Answer now = county.ask("/v1/dashboards/" + county.village, "asOf", "2012-12-31");
        county.visited(county.household(county.village, "王示例"), "2012-03-05");
        Answer again = county.ask(
                "/v1/dashboards/" + county.village, "asOf", "2012-12-31", "knownAt", now.header("Minqing-Position"));
        assertThat(again.body()).isEqualTo(now.body());
        assertThat(again.header("Minqing-Position")).isEqualTo(now.header("Minqing-Position"));
    }

    @Test
    void a_link_in_an_answer_names_its_parameters_in_an_order_that_no_restart_changes() {
        String head = String.valueOf(county.server.log.log().head());
        JsonNode measures = county.ask("/v1/dashboards/" + county.village, "asOf", "2012-12-31", "knownAt", head)
                .json()
                .path("measures");
        for (JsonNode measure : measures) {
            assertThat(measure.path("evidence").asString())
                    .isEqualTo(
                            "/v1/figures/evidence?measure=" + measure.path("id").asString() + "&division="
                                    + county.village + "&asOf=2012-12-31&knownAt=" + head);
        }
        county.household(county.village, "李示例");
        county.household(county.village, "王示例");
        Answer page = county.ask("/v1/households", "limit", "1", "village", county.village, "status", "REGISTERED");
        assertThat(page.header("Link")).matches("</v1/households\\?after=\\d+&limit=1&village=.*&status=.*&cursor=.*");
    }

    @Test
    void waits_for_a_position_and_says_later_when_it_does_not_come() {
        long beyond = county.server.log.log().head() + 1_000_000;
        Answer later = county.server.get(county.office(), "/v1/households?after=" + beyond, "en");
        assertThat(later.status()).isEqualTo(503);
        assertThat(later.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void gives_the_log_as_cloud_events_with_personal_data_sealed() {
        UUID household = county.household(county.village, "李示例");
        long head = county.server.log.log().head();
        county.ask("/v1/households");
        Answer batch = county.server.get(
                county.office(), "/v1/events?after=" + (head - 1) + "&division=" + county.village, "en");
        JsonNode event = batch.json().path(0);
        assertThat(batch.header("Content-Type")).startsWith("application/cloudevents-batch+json");
        assertThat(event.path("specversion").asString()).isEqualTo("1.0");
        assertThat(event.path("type").asString()).isEqualTo("org.minqing.Household.HouseholdRegistered");
        UUID installation = county.server.log.log().installation();
        UUID eventId = county.server.log.log().readRange(head, head).getFirst().eventId();
        assertThat(event.path("source").asString()).isEqualTo("urn:uuid:" + installation);
        assertThat(event.path("id").asString())
                .isEqualTo(Ids.told(installation, eventId).toString());
        assertThat(event.path("eventid").asString()).isEqualTo(eventId.toString());
        assertThat(event.path("dataschema").asString()).isEqualTo("urn:minqing:event:Household.HouseholdRegistered:1");
        event.properties().stream()
                .filter(attribute -> !attribute.getKey().equals("data"))
                .forEach(attribute -> {
                    assertThat(attribute.getKey()).matches("[a-z0-9]{1,20}");
                    assertThat(attribute.getValue().isString()
                                    || attribute.getValue().isInt())
                            .as(attribute.getKey())
                            .isTrue();
                });
        assertThat(event.path("subject").asString()).isEqualTo("Household-" + household);
        assertThat(event.path("position").asString()).isEqualTo(String.valueOf(head));
        assertThat(event.path("data").path("head").path("name").path("alg").asString())
                .isEqualTo("A256GCM");
        assertThat(batch.body()).doesNotContain("李示例");
    }

    @Test
    void pages_through_the_log_by_position_and_type() {
        for (int i = 0; i < 5; i++) {
            county.household(county.village, "李示例");
        }
        List<Long> positions = new ArrayList<>();
        String path = "/v1/events?limit=2&type=Household.HouseholdRegistered&division=" + county.village;
        county.ask("/v1/households");
        while (!path.isEmpty()) {
            Answer batch = county.server.get(county.office(), path, "en");
            batch.json().forEach(event -> positions.add(event.path("position").asLong()));
            String link = batch.header("Link");
            path = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
        }
        assertThat(positions).hasSize(5).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void finds_in_the_audit_trail_by_actor_by_command_and_by_day() {
        county.household(county.village, "李示例");
        JsonNode all = county.ask("/v1/audit", "actor", "tester").json().path("items");
        assertThat(all.size()).isGreaterThanOrEqualTo(4);
        String command = all.path(all.size() - 1).path("commandId").asString();
        assertThat(county.ask("/v1/audit", "command", command).json().path("items"))
                .hasSize(1);
        assertThat(county.ask("/v1/audit", "actor", "nobody").json().path("items"))
                .isEmpty();
        assertThat(county.ask("/v1/audit", "to", "2011-01-01")
                        .json()
                        .path("items")
                        .toString())
                .doesNotContain("Household");
        assertThat(all.path(all.size() - 1).path("subjects").toString()).contains("Household");
    }

    @Test
    void a_day_before_an_entity_was_there_has_none() {
        UUID household = county.household(county.village, "李示例");
        Answer before = county.ask(
                "/v1/households/" + household, "asOf", LocalDate.of(2012, 3, 4).toString());
        assertThat(before.status()).isEqualTo(404);
    }
}
