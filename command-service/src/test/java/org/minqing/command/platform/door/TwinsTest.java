package org.minqing.command.platform.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.refusal.StrictJson;
import org.minqing.events.Sealed;
import org.minqing.events.note.NoteEvent.NoteOpened;
import org.minqing.keys.SealedText;
import org.minqing.keys.SubjectKeys;
import tools.jackson.databind.JsonNode;

/** What looks the same is the same, and what nobody sees is not taken. */
class TwinsTest {
    private static final String NUMBER = "11010519491231002X";

    private final CommandServer server = CommandServer.shared();
    private final SubjectKeys keys = server.bean(SubjectKeys.class);

    @Test
    void an_invisible_character_is_refused_in_every_text_and_said_by_its_number() {
        refused("\"text\": \"饮水\\u200b\"", "/text", "invisible-character");
        refused("\"author\": {\"name\": \"示例\\u3164\"}", "/author/name", "invisible-character");
        refused("\"authority\": \"云发\\ufe0f\"", "/authority", "invisible-character");
        refused("\"text\": \"饮水\\ufffc\"", "/text", "invisible-character");
        assertThat(open("\"text\": \"饮水\\u200b\"", UUID.randomUUID())
                        .requireStatus(422)
                        .body())
                .contains("第 3 个字符 U+200B");
    }

    @Test
    void blanks_around_a_text_are_gone_before_it_is_sealed_compared_or_told_from_another() {
        UUID key = UUID.randomUUID();
        UUID note = open("\"text\": \" \\u3000他家三口人\\u00a0\\r\\n\"", key)
                .requireStatus(201)
                .id();
        assertThat(clear(opened(note).text())).isEqualTo("他家三口人");
        assertThat(open("\"text\": \"他家三口人\"", key).requireStatus(201).header("Idempotency-Replayed"))
                .contains("true");
        UUID author = open("\"author\": {\"name\": \"示例爻 \"}", UUID.randomUUID())
                .requireStatus(201)
                .id();
        assertThat(clear(Objects.requireNonNull(opened(author).author()).name()))
                .isEqualTo("示例爻");
    }

    @Test
    void a_small_x_and_wide_digits_of_a_citizen_number_are_the_number() {
        for (String typed : new String[] {"11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ"}) {
            UUID note = author(typed, "").requireStatus(201).id();
            Sealed number = Objects.requireNonNull(
                    Objects.requireNonNull(opened(note).author()).citizenNumber());
            assertThat(clear(number)).isEqualTo(NUMBER);
            assertThat(keys.findExactly("citizen-number", NUMBER)).contains(number.subject());
        }
    }

    @Test
    void whoever_is_named_in_wide_letters_is_found_in_narrow_ones() {
        String phone = "139" + (10_000_000 + (int) (Math.random() * 80_000_000));
        StringBuilder wide = new StringBuilder();
        phone.chars().forEach(c -> wide.append((char) (c - '0' + '０')));
        UUID note = open("\"author\": {\"name\": \"示例壬\", \"phone\": \"" + wide + "\"}", UUID.randomUUID())
                .requireStatus(201)
                .id();
        assertThat(keys.findExactly("phone", phone))
                .contains("person:"
                        + Objects.requireNonNull(opened(note).author()).personId());
    }

    @ParameterizedTest
    @CsvSource({"440524188001010014, ''", "110105201201050025, 2012-01-04", "110105209912310010, ''"})
    void a_birthday_lies_between_1900_and_the_day(String number, String day) {
        Reply reply = author(number, day.isEmpty() ? "" : ", \"occurredOn\": \"" + day + "\"");
        JsonNode error = reply.requireStatus(422).json().path("errors").get(0);
        assertThat(error.path("pointer").asString()).isEqualTo("/author/citizenNumber");
        assertThat(error.path("code").asString()).isEqualTo("birthday");
        assertThat(reply.body()).doesNotContain(number);
    }

