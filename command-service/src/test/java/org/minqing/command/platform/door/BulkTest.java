package org.minqing.command.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;
import org.minqing.command.platform.refusal.StrictJson;
import org.minqing.events.Ids;
import tools.jackson.databind.JsonNode;

@Timeout(300)
class BulkTest {
    private static final String CLIENT = "bulk";

    private final CommandServer server = CommandServer.shared();
    private final String token = "Bearer " + server.identity().token(CLIENT, "53", "office", "province");

    @Test
    void lines_are_answered_in_order_each_by_itself() {
        UUID first = UUID.randomUUID();
        UUID note = Ids.made(CLIENT, first);
        List<JsonNode> answers = send(
                line("OpenNote", first, "{\"villageCode\": \"530328202207\", \"text\": \"张三\"}"),
                line(
                        "ContinueNote",
                        UUID.randomUUID(),
                        "{\"noteId\": \"" + note + "\", \"lines\": 2, \"text\": \"二\"}"),
                line(
                        "ContinueNote",
                        UUID.randomUUID(),
                        "{\"noteId\": \"" + note + "\", \"lines\": 0, \"text\": \"二\"}"),
                "",
                "not json",
                line("NoSuch", UUID.randomUUID(), "{}"),
                "{\"command\": \"CloseNote\"}",
                line("CloseNote", UUID.randomUUID(), "{\"noteId\": \"" + note + "\"}"),
                line("CloseNote", UUID.randomUUID(), "{\"noteId\": \"" + note + "\"}"));
        assertThat(answers.stream().map(a -> a.path("line").asInt())).containsExactly(1, 2, 3, 5, 6, 7, 8, 9);
        assertThat(answers.stream().map(a -> a.path("status").asInt()))
                .containsExactly(201, 201, 422, 400, 404, 400, 201, 200);
        assertThat(answers.getFirst().propertyNames())
                .containsExactly("line", "status", "commandId", "subject", "version", "position", "events");
        assertThat(answers.get(2).path("code").asString()).isEqualTo("invalid-field");
        assertThat(answers.get(2).path("errors").get(0).path("pointer").asString())
                .isEqualTo("/lines");
        assertThat(answers.get(3).path("traceId").asString()).isNotBlank();
        assertThat(answers.get(5).path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/data", "/commandId");
        assertThat(server.stream("Note-" + note)).hasSize(4);
    }

    @Test
    void answers_are_bounded_by_what_was_sent() {
        int lines = 20_000;
        Reply answer = server.postLines("1\n".repeat(lines)).requireStatus(200);
        assertThat(answer.body().lines()).hasSize(lines);
        assertThat(answer.body().length()).isLessThan((1 << 20) + 40 * 2 * lines);
        assertThat(StrictJson.MAPPER.readTree(answer.body().lines().toList().getLast()))
                .isEqualTo(
                        StrictJson.MAPPER.readTree("{\"line\": 20000, \"status\": 400, \"code\": \"invalid-body\"}"));
    }

    /** What is appended in one batch is recorded at one time. */
    @Test
    void corrections_of_different_streams_need_not_wait_for_each_other() {
        List<String> made = new ArrayList<>();
        String run = UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < 60; i++) {
            made.add(line("RegisterHousehold", UUID.randomUUID(), """
                    {"villageCode":"530328202208","group":1,"householdNo":"%s-%d","head":{"name":"示例甲"}}""".formatted(run, i)));
        }
        List<String> corrections = new ArrayList<>();
        for (JsonNode answer : send(made.toArray(String[]::new))) {
            assertThat(answer.path("status").asInt()).as("%s", answer).isEqualTo(201);
            corrections.add(line("Correct", UUID.randomUUID(), """
                    {"eventId":"%s","changes":{"group":2},"reason":"误录"}""".formatted(
                            answer.path("events").get(0).path("id").asString())));
        }
        List<JsonNode> answers = send(corrections.toArray(String[]::new));
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.path("status").asInt())
                        .as("%s", answer)
                        .isEqualTo(201));
        assertThat(answers.stream()
                        .map(answer -> answer.path("position").asLong())
                        .map(position -> server.log()
                                .readRange(position, position)
                                .getFirst()
                                .recordedAt())
                        .distinct())
                .hasSizeLessThan(60);
    }

    @Test
    void the_same_lines_again_get_the_same_answers() {
        UUID key = UUID.randomUUID();
        String open = line("OpenNote", key, "{\"villageCode\": \"530328202207\"}");
        JsonNode first = send(open).getFirst();
        long head = server.log().head();
        JsonNode again = send(open).getFirst();
        assertThat(again.path("replayed").asBoolean()).isTrue();
        assertThat(again.path("events")).isEqualTo(first.path("events"));
        assertThat(server.post(
                                "OpenNote",
                                "{\"villageCode\": \"530328202207\"}",
                                "Idempotency-Key",
                                key.toString(),
                                "Authorization",
                                token)
                        .header("Idempotency-Replayed"))
                .contains("true");
        assertThat(server.log().head()).isEqualTo(head);
    }

    @Test
    void each_line_is_judged_by_its_own_commands_roles() {
        String province = "Bearer " + server.identity().token("province-bulk", "53", "province");
        List<JsonNode> answers = sendAs(
                province,
                line("RenameDivision", UUID.randomUUID(), "{\"divisionId\": \"5303\", \"name\": \"曲靖市\"}"),
                line("OpenNote", UUID.randomUUID(), "{\"villageCode\": \"530328202207\"}"));
        assertThat(answers.stream().map(a -> a.path("status").asInt())).containsExactly(200, 403);
    }

    @Test
    void a_line_too_long_is_told_so_and_the_next_is_taken() {
        List<JsonNode> answers = send(
                line("OpenNote", UUID.randomUUID(), "{\"villageCode\": \"530328202207\"" + " ".repeat(Body.MAX) + "}"),
                line("OpenNote", UUID.randomUUID(), "{\"villageCode\": \"530328202207\"}"));
        assertThat(answers.stream().map(a -> a.path("status").asInt())).containsExactly(413, 201);
    }

    @Test
    void somebody_who_may_send_nothing_is_refused_at_the_door() {
        String administrator = "Bearer " + server.identity().token("admin", "53", "administrator");
        Reply reply = server.send(
                "POST", "/v1/commands", "x", "Authorization", administrator, "Content-Type", "application/x-ndjson");
        assertThat(reply.requireStatus(403).header("Content-Type")).contains("application/problem+json");
    }

    @Test
    void who_waits_for_an_answer_before_sending_on_gets_it() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.uri("/").getPort())) {
            socket.setSoTimeout(90_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/commands HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n"
                            + "Content-Type: application/x-ndjson\r\nAuthorization: " + token + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (int i = 1; i <= 3; i++) {
                byte[] line = (line("OpenNote", UUID.randomUUID(), "{\"villageCode\": \"530328202207\"}") + "\n")
                        .getBytes(StandardCharsets.UTF_8);
                out.write((Integer.toHexString(line.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(line);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                assertThat(readUntil(in, "{\"line\":" + i)).contains("\"status\":201");
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void who_reads_nothing_before_all_is_sent_is_served_too() throws Exception {
        int lines = 40_000;
        // refused each, so that it is quick; 12 MB of answers are more than any connection takes in by itself
        String line = line("NoSuchCommandOfAVeryLongNameThatMakesAnAnswerLong", UUID.randomUUID(), "{}") + "\n";
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket("127.0.0.1", server.uri("/").getPort())) {
            socket.setSoTimeout(90_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/commands HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: "
                            + (long) bytes.length * lines
                            + "\r\nContent-Type: application/x-ndjson\r\nAuthorization: " + token + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < lines; i++) {
                out.write(bytes);
            }
            out.flush();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(readUntil(in, "{\"line\":" + lines + ",")).contains("\"status\":404");
        }
    }

    @Test
    void a_request_without_end_is_kept_within_bounds() throws Exception {
        List<String> answers = new ArrayList<>();
        try (PipedOutputStream source = new PipedOutputStream()) {
            PipedInputStream sink = new PipedInputStream(source, 1 << 16);
            Thread writer = Thread.startVirtualThread(() -> {
                try (source) {
                    for (int i = 0; i < 500; i++) {
                        source.write((line("OpenNote", UUID.randomUUID(), "{\"villageCode\": \"530328202207\"}") + "\n")
                                .getBytes(StandardCharsets.UTF_8));
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            HttpResponse<Stream<String>> response = server.http()
                    .send(
                            HttpRequest.newBuilder(server.uri("/v1/commands"))
                                    .headers("Authorization", token, "Content-Type", "application/x-ndjson")
                                    .POST(BodyPublishers.ofInputStream(() -> sink))
                                    .build(),
                            BodyHandlers.ofLines());
            response.body().forEach(answers::add);
            writer.join(TimeUnit.SECONDS.toMillis(90));
        }
        assertThat(answers).hasSize(500).allMatch(a -> a.contains("\"status\":201"));
    }

    private List<JsonNode> send(String... lines) {
        return sendAs(token, lines);
    }

    private List<JsonNode> sendAs(String authorization, String... lines) {
        Reply reply = server.send(
                        "POST",
                        "/v1/commands",
                        String.join("\n", lines) + "\n",
                        "Authorization",
                        authorization,
                        "Content-Type",
                        "application/x-ndjson")
                .requireStatus(200);
        assertThat(reply.header("Content-Type")).contains("application/x-ndjson");
        return reply.body().lines().map(StrictJson.MAPPER::readTree).toList();
    }

    private static String line(String command, UUID commandId, String data) {
        return "{\"command\": \"" + command + "\", \"commandId\": \"" + commandId + "\", \"data\": " + data + "}";
    }

    private static String readUntil(BufferedReader in, String beginning) throws IOException {
        String line = in.readLine();
        while (line != null && !line.startsWith(beginning)) {
            line = in.readLine();
        }
        return String.valueOf(line);
    }
}
