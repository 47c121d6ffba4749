package org.minqing.command.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandServer;
import org.minqing.events.Corrected;
import org.minqing.events.Voided;
import org.minqing.events.inspection.InspectionEvent.FindingRecorded;
import org.minqing.events.rectification.RectificationEvent.RectificationRaised;
import org.minqing.events.rectification.RectificationSource;
import org.minqing.log.StoredEvent;

/** Over HTTP: what is found is to be put right, by the policy. */
class InspectionServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
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
        assertThat(raised.of().organisationId()).isEqualTo(organisation);
        assertThat(raised.text().subject()).isEqualTo("rectification:" + found.rectificationId());

        inspector("Correct", """
                {"eventId": "%s", "changes": {"text": "台账缺页", "dueOn": "2099-02-01"}, "reason": "误录"}""".formatted(cause.eventId()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SERVER.stream(follows)).hasSize(2));
        RectificationRaised corrected = (RectificationRaised)
                ((Corrected<?>) SERVER.stream(follows).getLast().payload()).after();
        assertThat(corrected.matter().dueOn()).isEqualTo("2099-02-01");
        assertThat(corrected.text()).isEqualTo(raised.text());

        inspector("Void", """
                {"eventId": "%s", "reason": "误录"}""".formatted(cause.eventId()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SERVER.stream(follows)).hasSize(3));
        assertThat(((Voided<?>) SERVER.stream(follows).getLast().payload()).before())
                .isEqualTo(corrected);
    }

    @Test
    void what_is_corrected_of_a_finding_is_sealed_under_the_member_s_key_and_a_team_s_under_the_inspection_s() {
        UUID organisation = made("RegisterOrganisation", """
                {"name": "示例单位", "divisionCode": "5303", "occurredOn": "2011-01-01"}""");
        UUID programme = made("LaunchProgramme", """
                {"name": "示例活动", "linkMode": "EXACTLY_ONE", "organisationId": "%s", "occurredOn": "2011-12-26"}""".formatted(organisation));
        UUID member = made("RegisterCadre", """
                {"name": "示例干部", "sex": "1", "rankCode": "132", "organisationId": "%s", "occurredOn": "2011-12-26"}""".formatted(organisation));
        UUID inspection = inspector("OpenInspection", """
                {"warrant": "曲督4号", "divisionId": "5303", "programmeId": "%s"}""".formatted(programme));
        String finding = """
                {"inspectionId": "%s", "about": {"type": "Organisation", "id": "%s"}, "text": "台账不实", "aspect": "WORK",
                 "ownerOrganisationId": "%s", "dueOn": "2099-01-01"%s}""";
        inspector("RecordFinding", finding.formatted(inspection, organisation, organisation, ""));
        inspector(
                "RecordFinding",
                finding.formatted(inspection, organisation, organisation, ", \"ownerCadreId\": \"" + member + "\""));
        List<StoredEvent> found = SERVER.stream("Inspection-" + inspection);
        for (StoredEvent each : List.of(found.get(1), found.get(2))) {
            inspector("Correct", """
                    {"eventId": "%s", "changes": {"text": "台账缺页"}, "reason": "误录"}""".formatted(each.eventId()));
            Corrected<?> corrected = (Corrected<?>)
                    SERVER.stream("Inspection-" + inspection).getLast().payload();
            FindingRecorded before = (FindingRecorded) corrected.before();
            String subject = before.ownerCadreId() == null ? "inspection:" + inspection : "person:" + member;
            assertThat(before.text().subject()).isEqualTo(subject);
            assertThat(((FindingRecorded) corrected.after()).text().subject()).isEqualTo(subject);
            assertThat(corrected.reason().subject()).isEqualTo(subject);
        }
    }

    @Test
    void what_is_to_be_put_right_by_another_says_where_to_read_it_under_that_one_s_key() {
        UUID organisation = made("RegisterOrganisation", """
                {"name": "示例单位", "divisionCode": "5303", "occurredOn": "2011-01-01"}""");
        UUID programme = made("LaunchProgramme", """
                {"name": "示例活动", "linkMode": "EXACTLY_ONE", "organisationId": "%s", "occurredOn": "2011-12-26"}""".formatted(organisation));
        UUID member = made("RegisterCadre", """
                {"name": "示例干部", "sex": "1", "rankCode": "132", "organisationId": "%s", "occurredOn": "2011-12-26"}""".formatted(organisation));
        UUID inspection = inspector("OpenInspection", """
                {"warrant": "曲督5号", "divisionId": "5303", "programmeId": "%s"}""".formatted(programme));
        inspector("RecordFinding", """
                {"inspectionId": "%s", "about": {"type": "Organisation", "id": "%s"}, "text": "台账不实", "aspect": "WORK",
                 "ownerOrganisationId": "%s", "dueOn": "2099-01-01"}""".formatted(inspection, organisation, organisation));
        StoredEvent cause = SERVER.stream("Inspection-" + inspection).get(1);
        String follows = "Rectification-" + ((FindingRecorded) cause.payload()).rectificationId();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SERVER.stream(follows)).hasSize(1));
        inspector("Correct", """
                {"eventId": "%s", "changes": {"ownerCadreId": "%s", "text": "台账不实"}, "reason": "误录"}""".formatted(cause.eventId(), member));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SERVER.stream(follows)).hasSize(2));
        RectificationRaised corrected = (RectificationRaised)
                ((Corrected<?>) SERVER.stream(follows).getLast().payload()).after();
        assertThat(corrected.of().cadreId()).isEqualTo(member);
        assertThat(corrected.text().subject()).isEqualTo("person:" + member);
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
