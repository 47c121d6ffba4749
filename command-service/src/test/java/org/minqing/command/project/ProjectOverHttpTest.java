package org.minqing.command.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;
import org.minqing.events.Corrected;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;
import org.minqing.events.project.ProjectEvent.QuantityMeasured;
import org.minqing.log.StoredEvent;

/** A project as clients meet it: names of fields, ids of what it makes, sealing, the fund behind it. */
class ProjectOverHttpTest {
    private final CommandServer server = CommandServer.shared();

    @Test
    void a_project_goes_its_way_and_every_part_of_it_is_named_by_its_events_id() {
        UUID project = project();
        step(project, "RecordVillagersResolution", "");
        step(project, "ApproveProject", "");
        step(
                project,
                "AwardContract",
                ", \"contractor\": {\"name\": \"示例施工队\"}, \"price\": {\"amount\": \"4.1\", \"enteredUnit\": \"万元\"}");
        step(project, "StartWork", "");
        step(project, "ReportProgress", ", \"percent\": 50, \"note\": \"示例进度\"");
        UUID line = step(
                project,
                "AddInvestmentLine",
                ", \"source\": \"KEY_VILLAGE\", \"money\": {\"amount\": \"175\", \"enteredUnit\": \"万元\"}");
        UUID paid = step(project, "AdvanceInvestmentLine", ", \"lineId\": \"" + line + "\", \"stage\": \"PAID\"");
        UUID quantity = step(
                project,
                "MeasureQuantity",
                ", \"item\": \"ROAD_SURFACE\", \"quantity\": {\"value\": 14000, \"unit\": \"立方米\"}");
        amend("Correct", quantity, ", \"changes\": {\"quantity\": {\"value\": 14000, \"unit\": \"平方米\"}}")
                .requireStatus(201);
        UUID homes = step(
                project,
                "RecordBeneficiaries",
                ", \"kind\": \"HOUSEHOLDS\", \"quantity\": {\"value\": 197, \"unit\": \"户\"}");
        UUID completed = step(project, "CompleteWork", "");
        step(project, "AcceptProject", "");

        List<StoredEvent> events = server.stream("Project-" + project);
        assertThat(((InvestmentLineAdded) at(events, line)).investment().lineId())
                .isEqualTo(line);
        Corrected<?> corrected = (Corrected<?>) events.get(9).payload();
        assertThat(corrected.target()).isEqualTo(quantity);
        assertThat(((QuantityMeasured) corrected.after()).quantity().unit()).isEqualTo("m2");
        for (StoredEvent event : events) {
            assertThat(new String(event.payloadBytes(), StandardCharsets.UTF_8)).doesNotContain("示例施工", "示例进度", "示例原因");
        }
        Reply relied = amend("Void", completed, "").requireStatus(409);
        assertThat(relied.code()).isEqualTo("relied-on");
        assertThat(voided(completed)).containsExactly("Project.ProjectAccepted.Voided", "Project.WorkCompleted.Voided");
        assertThat(voided(line))
                .containsExactly("Project.InvestmentLineAdvanced.Voided", "Project.InvestmentLineAdded.Voided");
        assertThat(voided(homes)).containsExactly("Project.BeneficiariesRecorded.Voided");
        assertThat(voided(quantity)).containsExactly("Project.QuantityMeasured.Voided");
        Reply again = amend("Void", paid, "");
        assertThat(again.requireStatus(200).json().path("events")).isEmpty();
        assertThat(server.post("StartWork", body(project, ", \"programmeId\": \"" + line + "\""))
                        .requireStatus(422)
                        .code())
                .isEqualTo("invalid-field");
    }

    private List<String> voided(UUID event) {
        return types(amend("Void", event, ", \"following\": true").requireStatus(201));
    }

    private Reply amend(String command, UUID event, String fields) {
        return server.post(command, "{\"eventId\": \"" + event + "\", \"reason\": \"示例原因\"" + fields + "}");
    }

    @Test
    void a_fund_pays_for_a_project_that_stands_and_for_no_other() {
        UUID project = project();
        UUID fund = server.post("OpenFund", """
                        {"programmeId": "%s", "organisationId": "%s", "earmark": "饮水", "villageCode": "530328202207",
                         "occurredOn": "2012-01-01"}""".formatted(programme, organisation))
                .requireStatus(201)
                .id();
        server.post("RecordUnitContribution", """
                        {"fundId": "%s", "organisationId": "%s", "money": {"amount": "20000"}, "occurredOn": "2012-01-10"}""".formatted(fund, organisation)).requireStatus(201);
        String allocate = """
                {"fundId": "%s", "toProjectId": "%s", "money": {"amount": "100"}}""".formatted(fund, project);
        server.post("AllocateFunds", allocate.replace("}}", "}, \"occurredOn\": \"2012-01-15\"}"))
                .requireStatus(201);
        step(project, "CancelProject", ", \"occurredOn\": \"2012-02-01\"");
        Reply refused = server.post("AllocateFunds", allocate).requireStatus(409);
        assertThat(refused.code()).isEqualTo("project-not-in-force");
        assertThat(refused.json().path("detail").asString()).contains(project.toString());
    }

    @Test
    void a_refusal_names_the_units_there_are() {
        Reply refused = server.post(
                        "MeasureQuantity",
                        body(project(), ", \"item\": \"PIPE\", \"quantity\": {\"value\": 2, \"unit\": \"公里\"}"))
                .requireStatus(422);
        assertThat(refused.json().path("errors").path(0).path("message").asString())
                .contains("m, m2, m3, mu")
                .contains("米");
    }

    private UUID programme = new UUID(0, 0);
    private UUID organisation = new UUID(0, 0);

    private UUID project() {
        organisation =
                server.post("RegisterOrganisation", """
                        {"name": "市人大常委会办公室", "kind": "OFFICE", "divisionCode": "5303", "occurredOn": "2011-01-01"}""").requireStatus(201).id();
        programme = server.post("LaunchProgramme", """
                        {"name": "四群教育", "linkMode": "EXACTLY_ONE", "organisationId": "%s", "occurredOn": "2011-12-26"}""".formatted(organisation))
                .requireStatus(201)
                .id();
        return server.post("ProposeProject", """
                        {"kind": "ROAD", "name": "村组道路硬化", "villageCode": "530328202207", "site": "小庄子村", "programmeId": "%s",
                         "organisationId": "%s", "occurredOn": "2012-01-05"}""".formatted(programme, organisation))
                .requireStatus(201)
                .id();
    }

    /** Sends a command that must be accepted; the id of its one event. */
    private UUID step(UUID project, String command, String fields) {
        return UUID.fromString(send(project, command, fields)
                .json()
                .path("events")
                .path(0)
                .path("id")
                .asString());
    }

    private Reply send(UUID project, String command, String fields) {
        return server.post(command, body(project, fields)).requireStatus(201);
    }

    private static String body(UUID project, String fields) {
        return "{\"projectId\": \"" + project + "\"" + fields + "}";
    }

    private static List<String> types(Reply reply) {
        return reply.json()
                .path("events")
                .valueStream()
                .map(event -> event.path("type").asString())
                .toList();
    }

    private static Object at(List<StoredEvent> events, UUID id) {
        return events.stream()
                .filter(event -> event.eventId().equals(id))
                .findFirst()
                .orElseThrow()
                .payload();
    }
}
