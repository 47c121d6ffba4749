package org.minqing.command.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;
import tools.jackson.databind.JsonNode;

class BodyTest {
    private final CommandServer server = CommandServer.shared();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"colour\": \"BLUE\"}          | /colour   | not-one-of",
                "{\"about\": \"x\"}              | /about    | not-a-uuid",
                "{\"occurredOn\": \"2012-02-30\"}| /occurredOn | not-a-date",
                "{\"occurredOn\": 20120601}      | /occurredOn | wrong-type",
                "{\"count\": \"1\"}              | /count    | wrong-type",
                "{\"count\": 1.5}                | /count    | wrong-type",
                "{\"urgent\": \"true\"}          | /urgent   | wrong-type",
                "{\"text\": 7}                   | /text     | wrong-type",
                "{\"text\": {\"v\": 1}}          | /text     | wrong-type",
                "{\"tags\": \"a\"}               | /tags     | wrong-type",
                "{\"tags\": [null]}              | /tags/0   | wrong-type",
                "{\"author\": \"张三\"}           | /author   | wrong-type",
                "{\"author\": {\"name\": \"a\", \"nick\": \"a\"}} | /author/nick | unknown-field",
                "{\"readers\": [{\"name\": 1}]}  | /readers/0/name | wrong-type",
                "{\"money\": {\"amount\": \"x\"}}| /money/amount | wrong-type",
                "{\"money\": {\"amount\": true}} | /money/amount | wrong-type",
                "{\"a/b~c\": 1}                  | /a~1b~0c  | unknown-field",
                "{\"authority\": 1}              | /authority | wrong-type",
            })
    void what_cannot_be_read_is_a_bad_request_with_a_pointer(String extra, String pointer, String code) {
        JsonNode error = only(open(extra).requireStatus(400), "invalid-body");
        assertThat(error.path("pointer").asString()).isEqualTo(pointer);
        assertThat(error.path("code").asString()).isEqualTo(code);
        assertThat(error.path("message").asString()).isNotBlank().doesNotContain("problem.", "{0}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"weight\": 0}                            | /weight        | positive",
                "{\"weight\": 1.005}                        | /weight        | number-too-long",
                "{\"weight\": 99999999999999999}            | /weight        | number-too-long",
                "{\"weight\": 1e400}                        | /weight        | number-too-long",
                "{\"weight\": 1e-400}                       | /weight        | number-too-long",
                "{\"money\": {\"amount\": \"0.001\"}}       | /money/amount  | not-in-fen",
                "{\"money\": {\"amount\": \"2.0000001\", \"enteredUnit\": \"万元\"}} | /money/amount  | not-in-fen",
                "{\"money\": {\"amount\": 1000000000000, \"enteredUnit\": \"万元\"}} | /money/amount  | number-too-long",
                "{\"money\": {\"enteredUnit\": \"元\"}}     | /money/amount  | required",
                "{\"count\": 3000000000}                    | /count         | out-of-range",
                "{\"tags\": [\"a\", \"a\"]}                 | /tags/1        | repeated",
                "{\"text\": \"\"}                           | /text          | empty",
                "{\"text\": \"一二三四五六七八九十一\"}      | /text          | too-long",
                "{\"text\": \"a\\u0000b\"}                  | /text          | control-character",
                "{\"text\": \"a\\rb\"}                      | /text          | control-character",
                "{\"text\": \"a\\u0085b\"}                  | /text          | control-character",
                "{\"text\": \"e\\u0301\"}                   | /text          | not-nfc",
                "{\"text\": \"\\ud800\"}                    | /text          | not-unicode",
                "{\"text\": \"\\udc00\\ud800\"}             | /text          | not-unicode",
                "{\"tags\": [\"\\u0007\"]}                  | /tags/0        | control-character",
                "{\"authority\": \"\\u0007\"}               | /authority     | control-character",
                "{\"authority\": \"电13800001111\"}         | /authority     | personal-number",
                "{\"tags\": [\"13800001111 张三\"]}         | /tags/0        | personal-number",
                "{\"tags\": [\"号11010519491231002x\"]}     | /tags/0        | personal-number",
                "{\"tags\": [\"１３８００００１１１１\"]}      | /tags/0        | personal-number",
                "{\"author\": {}}                           | /author/name   | required",
                "{\"author\": {\"name\": null}}             | /author/name   | required",
                "{\"author\": {\"name\": \"a\", \"sex\": \"3\"}} | /author/sex | not-a-code",
                "{\"author\": {\"name\": \"a\", \"citizenNumber\": \"110105194912310021\"}} | /author/citizenNumber | citizen-number",
                "{\"readers\": [{\"name\": \"a\"}, {\"name\": \"b\"}, {\"name\": \"c\"}]} | /readers | size",
                "{\"readers\": [{\"name\": \"a\"}, {}]}     | /readers/1/name | required",
            })
    void what_breaks_a_rule_is_unprocessable_with_a_pointer(String extra, String pointer, String code) {
        JsonNode error = only(open(extra).requireStatus(422), "invalid-field");
        assertThat(error.path("pointer").asString()).isEqualTo(pointer);
        assertThat(error.path("code").asString()).isEqualTo(code);
        assertThat(error.path("message").asString()).isNotBlank().doesNotContain("problem.", "{0}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"十个汉字一行到底好\"}",
                "{\"text\": \"a\\n\\tb\"}",
                "{\"text\": \"😀😀😀😀😀😀😀😀😀😀\"}",
                "{\"weight\": 9999999999999999.99}",
                "{\"weight\": 1e15}",
                "{\"count\": 1.0}",
                "{\"money\": {\"amount\": \"0.5\"}}",
                "{\"money\": {\"amount\": 2.123456, \"enteredUnit\": \"万元\"}}",
                "{\"colour\": null, \"text\": null}",
                "{\"author\": {\"name\": \"示例\", \"citizenNumber\": \"11010519491231002X\"}}",
                "{\"about\": null, \"mentions\": []}",
                "{\"tags\": [\"530303202207\", \"12800001111\", \"113800001111\", \"1101051949123100211\"]}",
            })
    void what_keeps_the_rules_is_taken(String extra) {
        open(extra).requireStatus(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"villageCode\": }",
                "{'villageCode': 'a'}",
                "{\"villageCode\": \"530328202207\"} x",
                "{\"villageCode\": \"530328202207\"}{}",
                "// none\n{}",
                "",
                "{\"weight\": NaN}",
                "{\"weight\": 01}",
            })
    void what_is_no_json_is_malformed(String body) {
        assertThat(server.post("OpenNote", body).requireStatus(400).code()).isEqualTo("malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"a\"", "null", "7"})
    void what_is_no_object_is_refused(String body) {
        assertThat(only(server.post("OpenNote", body).requireStatus(400), "invalid-body")
                        .path("code")
                        .asString())
                .isEqualTo("not-an-object");
    }

    @Test
    void a_field_given_twice_is_refused_where_it_stands() {
        JsonNode error = only(
                server.post("OpenNote", "{\"author\": {\"name\": \"a\", \"name\": \"b\"}}")
                        .requireStatus(400),
                "invalid-body");
        assertThat(error.path("code").asString()).isEqualTo("duplicate-field");
        assertThat(error.path("pointer").asString()).isEqualTo("/author/name");
    }

    @Test
    void what_is_nested_too_deeply_or_a_number_too_long_is_refused_as_that() {
        for (String value : List.of("[".repeat(500) + "]".repeat(500), "1".repeat(101))) {
            JsonNode error =
                    only(server.post("OpenNote", "{\"author\": " + value + "}").requireStatus(400), "malformed-json");
            assertThat(error.path("code").asString()).isEqualTo("too-deep-or-long");
            assertThat(error.path("pointer").asString()).startsWith("/author");
        }
    }

    @Test
    void what_cannot_be_shown_is_not_sent_back() {
        Reply reply = server.post("OpenNote", "{\"\\u0000" + "长".repeat(1_000) + "\": 1}")
                .requireStatus(400);
        assertThat(reply.json().path("errors").get(0).path("pointer").asString())
                .startsWith("/\ufffd长")
                .hasSize(400);
        assertThat(server.post(
                                "OpenNote",
                                "{\"villageCode\": \"\\u5730"
                                        .concat("地".repeat(1_000))
                                        .concat("\"}"))
                        .requireStatus(422)
                        .code())
                .isEqualTo("invalid-field");
    }

    @Test
    void nesting_without_end_is_refused() {
        server.post("OpenNote", "{\"a\":" + "[".repeat(10_000)).requireStatus(400);
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        Reply reply =
                open("{\"weight\": -1, \"text\": \"\", \"count\": 3000000000}").requireStatus(422);
        assertThat(reply.json().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/weight", "/text", "/count");
    }

    @Test
    void a_required_id_and_field_that_are_missing_are_named() {
        assertThat(server.post("ContinueNote", "{}")
                        .requireStatus(422)
                        .json()
                        .path("errors")
                        .findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/noteId", "/lines", "/text");
        assertThat(server.post("CloseNote", "{}")
                        .requireStatus(422)
                        .json()
                        .path("errors")
                        .findValuesAsString("pointer"))
                .containsExactly("/noteId");
    }

    @Test
    void a_determined_id_cannot_be_given() {
        Reply reply = server.post("RegisterDivision", """
                        {"divisionId": "530328202209", "code": "530328202209", "name": "别处"}""").requireStatus(422);
        assertThat(only(reply, "invalid-field").path("code").asString()).isEqualTo("determined");
    }

    @Test
    void more_than_a_mebibyte_is_too_large() {
        String padding = " ".repeat(Body.MAX);
        assertThat(server.post("OpenNote", "{\"villageCode\": \"530328202207\"" + padding + "}")
                        .requireStatus(413)
                        .code())
                .isEqualTo("content-too-large");
        String fits = "{\"villageCode\": \"530328202207\"}";
        server.post("OpenNote", " ".repeat(Body.MAX - fits.length()) + fits).requireStatus(201);
    }

    private Reply open(String extra) {
        String rest = extra.strip().substring(1);
        return server.post("OpenNote", "{\"villageCode\": \"530328202207\"" + (rest.equals("}") ? "" : ", ") + rest);
    }

    private static JsonNode only(Reply reply, String code) {
        assertThat(reply.code()).as(reply.body()).isEqualTo(code);
        List<JsonNode> errors = reply.json().path("errors").valueStream().toList();
        assertThat(errors).as(reply.body()).hasSize(1);
        return errors.getFirst();
    }
}
