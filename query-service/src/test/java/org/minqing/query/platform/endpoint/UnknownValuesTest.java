package org.minqing.query.platform.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.query.QueryServer.Answer;

/** What is asked for and cannot be is told from what is not there. */
class UnknownValuesTest {
    private final County county = new County();

    private void refuses(String path, String language, int status, String code, String... words) {
        Answer answer = county.server.get(county.office(), path, language);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
        assertThat(answer.json().path("detail").asString()).contains(words).doesNotContain("query.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/events", "/v1/events/stream"})
    void names_the_families_of_events_when_there_is_no_such_one(String path) {
        refuses(
                path + "?type=Nope",
                "en",
                400,
                "unknown-event-type",
                "There is no type of event \"Nope\"",
                "Household.HouseholdRegistered",
                ", Visit, ");
        refuses(path + "?type=Nope", "zh", 400, "unknown-event-type", "没有“Nope”这种事件", "、Visit、");
    }

    @Test
    void names_the_events_of_a_family_when_it_has_no_such_one() {
        refuses(
                "/v1/events?type=Visit.Nope",
                "en",
                400,
                "unknown-event-type",
                "There is no type of event \"Visit.Nope\"",
                "Visit.VisitRecorded",
                "also with .Voided or .Corrected");
        refuses("/v1/events?type=Visit.Nope", "zh", 400, "unknown-event-type", "“Visit.Nope”", "Visit.VisitRecorded");
    }

    @ParameterizedTest
    @CsvSource({
        "households, FOO,        'REGISTERED, ARCHIVED, VOIDED'",
        "households, registered, 'REGISTERED, ARCHIVED, VOIDED'",
        "concerns,   foo,        'RAISED, '",
        "visits,     FOO,        'VOIDED'"
    })
    void names_the_statuses_there_are(String path, String status, String there) {
        refuses("/v1/" + path + "?status=" + status, "en", 400, "unknown-status", "\"" + status + "\"", there);
        refuses(
                "/v1/" + path + "?status=" + status,
                "zh",
                400,
                "unknown-status",
                "“" + status + "”",
                there.replace(", ", "、"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/events", "/v1/events/stream"})
    void a_cursor_behind_the_logs_end_is_told_from_nothing_new(String path) {
        long head = county.server.log.log().head();
        refuses(path + "?after=999999999", "en", 409, "beyond-head", "999999999", "position " + head);
        refuses(path + "?after=999999999", "zh", 409, "beyond-head", "999999999", "第 " + head + " 位");
    }

    @Test
    void behind_the_last_event_there_is_nothing_new() {
        Answer answer = county.server.get(
                county.office(), "/v1/events?after=" + county.server.log.log().head(), "en");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "/v1/households?cursor=bogus ~ 400 ~ the `next` of an earlier answer ~ 前一次回答中的 next",
                "/v1/figures?measure=M20&groupBy=donor ~ 400 ~ expected: month | quarter | year | division | organisation | cadre | task | kind. ~ 应为：month | quarter | year | division | organisation | cadre | task | kind。",
                "/v1/audit?command=RecordVisit ~ 400 ~ the id of a command (a UUID: its Idempotency-Key) ~ 命令的编号（UUID，即其 Idempotency-Key）",
                "/v1/documents/None ~ 404 ~ \"None\" is no id ~ “None”不是编号",
                "/v1/documents/6f0d7c1e-0000-0000-0000-000000000000 ~ 404 ~ Nothing is known of \"6f0d7c1e-0000-0000-0000-000000000000\" ~ 没有关于“6f0d7c1e-0000-0000-0000-000000000000”的记录",
                "/v1/documents/6f0d7c1e-0000-0000-0000-000000000000?asOf=2012-01-01 ~ 404 ~ asOf and knownAt are not before it was there ~ asOf、knownAt 是否早于它的出现",
                "/v1/dashboards/999999 ~ 404 ~ Nothing is known of \"999999\" ~ 没有关于“999999”的记录"
            })
    void says_what_is_meant(String path, int status, String en, String zh) {
        for (String language : new String[] {"en", "zh"}) {
            Answer answer = county.server.get(county.office(), path, language);
            assertThat(answer.status()).as(answer.body()).isEqualTo(status);
            assertThat(answer.json().path("detail").asString()).contains(language.equals("en") ? en : zh);
        }
    }
}
