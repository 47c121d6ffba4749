package org.minqing.command.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;
import org.minqing.events.Ids;

/** Reporting periods as clients meet them: names of fields, sealing, and who it was that submitted a report. */
class PeriodOverHttpTest {
    private final CommandServer server = CommandServer.shared();

    @Test
    void it_is_opened_written_submitted_refused_to_who_submitted_it_and_sent_back() {
        UUID office =
                server.post("RegisterOrganisation", """
                        {"name": "示例单位", "kind": "OFFICE", "divisionCode": "5303", "occurredOn": "2011-01-01"}""").requireStatus(201).id();
        UUID programme = server.post("LaunchProgramme", """
                        {"name": "四群教育", "linkMode": "EXACTLY_ONE", "organisationId": "%s", "occurredOn": "2011-12-26"}""".formatted(office))
                .requireStatus(201)
                .id();
        Reply opened =
                server.post("OpenPeriod", """
                        {"programmeId": "%s", "organisationId": "%s", "name": "2012", "from": "2011-12-26",
                         "to": "2012-12-31", "occurredOn": "2012-01-04"}""".formatted(programme, office)).requireStatus(201);
        UUID id = opened.id();
        assertThat(id).isEqualTo(Ids.reportingPeriod(programme, office, "2012"));
        assertThat(opened.header("Location").orElseThrow()).endsWith("/v1/periods/" + id);
        post("WriteSection", id, ", \"section\": \"NEXT_STEPS\", \"text\": \"修路。\\n引水。\"")
                .requireStatus(201);
        post("SubmitReport", id, "").requireStatus(201);
        assertThat(post("ApproveReport", id, ", \"documentNo\": \"1号\"").code()).isEqualTo("same-person");
        post("SendBackReport", id, ", \"reason\": \"示例甲未签字\"").requireStatus(201);
        assertThat(post("SealPeriod", id, ", \"waivers\": [{\"rule\": \"DQ01\", \"reason\": \"核对无误\"}]")
                        .code())
                .isEqualTo("report-not-approved");
        assertThat(post("AmendSealedReport", id, ", \"note\": \"注\", \"reason\": \"示例甲\"")
                        .code())
                .isEqualTo("period-not-sealed");
        assertThat(post("SubmitReport", id, ", \"organisationId\": \"" + UUID.randomUUID() + "\"")
                        .requireStatus(422)
                        .body())
                .contains("/organisationId");
        server.post("Void", """
                        {"eventId": "%s", "following": true, "reason": "示例甲误登"}""".formatted(
                                opened.json().path("events").path(0).path("id").asString()))
                .requireStatus(201);
        assertThat(server.stream("ReportingPeriod-" + id))
                .hasSize(4 + 4)
                .allSatisfy(event -> assertThat(new String(event.payloadBytes(), StandardCharsets.UTF_8))
                        .doesNotContain("示例甲"));
        assertThat(post("SubmitReport", id, "").code()).isEqualTo("reporting-period-voided");
    }

    private Reply post(String command, UUID id, String fields) {
        return server.post(command, "{\"reportingPeriodId\": \"" + id + "\"" + fields + "}");
    }

    @Test
    void what_was_never_opened_is_not_found() {
        Reply reply = server.post(
                        "SubmitReport",
                        "{\"reportingPeriodId\": \"" + UUID.randomUUID() + "\"}",
                        "Accept-Language",
                        "en",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .requireStatus(404);
        assertThat(reply.code()).isEqualTo("reporting-period-not-found");
        assertThat(reply.json().path("detail").asString()).contains("OpenPeriod");
    }
}
