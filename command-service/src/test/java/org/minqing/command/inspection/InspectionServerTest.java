package org.minqing.command.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandServer;
import org.minqing.events.inspection.InspectionEvent.FindingRecorded;
import org.minqing.events.rectification.RectificationEvent.RectificationRaised;
import org.minqing.events.rectification.RectificationSource;
import org.minqing.log.StoredEvent;

/** Over HTTP: what is found is to be put right, by the policy. */
class InspectionServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final CommandServer SERVER = CommandServer.shared();

    @Test
    void an_inspector_s_finding_becomes_a_rectification_of_its_owner_and_goes_with_it() {
        UUID organisation = made("RegisterOrganisation", """
                {"name": "示例单位", "divisionCode": "5303", "occurredOn": "2011-01-01"}""");
        UUID programme = made("LaunchProgramme", """
                {"name": "示例活动", "linkMode": "EXACTLY_ONE", "organisationId": "%s", "occurredOn": "2011-12-26"}""".formatted(organisation));
        UUID inspection = inspector("OpenInspection", """
                {"warrant": "曲督3号", "divisionId": "5303", "programmeId": "%s", "authority": "曲督3号"}""".formatted(programme));
        inspector("RecordFinding", """
                {"inspectionId": "%s", "about": {"type": "Organisation", "id": "%s"}, "text": "台账不实", "aspect": "WORK",
                 "ownerOrganisationId": "%s", "dueOn": "2099-01-01"}""".formatted(inspection, organisation, organisation));
        StoredEvent cause = SERVER.stream("Inspection-" + inspection).get(1);
        FindingRecorded found = (FindingRecorded) cause.payload();
        assertThat(found.text().subject()).isEqualTo("inspection:" + inspection);
        String follows = "Rectification-" + found.rectificationId();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SERVER.stream(follows)).hasSize(1));
        StoredEvent answer = SERVER.stream(follows).getFirst();
        assertThat(answer.metadata())
                .containsEntry("causationId", cause.eventId().toString());
        RectificationRaised raised = (RectificationRaised) answer.payload();
        assertThat(raised.matter().source()).isEqualTo(RectificationSource.INSPECTION);
        assertThat(raised.organisationId()).isEqualTo(organisation);
        assertThat(raised.text().subject()).isEqualTo("rectification:" + found.rectificationId());

        inspector("VoidInspection", """
                {"inspectionId": "%s", "stepId": "%s", "reason": "误录"}""".formatted(inspection, cause.eventId()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SERVER.stream(follows)).hasSize(2));
    }

    @Test
    void an_inspector_sends_nothing_but_inspections() {
        assertThat(SERVER.post("RaiseRectification", "{}", "Authorization", bearer(), "Idempotency-Key", key())
                        .status())
                .isEqualTo(403);
    }

    private static UUID inspector(String command, String body) {
        return SERVER.post(command, body, "Authorization", bearer(), "Idempotency-Key", key())
                .requireStatus(201)
                .id();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String bearer() {
        return SERVER.bearer("inspector", "5303", "inspector");
    }

    private static UUID made(String command, String body) {
        return SERVER.post(command, body).requireStatus(201).id();
    }
}
