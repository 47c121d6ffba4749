package org.minqing.command.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;
import org.minqing.events.Ids;
import org.minqing.log.StoredEvent;
import tools.jackson.databind.JsonNode;

class CommandEndpointTest {
    private final CommandServer server = CommandServer.shared();

    @Test
    void an_accepted_command_is_answered_with_its_events_and_where_they_stand() {
        UUID key = UUID.randomUUID();
        Reply reply =
                server.post("OpenNote", """
                        {"villageCode": "530328202207"}""", "Idempotency-Key", key.toString()).requireStatus(201);
        UUID id = Ids.made(CommandServer.OFFICE, key);
        StoredEvent event = server.stream("Note-" + id).getFirst();
        JsonNode json = reply.json();
        assertThat(json.propertyNames()).containsExactly("commandId", "subject", "version", "position", "events");
        assertThat(json.path("commandId").asString()).isEqualTo(key.toString());
        assertThat(json.path("subject").toString()).isEqualTo("{\"type\":\"Note\",\"id\":\"" + id + "\"}");
        assertThat(json.path("version").asInt()).isEqualTo(1);
        assertThat(json.path("position").asLong()).isEqualTo(event.position());
        assertThat(json.path("events").toString())
                .isEqualTo("[{\"type\":\"Note.NoteOpened\",\"id\":\"" + Ids.event(CommandServer.OFFICE, key, 0)
                        + "\",\"position\":" + event.position() + "}]");
        assertThat(reply.header("Location")).contains("http://query.example/v1/notes/" + id);
        assertThat(reply.header("ETag")).contains("\"1\"");
        assertThat(reply.header("Content-Type")).contains("application/json");
        assertThat(reply.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void the_log_keeps_exactly_the_metadata_of_the_contract() {
        UUID key = UUID.randomUUID();
        String traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        UUID organisation =
                server.post("RegisterOrganisation", """
                        {"name": "示例乡政府", "kind": "TOWNSHIP", "divisionCode": "530328202", "occurredOn": "2011-01-01"}""").requireStatus(201).id();
        String token = server.identity()
                .token(Map.of(
                        "client_id",
                        "city",
                        "division",
                        "5303",
                        "roles",
                        List.of("office"),
                        "organisation",
                        organisation.toString()));
        UUID id = server.post(
                        "OpenNote",
                        """
                        {"villageCode": "530328202207", "authority": "云发〔2011〕17号"}""",
                        "Idempotency-Key",
                        key.toString(),
                        "traceparent",
                        traceparent,
                        "Authorization",
                        "Bearer " + token)
                .requireStatus(201)
                .id();
        StoredEvent event = server.stream("Note-" + id).getFirst();
        assertThat(event.metadata())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "commandId",
                        key.toString(),
                        "actor",
                        "tester",
                        "role",
                        "office",
                        "organisation",
                        organisation.toString(),
                        "client",
                        "city",
                        "authority",
                        "云发〔2011〕17号",
                        "correlationId",
                        key.toString(),
                        "traceparent",
                        traceparent));
        assertThat(event.eventId()).isEqualTo(Ids.event("city", key, 0));
    }

    @Test
    void an_entity_inside_a_stream_bears_the_id_of_its_event() {
        UUID note = note();
        UUID key = UUID.randomUUID();
        JsonNode json = server.post("ContinueNote", """
                        {"noteId": "%s", "lines": 2, "text": "两行"}""".formatted(note), "Idempotency-Key", key.toString())
                .requireStatus(201)
                .json();
        assertThat(json.path("version").asInt()).isEqualTo(3);
        List<StoredEvent> events = server.stream("Note-" + note);
        for (int i = 0; i < 2; i++) {
            assertThat(json.path("events").get(i).path("id").asString())
                    .isEqualTo(Ids.event(CommandServer.OFFICE, key, i).toString());
            assertThat(new String(events.get(i + 1).payloadBytes()))
                    .contains("\"entryId\":\"" + Ids.event(CommandServer.OFFICE, key, i) + "\"");
        }
    }

    @Test
    void a_command_that_changes_nothing_is_answered_with_no_events() {
        UUID note = note();
        server.post("CloseNote", "{\"noteId\": \"" + note + "\"}").requireStatus(201);
        long before = server.log().head();
        Reply reply = server.post("CloseNote", "{\"noteId\": \"" + note + "\"}").requireStatus(200);
        assertThat(reply.json().path("events").size()).isZero();
        assertThat(reply.json().path("version").asInt()).isEqualTo(2);
        assertThat(reply.header("ETag")).contains("\"2\"");
        assertThat(server.log().head()).isEqualTo(before);
    }

    @Test
    void a_given_id_is_used() {
        UUID id = UUID.randomUUID();
        assertThat(server.post("OpenNote", """
                                {"noteId": "%s", "villageCode": "530328202207"}""".formatted(id)).requireStatus(201).id())
                .isEqualTo(id);
        assertThat(server.post("OpenNote", """
                                {"noteId": "%s", "villageCode": "530328202207"}""".formatted(id)).requireStatus(409).code())
                .isEqualTo("already-exists");
    }

    @Test
    void money_becomes_yuan_and_numbers_are_kept_by_value() {
        UUID id = server.post("OpenNote", """
                        {"villageCode": "530328202207", "money": {"amount": "2.1", "enteredUnit": "万元"}, "weight": 1.50}""").requireStatus(201).id();
        assertThat(new String(server.stream("Note-" + id).getFirst().payloadBytes()))
                .contains("\"money\":{\"amount\":\"21000.00\",\"enteredUnit\":\"万元\"}");
    }

    @Test
    void if_match_guards_against_a_stale_version() {
        UUID note = note();
        String body = """
                {"noteId": "%s", "lines": 1, "text": "一"}""".formatted(note);
        server.post("ContinueNote", body, "Idempotency-Key", key(), "If-Match", "\"1\"")
                .requireStatus(201);
        Reply stale = server.post("ContinueNote", body, "Idempotency-Key", key(), "If-Match", "\"1\"")
                .requireStatus(412);
        assertThat(stale.code()).isEqualTo("stale-version");
        assertThat(server.stream("Note-" + note)).hasSize(2);
        server.post("ContinueNote", body, "Idempotency-Key", key(), "If-Match", "\"1\", \"2\"")
                .requireStatus(201);
        server.post("ContinueNote", body, "Idempotency-Key", key(), "If-Match", "*")
                .requireStatus(201);
        server.post("ContinueNote", body, "Idempotency-Key", key(), "If-Match", "W/\"4\"")
                .requireStatus(412);
        server.post("ContinueNote", body, "Idempotency-Key", key(), "If-Match", "4")
                .requireStatus(400);
    }

    private UUID note() {
        return server.post("OpenNote", "{\"villageCode\": \"530328202207\"}")
                .requireStatus(201)
                .id();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
