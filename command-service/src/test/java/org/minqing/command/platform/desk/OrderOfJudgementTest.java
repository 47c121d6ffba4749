package org.minqing.command.platform.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;

/** Each test sends what is wrong in two ways at once: the one judged first is answered. */
class OrderOfJudgementTest {
    private static final String UNKNOWN = "00000000-0000-4000-8000-00000000dead";

    private final CommandServer server = CommandServer.shared();

    @Test
    void no_token_comes_before_all() {
        Reply reply = server.send("POST", "/v1/commands/NoSuchCommand", "not json", "Content-Type", "text/plain")
                .requireStatus(401);
        assertThat(reply.code()).isEqualTo("unauthorized");
    }

    @Test
    void the_role_comes_before_the_body() {
        assertThat(post("CloseNote", "not json", token("cadre"))
                        .requireStatus(403)
                        .code())
                .isEqualTo("role-may-not");
    }

    @Test
    void a_role_that_sends_no_commands_comes_before_the_command() {
        assertThat(post("NoSuchCommand", "{}", token("administrator"))
                        .requireStatus(403)
                        .code())
                .isEqualTo("role-may-not");
    }

    @Test
    void an_unknown_command_comes_before_the_body() {
        assertThat(post("NoSuchCommand", "not json", token("office"))
                        .requireStatus(404)
                        .code())
                .isEqualTo("unknown-command");
    }

    @Test
    void the_body_comes_before_the_subject() {
        assertThat(server.post("CloseNote", "{\"noteId\": \"" + UNKNOWN + "\", \"x\": 1}")
                        .requireStatus(400)
                        .code())
                .isEqualTo("invalid-body");
    }

    @Test
    void the_subject_comes_before_fields() {
        assertThat(server.post("ContinueNote", "{\"noteId\": \"" + UNKNOWN + "\", \"lines\": 0}")
                        .requireStatus(404)
                        .code())
                .isEqualTo("note-not-found");
    }

    @Test
    void a_reference_comes_before_fields_and_scope() {
        assertThat(post("OpenNote", """
                                {"villageCode": "530328202208", "about": "%s", "weight": -1}""".formatted(UNKNOWN), village())
                        .requireStatus(404)
                        .code())
                .isEqualTo("note-not-found");
    }

    @Test
    void a_division_nobody_knows_comes_before_fields() {
        assertThat(server.post("OpenNote", "{\"villageCode\": \"540000\", \"weight\": -1}")
                        .requireStatus(404)
                        .code())
                .isEqualTo("division-not-found");
    }

    @Test
    void the_scope_comes_before_fields() {
        assertThat(post("OpenNote", "{\"villageCode\": \"530328202208\", \"weight\": -1}", village())
                        .requireStatus(403)
                        .code())
                .isEqualTo("out-of-scope");
    }

