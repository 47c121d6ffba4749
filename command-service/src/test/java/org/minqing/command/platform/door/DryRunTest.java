package org.minqing.command.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;
import org.minqing.command.platform.refusal.StrictJson;
import org.minqing.events.Ids;
import tools.jackson.databind.JsonNode;

class DryRunTest {
    private static final String OPEN = """
            {"villageCode": "530328202207", "text": "张三"}""";

    private final CommandServer server = CommandServer.shared();

    @Test
    void says_what_would_come_and_writes_nothing() {
        UUID key = UUID.randomUUID();
        Written before = written();
        Reply reply = post("OpenNote?dryRun=true", OPEN, key).requireStatus(200);
        UUID id = Ids.made(CommandServer.OFFICE, key);
        assertThat(reply.json().toString())
                .isEqualTo("{\"commandId\":\"" + key + "\",\"subject\":{\"type\":\"Note\",\"id\":\"" + id
                        + "\"},\"dryRun\":true,\"events\":[{\"type\":\"Note.NoteOpened\"}]}");
        assertThat(reply.header("Location")).isEmpty();
        assertThat(reply.header("ETag")).isEmpty();
        assertThat(written()).isEqualTo(before);

        post("OpenNote?dryRun=false", OPEN, key).requireStatus(201);
        assertThat(server.stream("Note-" + id)).hasSize(1);
        assertThat(written().keys()).isGreaterThan(before.keys());
    }

