package org.minqing.command.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;
import org.minqing.events.activity.ActivityEvent.ActivityRecorded;
import org.minqing.log.StoredEvent;

/** Activities as clients meet them: names of fields, sealing, what an organisation means. */
class ActivityOverHttpTest {
    private final CommandServer server = CommandServer.shared();

    private UUID organisation(String kind, String division) {
        return server.post("RegisterOrganisation", """
                        {"name": "示例单位", "kind": "%s", "divisionCode": "%s", "occurredOn": "2011-01-01"}""".formatted(kind, division))
                .requireStatus(201)
                .id();
    }

    private UUID programme(UUID organisation) {
        return server.post("LaunchProgramme", """
                        {"name": "四群教育", "linkMode": "EXACTLY_ONE", "organisationId": "%s", "occurredOn": "2011-12-26"}""".formatted(organisation))
                .requireStatus(201)
                .id();
    }

    @Test
    void a_safety_check_names_the_enterprise_by_its_organisation() {
        UUID office = organisation("OFFICE", "5303");
        UUID mine = organisation("ENTERPRISE", "530328202");
        Reply checked = server.post("RecordActivity", """
                        {"kind": "SAFETY_CHECK", "organisationId": "%s", "topic": "井下通风", "campaign": "安全生产年",
                         "programmeId": "%s", "occurredOn": "2012-03-01"}""".formatted(mine, programme(office)))
                .requireStatus(201);
        assertThat(checked.header("Location").orElseThrow()).endsWith("/v1/activities/" + checked.id());
        StoredEvent stored = server.stream("Activity-" + checked.id()).getFirst();
        ActivityRecorded event = (ActivityRecorded) stored.payload();
        assertThat(event.of().organisationId()).isEqualTo(office);
        assertThat(event.occasion().checkedOrganisationId()).isEqualTo(mine);
        assertThat(event.division()).isEqualTo("530328202");
    }

    @Test
    void it_is_planned_held_minuted_corrected_and_voided() {
        UUID office = organisation("OFFICE", "5303");
        Reply planned = server.post("ScheduleActivity", """
                        {"kind": "STUDY", "mode": "COLLECTIVE", "topic": "党的群众路线", "organisationId": "%s", "programmeId": "%s",
                         "plannedOn": "2012-03-01", "occurredOn": "2012-02-20"}""".formatted(office, programme(office)))
                .requireStatus(201);
        UUID id = planned.id();
        Reply held = server.post("RecordActivity", """
                        {"activityId": "%s", "kind": "STUDY", "topic": "党的群众路线", "participants": 40,
                         "occurredOn": "2012-03-01"}""".formatted(id)).requireStatus(201);
        server.post("FileMinutes", """
                        {"activityId": "%s", "minutes": "示例甲发言", "occurredOn": "2012-03-02"}""".formatted(id)).requireStatus(201);
        server.post("Correct", """
                        {"eventId": "%s", "changes": {"participants": 41}, "reason": "点名"}""".formatted(eventId(held))).requireStatus(201);
        Reply voided = server.post("Void", """
                        {"eventId": "%s", "following": true, "reason": "重复"}""".formatted(eventId(held))).requireStatus(201);
        assertThat(voided.json().path("events").values())
                .extracting(event -> event.path("type").asString())
                .containsExactly("Activity.MinutesFiled.Voided", "Activity.ActivityRecorded.Voided");
        server.post("Void", """
                        {"eventId": "%s", "reason": "重复"}""".formatted(eventId(planned))).requireStatus(201);
        assertThat(server.stream("Activity-" + id))
                .hasSize(7)
                .allSatisfy(event -> assertThat(new String(event.payloadBytes(), StandardCharsets.UTF_8))
                        .doesNotContain("示例甲发言", "点名", "重复"));
    }

    private static String eventId(Reply reply) {
        return reply.json().path("events").path(0).path("id").asString();
    }

    @Test
    void what_is_not_there_is_not_found() {
        UUID nothing = UUID.randomUUID();
        assertThat(server.post("FileMinutes", """
                        {"activityId": "%s", "minutes": "记录"}""".formatted(nothing))
                        .requireStatus(404)
                        .code())
                .isEqualTo("activity-not-found");
        assertThat(server.post("RecordActivity", """
                        {"kind": "MEETING", "topic": "例会", "organisationId": "%s"}""".formatted(nothing))
                        .requireStatus(404)
                        .code())
                .isEqualTo("organisation-not-found");
    }
}