    @Test
    void fields_come_before_the_version() {
        UUID note = note();
        Reply reply = server.post(
                        "ContinueNote",
                        "{\"noteId\": \"" + note + "\", \"lines\": 0}",
                        "Idempotency-Key",
                        UUID.randomUUID().toString(),
                        "If-Match",
                        "\"9\"")
                .requireStatus(422);
        assertThat(reply.code()).isEqualTo("invalid-field");
        assertThat(reply.json().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/lines", "/text");
    }

    @Test
    void a_value_that_cannot_be_read_hides_no_other_fault_of_the_body() {
        Reply reply = server.post("OpenNote", """
                {"villageCode": "530328202207", "money": {"amount": "ten"}, "weight": -1, "count": "x", "unknown": 1,
                 "text": "一二三四五六七八九十一", "tags": ["a", 1], "readers": ["x"], "author": {"citizenNumber": "1"}}""").requireStatus(400);
        assertThat(reply.code()).isEqualTo("invalid-body");
        assertThat(reply.json().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder(
                        "/money/amount",
                        "/count",
                        "/unknown",
                        "/tags/1",
                        "/readers/0",
                        "/weight",
                        "/text",
                        "/author/name",
                        "/author/citizenNumber");
    }

    @Test
    void an_amount_that_is_none_hides_no_other_fault_of_the_body() {
        for (String money :
                List.of("{\"amount\": \"1.005\"}", "{\"amount\": 1e17}", "{\"enteredUnit\": \"元\"}", "{}")) {
            Reply reply = server.post("OpenNote", """
                    {"villageCode": "530328202207", "money": %s, "weight": -1, "text": "一二三四五六七八九十一"}""".formatted(money)).requireStatus(422);
            assertThat(reply.json().path("errors").findValuesAsString("pointer"))
                    .as(money)
                    .containsExactlyInAnyOrder("/money/amount", "/weight", "/text");
        }
        assertThat(server.post("OpenNote", """
                {"villageCode": "540000", "money": {"amount": "1.005"}}""").requireStatus(404).code()).isEqualTo("division-not-found");
    }

    @Test
    void what_is_changed_is_told_of_all_its_faults_too() {
        UUID opened = server.stream("Note-" + note()).getFirst().eventId();
        Reply unreadable = server.post(
                        "Correct",
                        amendment(
                                opened,
                                ", \"changes\": {\"count\": \"x\", \"money\": {\"amount\": \"1.005\"}, \"weight\": -1}"))
                .requireStatus(400);
        assertThat(unreadable.json().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/changes/count", "/changes/money/amount", "/changes/weight");
        Reply broken = server.post(
                        "Correct",
                        amendment(opened, ", \"changes\": {\"money\": {\"amount\": \"1.005\"}, \"weight\": -1}"))
                .requireStatus(422);
        assertThat(broken.json().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/changes/money/amount", "/changes/weight");
    }

    @Test
    void the_version_comes_before_the_domain() {
        UUID note = note();
        server.post("CloseNote", "{\"noteId\": \"" + note + "\"}").requireStatus(201);
        String body = "{\"noteId\": \"" + note + "\", \"lines\": 1, \"text\": \"一\"}";
        server.post("ContinueNote", body, "Idempotency-Key", UUID.randomUUID().toString(), "If-Match", "\"1\"")
                .requireStatus(412);
        assertThat(server.post("ContinueNote", body).requireStatus(409).code()).isEqualTo("note-closed");
    }

    @Test
    void a_day_ahead_is_a_field() {
        Reply reply = server.post("OpenNote", "{\"villageCode\": \"530328202207\", \"occurredOn\": \"2999-01-01\"}")
                .requireStatus(422);
        assertThat(reply.json().path("errors").get(0).path("code").asString()).isEqualTo("in-the-future");
    }

    @Test
    void the_body_of_an_amendment_comes_before_its_event_and_that_before_what_is_missing() {
        assertThat(server.post("Void", "{\"eventId\": \"" + UNKNOWN + "\", \"x\": 1}")
                        .requireStatus(400)
                        .code())
                .isEqualTo("invalid-body");
        for (String command : List.of("Void", "Correct")) {
            assertThat(server.post(command, "{\"eventId\": \"" + UNKNOWN + "\"}")
                            .requireStatus(404)
                            .code())
                    .isEqualTo("event-not-found");
        }
    }

    @Test
    void fields_and_version_of_an_amendment_come_before_what_stands_against_it() {
        UUID note = note();
        UUID opened = server.stream("Note-" + note).getFirst().eventId();
        server.post("Void", amendment(opened, "")).requireStatus(201);
        UUID voided = server.stream("Note-" + note).getLast().eventId();
        server.post("Void", "{\"eventId\": \"" + voided + "\"}").requireProblem(422, "invalid-field");
        server.post("Correct", "{\"eventId\": \"" + voided + "\", \"changes\": {}}")
                .requireProblem(422, "invalid-field");
        String body = amendment(voided, "");
        server.post("Void", body, "Idempotency-Key", UUID.randomUUID().toString(), "If-Match", "\"9\"")
                .requireProblem(412, "stale-version");
        server.post("Void", body).requireProblem(409, "void-stands");
        server.post("Correct", amendment(voided, ", \"changes\": {}")).requireProblem(409, "void-stands");
    }

    @Test
    void the_place_comes_before_what_is_to_be_changed_and_what_stands_against_it() {
        UUID note = server.post("OpenNote", "{\"villageCode\": \"530328202208\"}")
                .requireStatus(201)
                .id();
        UUID opened = server.stream("Note-" + note).getFirst().eventId();
        server.post("Correct", amendment(opened, ", \"changes\": {\"weight\": 2}"))
                .requireStatus(201);
        UUID correction = server.stream("Note-" + note).getLast().eventId();
        server.post("Correct", amendment(correction, ", \"changes\": {\"weight\": 3}"))
                .requireProblem(409, "correct-the-event");
        for (UUID event : List.of(opened, correction)) {
            assertThat(post("Correct", amendment(event, ", \"changes\": {\"x\": 1}"), village())
                            .requireProblem(404, "event-not-found")
                            .body())
                    .doesNotContain(note.toString());
        }
    }

    private static String amendment(UUID event, String more) {
        return "{\"eventId\": \"" + event + "\", \"reason\": \"误录\"" + more + "}";
    }

    @Test
    void a_refused_command_changes_nothing() {
        long head = server.log().head();
        the_scope_comes_before_fields();
        a_day_ahead_is_a_field();
        the_body_comes_before_the_subject();
        assertThat(server.log().head()).isEqualTo(head);
    }

    private Reply post(String command, String body, String authorization) {
        return server.post(
                command,
                body,
                "Authorization",
                authorization,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private String token(String role) {
        return "Bearer " + server.identity().token("client", "53", role);
    }

    private String village() {
        return "Bearer " + server.identity().token("village", "530328202207", "office");
    }

    private UUID note() {
        return server.post("OpenNote", "{\"villageCode\": \"530328202207\"}")
                .requireStatus(201)
                .id();
    }
}