    @Test
    void tells_every_event_in_order_and_the_stream_goes_on_as_if_nothing_had_been_asked() {
        UUID note = note();
        String two = "{\"noteId\": \"" + note + "\", \"lines\": 2, \"text\": \"二\"}";
        for (int i = 0; i < 2; i++) {
            assertThat(post("ContinueNote?dryRun=true", two, UUID.randomUUID())
                            .requireStatus(200)
                            .json()
                            .path("events")
                            .findValuesAsString("type"))
                    .hasSize(2);
        }
        assertThat(post("ContinueNote", two, UUID.randomUUID())
                        .requireStatus(201)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void what_says_nothing_new_would_bring_no_event() {
        UUID note = note();
        String close = "{\"noteId\": \"" + note + "\"}";
        post("CloseNote", close, UUID.randomUUID()).requireStatus(201);
        Reply reply = post("CloseNote?dryRun=true", close, UUID.randomUUID()).requireStatus(200);
        assertThat(reply.json().path("events").size()).isZero();
        assertThat(reply.json().path("dryRun").asBoolean()).isTrue();
    }

    @Test
    void a_refusal_is_the_real_one() {
        UUID note = note();
        String late = "{\"noteId\": \"" + note + "\", \"lines\": 1, \"text\": \"二\", \"occurredOn\": \"2011-12-31\"}";
        post("CloseNote", "{\"noteId\": \"" + note + "\"}", UUID.randomUUID()).requireStatus(201);
        String[][] refused = {
            {"NoSuch", "{}"},
            {"OpenNote", "{\"colour\": 1}"},
            {"OpenNote", "{}"},
            {"OpenNote", "{\"villageCode\": \"999999999999\"}"},
            {"CloseNote", "{\"noteId\": \"" + UUID.randomUUID() + "\"}"},
            {"ContinueNote", late},
            {"Void", "{\"eventId\": \"" + UUID.randomUUID() + "\", \"reason\": \"误\"}"}
        };
        for (String[] each : refused) {
            UUID key = UUID.randomUUID();
            Reply dry = post(each[0] + "?dryRun=true", each[1], key);
            Reply real = post(each[0], each[1], key);
            assertThat(dry.status()).as(real.body()).isEqualTo(real.status()).isGreaterThanOrEqualTo(400);
            assertThat(dry.code()).isEqualTo(real.code());
            assertThat(dry.json().path("errors")).isEqualTo(real.json().path("errors"));
        }
    }

    @Test
    void a_void_is_tried_as_any_command() {
        Reply opened = post("OpenNote", OPEN, UUID.randomUUID()).requireStatus(201);
        String undo = "{\"eventId\": \""
                + opened.json().path("events").get(0).path("id").asString() + "\", \"reason\": \"误记\"}";
        Written before = written();
        assertThat(post("Void?dryRun=true", undo, UUID.randomUUID())
                        .requireStatus(200)
                        .json()
                        .path("events")
                        .toString())
                .isEqualTo("[{\"type\":\"Note.NoteOpened.Voided\"}]");
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void a_key_used_before_answers_as_it_would() {
        UUID key = UUID.randomUUID();
        post("OpenNote", OPEN, key).requireStatus(201);
        Reply again = post("OpenNote?dryRun=true", OPEN, key).requireStatus(200);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.json().path("events").size()).isZero();
        post("OpenNote?dryRun=true", "{\"villageCode\": \"530328202207\"}", key)
                .requireProblem(422, "idempotency-key-reused");
    }

    @Test
    void each_line_in_bulk_is_judged_against_what_stands() {
        UUID key = UUID.randomUUID();
        UUID made = Ids.made(CommandServer.OFFICE, key);
        UUID note = note();
        Written before = written();
        List<JsonNode> answers = lines(
                "?dryRun=true",
                line("OpenNote", key, OPEN),
                line("CloseNote", UUID.randomUUID(), "{\"noteId\": \"" + note + "\"}"),
                // the first line's note, which does not stand
                line("CloseNote", UUID.randomUUID(), "{\"noteId\": \"" + made + "\"}"),
                line("CloseNote", UUID.randomUUID(), "{\"noteId\": \"" + note + "\"}"),
                "{");
        assertThat(answers.stream().map(a -> a.path("status").asInt())).containsExactly(200, 200, 404, 200, 400);
        assertThat(answers.stream().map(a -> a.path("dryRun").asBoolean())).containsOnly(true);
        assertThat(answers.getFirst().path("events").toString()).isEqualTo("[{\"type\":\"Note.NoteOpened\"}]");
        assertThat(written()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour=red,unknown-parameter",
                "dryRun=yes,malformed-parameter",
                "dryRun=,malformed-parameter",
                "dryRun,malformed-parameter",
                "dryRun=true&dryRun=true,malformed-parameter",
                "asOf=2012-01-01,unknown-parameter"
            })
    void the_query_string_is_judged_like_the_body(String each) {
        String query = each.substring(0, each.indexOf(','));
        String code = each.substring(each.indexOf(',') + 1);
        Written before = written();
        post("OpenNote?" + query, OPEN, UUID.randomUUID()).requireProblem(400, code);
        server.send(
                        "POST",
                        "/v1/commands?" + query,
                        line("OpenNote", UUID.randomUUID(), OPEN),
                        "Authorization",
                        server.bearer(CommandServer.OFFICE, "53", "office"),
                        "Content-Type",
                        "application/x-ndjson")
                .requireProblem(400, code);
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void lists_of_commands_take_no_parameter() {
        server.get("/v1/commands?dryRun=true").requireProblem(400, "unknown-parameter");
        server.get("/v1/commands/Correct/Note.NoteOpened?x=1").requireProblem(400, "unknown-parameter");
    }

    @Test
    void a_file_is_not_stored_for_trial() {
        server.upload("?name=a.png&dryRun=true", new byte[] {1}).requireProblem(400, "unknown-parameter");
        server.upload("?name=", new byte[] {1}).requireProblem(400, "malformed-parameter");
        server.upload("?name=a&name=b", new byte[] {1}).requireProblem(400, "malformed-parameter");
    }

    private record Written(long head, long keys, long found) {}

    private Written written() {
        return new Written(server.log().head(), count("keys.subject_key"), count("keys.exact_match"));
    }

    private long count(String table) {
        return server.tables()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private UUID note() {
        return post("OpenNote", OPEN, UUID.randomUUID()).requireStatus(201).id();
    }

    private Reply post(String command, String body, UUID key) {
        return server.post(command, body, "Idempotency-Key", key.toString());
    }

    private static String line(String command, UUID key, String data) {
        return "{\"command\": \"" + command + "\", \"commandId\": \"" + key + "\", \"data\": " + data.strip() + "}";
    }

    private List<JsonNode> lines(String query, String... lines) {
        Reply reply = server.send(
                        "POST",
                        "/v1/commands" + query,
                        String.join("\n", lines),
                        "Authorization",
                        server.bearer(CommandServer.OFFICE, "53", "office"),
                        "Content-Type",
                        "application/x-ndjson")
                .requireStatus(200);
        return Arrays.stream(reply.body().split("\n"))
                .map(StrictJson.MAPPER::readTree)
                .toList();
    }
}
