package org.minqing.command.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.command.note.Note;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;
import org.minqing.command.platform.type.CommandType;
import org.minqing.command.platform.type.CommandTypes;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;
import org.minqing.log.WatchedFigures;

class ProblemsTest {
    private final CommandServer server = CommandServer.shared();

    @ParameterizedTest
    @CsvSource({
        "zh-CN, zh, 没有这种命令",
        "en-GB, en, No such command",
        "'de, en;q=0.5, zh;q=0.4', en, No such command",
        "'en;q=0, zh', zh, 没有这种命令",
        "de, zh, 没有这种命令",
        "*, zh, 没有这种命令",
        "'!!', zh, 没有这种命令",
    })
    void speaks_the_language_that_is_asked_for(String asked, String answered, String title) {
        Reply reply =
                server.post("NoSuchCommand", "{}", "Accept-Language", asked).requireStatus(404);
        assertThat(reply.json().path("title").asString()).isEqualTo(title);
        assertThat(reply.header("Content-Language")).contains(answered);
    }

    @Test
    void speaks_chinese_unless_asked() {
        assertThat(server.post("NoSuchCommand", "{}").json().path("title").asString())
                .isEqualTo("没有这种命令");
    }

    @Test
    void has_every_member_of_the_contract() {
        Reply reply = server.post("CloseNote", "{\"noteId\": 1}").requireStatus(400);
        assertThat(reply.header("Content-Type")).contains("application/problem+json");
        assertThat(reply.json().propertyNames())
                .containsExactly("type", "title", "status", "detail", "code", "errors", "traceId");
        assertThat(reply.json().path("type").asString()).isEqualTo("urn:minqing:problem:invalid-body");
        assertThat(reply.json().path("status").asInt()).isEqualTo(400);
        assertThat(reply.json().path("traceId").asString()).matches("[0-9a-f]{32}");
        assertThat(reply.json().path("errors").get(0).propertyNames()).containsExactly("pointer", "code", "message");
    }

    @Test
    void carries_the_callers_trace() {
        Reply reply = server.post(
                "NoSuchCommand", "{}", "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        assertThat(reply.json().path("traceId").asString()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void a_missing_or_bad_token_is_a_problem_too() {
        String expired = "Bearer " + server.identity().expired();
        String foreign = "Bearer " + server.identity().ofAnotherIssuer();
        for (String token : List.of("Bearer x", "Bearer a.b.c", expired, foreign)) {
            Reply reply = server.send(
                            "POST", "/v1/commands/CloseNote", "{}", "Authorization", token, "Accept-Language", "en")
                    .requireStatus(401);
            assertThat(reply.header("Content-Type")).contains("application/problem+json");
            assertThat(reply.header("WWW-Authenticate")).isPresent();
            assertThat(reply.json().path("title").asString()).isEqualTo("Not signed in");
        }
        assertThat(server.send("GET", "/v1/commands", null)
                        .requireStatus(401)
                        .json()
                        .path("title")
                        .asString())
                .isEqualTo("未登录");
    }

    @Test
    void unknown_paths_methods_and_types_are_problems() {
        assertThat(server.get("/v1/nothing").requireStatus(404).code()).isEqualTo("not-found");
        assertThat(server.send("DELETE", "/v1/commands/CloseNote", null, "Authorization", office())
                        .requireStatus(405)
                        .header("Allow"))
                .contains("POST");
        assertThat(server.post("CloseNote", "x", "Content-Type", "text/plain")
                        .requireStatus(415)
                        .code())
                .isEqualTo("unsupported-media-type");
        assertThat(server.send(
                                "POST",
                                "/v1/commands",
                                "{}",
                                "Authorization",
                                office(),
                                "Content-Type",
                                "application/json")
                        .requireStatus(415)
                        .code())
                .isEqualTo("unsupported-media-type");
        assertThat(server.send("POST", "/v1/commands/CloseNote", "{}", "Authorization", office())
                        .requireStatus(415)
                        .json()
                        .path("detail")
                        .asString())
                .contains("application/x-ndjson");
    }

    @Test
    void a_path_the_container_refuses_shows_nothing_of_it() throws IOException {
        List<String> paths = List.of(
                "/v1/%2e%2e/x", "/v1/com;mands//x", "/v1/[x", "/v1/a%2Fb", "/v1/%00", "/v1/" + "x".repeat(9000));
        for (String path : paths) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .startsWith("HTTP/1.1 4")
                    .contains("application/problem+json", "\"code\":\"bad-request\"", "\"traceId\"")
                    .doesNotContain("Tomcat", "Exception", "\tat ", "<");
        }
        assertThat(raw("nonsense\r\n\r\n"))
                .startsWith("HTTP/1.1 4")
                .doesNotContain("Tomcat", "Exception", "\tat ", "<");
    }

    @Test
    void a_failure_inside_tells_what_to_do_and_nothing_of_the_inside() {
        UUID note = server.post("OpenNote", "{\"villageCode\": \"530328202207\"}")
                .requireStatus(201)
                .id();
        Note.onContinue = (command, situation) -> {
            throw new IllegalStateException("inside matters");
        };
        try {
            Reply reply = server.post("ContinueNote", "{\"noteId\": \"" + note + "\", \"lines\": 1, \"text\": \"一\"}")
                    .requireStatus(500);
            assertThat(reply.code()).isEqualTo("internal-error");
            assertThat(reply.body()).doesNotContain("inside matters", "Exception", "org.minqing.command");
            assertThat(reply.json().path("detail").asString()).contains("traceId");
        } finally {
            Note.onContinue = (command, situation) -> {};
        }
        assertThat(server.stream("Note-" + note)).hasSize(1);
    }

    @Test
    void health_needs_no_token_and_the_figures_do() throws java.io.IOException {
        assertThat(server.send("GET", "/actuator/health", null)
                        .requireStatus(200)
                        .body())
                .contains("UP");
        server.send("GET", "/actuator/prometheus", null).requireStatus(401);
        server.post("OpenNote", "{\"villageCode\": \"530328202207\"}").requireStatus(201);
        server.get("/actuator/prometheus").requireStatus(403);
        String monitor = "Bearer " + server.identity().token("prometheus", "53", "monitor");
        assertThat(server.send("GET", "/actuator/prometheus", null, "Authorization", monitor)
                        .requireStatus(200)
                        .body())
                .contains(
                        "minqing_commands_seconds",
                        "minqing_log_commit_seconds_bucket",
                        "minqing_log_queue",
                        "hikaricp_connections_active")
                .contains(WatchedFigures.without("minqing_read_", "minqing_security_"));
    }

    @Test
    void whatever_is_said_in_one_language_is_said_in_the_other() {
        Texts texts = new Texts();
        for (CommandType type : CommandTypes.scan("org.minqing.command").all()) {
            for (Language language : Language.values()) {
                assertThat(texts.find(language, "command." + type.name()))
                        .as("%s in %s", type.name(), language)
                        .isPresent();
            }
        }
        assertThat(texts.twice()).isEmpty();
        assertThat(texts.keys(Language.ZH)).isEqualTo(texts.keys(Language.EN));
    }

    private String office() {
        return "Bearer " + server.identity().token("office", "53", "office");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.uri("/").getPort())) {
            socket.setSoTimeout(90_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