    @Test
    void whoever_was_born_on_the_day_is_taken() {
        author("110105201201050025", ", \"occurredOn\": \"2012-01-05\"").requireStatus(201);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json;charset=GBK, ",
        "application/json;charset=ISO-8859-1, ",
        "application/json; charset=\"utf-16\", ",
        "application/json;charset=none-such, ",
        "application/json, gzip",
        "application/json, br",
        "application/json, 'identity, gzip'",
    })
    void what_is_announced_as_anything_but_plain_utf_8_is_not_read(String type, @Nullable String coding) {
        String body = "{\"villageCode\": \"530328202207\"}";
        for (String path : new String[] {"/v1/commands/OpenNote", "/v1/commands"}) {
            String kind = path.endsWith("Note") ? type : type.replace("application/json", "application/x-ndjson");
            assertThat(sent(path, body, kind, coding).requireStatus(415).code()).isEqualTo("unsupported-media-type");
        }
        Reply upload = coding == null
                ? server.upload(
                        "?name=a", new byte[] {1, 2, 3}, "Content-Type", "multipart/form-data;boundary=x;charset=GBK")
                : server.upload(
                        "", new byte[] {1, 2, 3}, "Content-Type", "application/pdf", "Content-Encoding", coding);
        assertThat(upload.requireStatus(415).code()).isEqualTo("unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "GB18030"})
    void what_is_announced_as_nothing_and_is_not_utf_8_is_no_json(String charset) {
        byte[] body = "{\"villageCode\": \"530328202207\", \"text\": \"饮水\"}".getBytes(Charset.forName(charset));
        assertThatThrownBy(() -> StrictJson.object(body)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("malformed-json");
            assertThat(refusal.errors().getFirst().code()).isEqualTo("not-json");
        });
    }

    @Test
    void a_body_announced_as_utf_8_is_read() {
        String body = "{\"villageCode\": \"530328202207\"}";
        sent("/v1/commands/OpenNote", body, "application/json;charset=UTF-8", null)
                .requireStatus(201);
        sent("/v1/commands/OpenNote", body, "application/json;charset=\"utf-8\"", "identity")
                .requireStatus(201);
        sent("/v1/commands", body, "application/x-ndjson;charset=utf8", null).requireStatus(200);
    }

    private Reply sent(String path, String body, String type, @Nullable String coding) {
        String bearer = server.bearer(CommandServer.OFFICE, "5303", "office");
        String key = UUID.randomUUID().toString();
        return coding == null
                ? server.send("POST", path, body, "Authorization", bearer, "Idempotency-Key", key, "Content-Type", type)
                : server.send(
                        "POST",
                        path,
                        body,
                        "Authorization",
                        bearer,
                        "Idempotency-Key",
                        key,
                        "Content-Type",
                        type,
                        "Content-Encoding",
                        coding);
    }

    private void refused(String fields, String pointer, String code) {
        JsonNode error = open(fields, UUID.randomUUID())
                .requireStatus(422)
                .json()
                .path("errors")
                .get(0);
        assertThat(error.path("pointer").asString()).isEqualTo(pointer);
        assertThat(error.path("code").asString()).isEqualTo(code);
    }

    private Reply author(String number, String more) {
        return open("\"author\": {\"name\": \"示例甲\", \"citizenNumber\": \"" + number + "\"}" + more, UUID.randomUUID());
    }

    private Reply open(String fields, UUID key) {
        return server.post(
                "OpenNote", "{\"villageCode\": \"530328202207\", " + fields + "}", "Idempotency-Key", key.toString());
    }

    private NoteOpened opened(UUID note) {
        return (NoteOpened) server.stream("Note-" + note).getFirst().payload();
    }

    private String clear(@Nullable Sealed sealed) {
        Sealed one = Objects.requireNonNull(sealed);
        return keys.find(Set.of(one.subject()))
                .open(new SealedText(one.v(), one.subject(), one.alg(), one.iv(), one.ct()))
                .orElseThrow();
    }
}
