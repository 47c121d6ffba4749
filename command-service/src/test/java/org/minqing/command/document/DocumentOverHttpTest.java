package org.minqing.command.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;

/** Documents as clients meet them: names of fields, sealing, steps by the ids of their events. */
class DocumentOverHttpTest {
    private final CommandServer server = CommandServer.shared();

    @Test
    void it_is_required_handed_in_sent_back_handed_in_again_and_accepted() {
        UUID office =
                server.post("RegisterOrganisation", """
                        {"name": "示例单位", "kind": "OFFICE", "divisionCode": "5303", "occurredOn": "2011-01-01"}""").requireStatus(201).id();
        UUID programme = server.post("LaunchProgramme", """
                        {"name": "四群教育", "linkMode": "EXACTLY_ONE", "organisationId": "%s", "occurredOn": "2011-12-26"}""".formatted(office))
                .requireStatus(201)
                .id();
        Reply required =
                server.post("RequireDocument", """
                        {"kind": "RECTIFICATION_TEAM", "organisationId": "%s", "programmeId": "%s", "dueOn": "2012-11-30",
                         "period": {"name": "2012", "from": "2011-12-26", "to": "2012-12-31"},
                         "occurredOn": "2012-01-10"}""".formatted(office, programme)).requireStatus(201);
        UUID id = required.id();
        assertThat(required.header("Location").orElseThrow()).endsWith("/v1/documents/" + id);
        post(
                "HandInDocument",
                id,
                "\"title\": \"整改方案\", \"attachmentId\": \""
                        + server.upload("", "%PDF-1.4\nstartxref\n0\n%%EOF\n".getBytes(StandardCharsets.UTF_8))
                                .requireStatus(201)
                                .id()
                        + "\"",
                "2012-02-01");
        post("SendBackDocument", id, "\"reason\": \"示例甲未签字\"", "2012-02-05");
        Reply again = post("HandInDocument", id, "\"title\": \"整改方案\"", "2012-02-09");
        post("AcceptDocument", id, "\"authority\": \"会议纪要1号\"", "2012-02-10");
        assertThat(server.post("AcceptDocument", """
                        {"documentId": "%s", "organisationId": "%s"}""".formatted(id, UUID.randomUUID()))
                        .requireStatus(422)
                        .body())
                .contains("/organisationId");
        amend("Correct", eventId(required), "\"changes\": {\"dueOn\": \"2012-10-31\"}, \"reason\": \"示例甲笔误\"");
        Reply undone = amend("Void", eventId(again), "\"following\": true, \"reason\": \"示例甲误登\"");
        assertThat(undone.json().path("events").values())
                .extracting(event -> event.path("type").asString())
                .containsExactly("Document.DocumentAccepted.Voided", "Document.DocumentHandedIn.Voided");
        assertThat(server.stream("Document-" + id))
                .hasSize(5 + 4 + 2)
                .allSatisfy(event -> assertThat(new String(event.payloadBytes(), StandardCharsets.UTF_8))
                        .doesNotContain("示例甲"));
    }

    private static String eventId(Reply reply) {
        return reply.json().path("events").path(0).path("id").asString();
    }

    private Reply amend(String command, String eventId, String fields) {
        return server.post(command, "{\"eventId\": \"" + eventId + "\", " + fields + "}")
                .requireStatus(201);
    }

    private Reply post(String command, UUID id, String fields, String day) {
        return server.post(command, "{\"documentId\": \"" + id + "\", " + fields + ", \"occurredOn\": \"" + day + "\"}")
                .requireStatus(201);
    }

    @Test
    void an_attachment_handed_in_must_have_been_stored() {
        UUID office =
                server.post("RegisterOrganisation", """
                        {"name": "示例单位", "kind": "OFFICE", "divisionCode": "5303", "occurredOn": "2011-01-01"}""").requireStatus(201).id();
        UUID programme = server.post("LaunchProgramme", """
                        {"name": "四群教育", "linkMode": "EXACTLY_ONE", "organisationId": "%s", "occurredOn": "2011-12-26"}""".formatted(office))
                .requireStatus(201)
                .id();
        UUID id = server.post("RequireDocument", """
                        {"kind": "RECTIFICATION_TEAM", "organisationId": "%s", "programmeId": "%s", "dueOn": "2012-11-30",
                         "period": {"name": "2012", "from": "2011-12-26", "to": "2012-12-31"},
                         "occurredOn": "2012-01-10"}""".formatted(office, programme))
                .requireStatus(201)
                .id();
        Reply reply = server.post("HandInDocument", """
                        {"documentId": "%s", "title": "心得", "attachmentId": "%s"}""".formatted(id, UUID.randomUUID()))
                .requireStatus(404);
        assertThat(reply.code()).isEqualTo("attachment-not-found");
    }

    @Test
    void handing_in_what_nobody_required_is_not_found() {
        Reply reply = server.post(
                        "HandInDocument",
                        """
                        {"documentId": "%s", "title": "心得"}""".formatted(UUID.randomUUID()),
                        "Accept-Language",
                        "en",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .requireStatus(404);
        assertThat(reply.code()).isEqualTo("document-not-found");
        assertThat(reply.json().path("detail").asString()).contains("RequireDocument");
    }
}
