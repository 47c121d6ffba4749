package org.minqing.command.platform.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;
import org.minqing.events.Corrected;
import org.minqing.events.Voided;
import org.minqing.events.visit.VisitEvent.DiaryEntryWritten;
import org.minqing.events.visit.VisitEvent.VisitRecorded;

/** Whose data a visit is, and whose visits a cadre may enter. */
class DataSubjectTest {
    private static final CommandServer SERVER = CommandServer.shared();
    private static UUID programme = new UUID(0, 0);
    private static UUID organisation = new UUID(0, 0);
    private static UUID linkPoint = new UUID(0, 0);

    @BeforeAll
    static void found() {
        organisation = made("RegisterOrganisation", """
                {"name": "示例单位", "divisionCode": "5303", "occurredOn": "2011-01-01"}""");
        programme = made("LaunchProgramme", """
                {"name": "示例活动", "linkMode": "EXACTLY_ONE", "organisationId": "%s", "occurredOn": "2011-12-26"}""".formatted(organisation));
        made("DefineLinkQuota", """
                {"programmeId": "%s", "band": "示例档", "rankCodes": ["132"], "households": 5, "occurredOn": "2011-12-26"}""".formatted(programme));
        linkPoint = made("DesignateLinkPoint", """
                {"programmeId": "%s", "villageCode": "%s", "organisationId": "%s", "occurredOn": "2011-12-26"}""".formatted(programme, CommandServer.VILLAGE, organisation));
    }

    @Test
    void what_is_written_about_a_visit_is_sealed_under_the_household() {
        UUID cadre = cadre();
        UUID household = household();
        UUID visit = visit(household, cadre);
        made("WriteDiaryEntry", """
                {"visitId": "%s", "cadreId": "%s", "text": "这家缺水"}""".formatted(visit, cadre));
        UUID recorded = SERVER.stream("Visit-" + visit).getFirst().eventId();
        made("Correct", """
                {"eventId": "%s", "changes": {"findings": "缺水严重"}, "reason": "补记"}""".formatted(recorded));
        made("Void", """
                {"eventId": "%s", "following": true, "reason": "误录"}""".formatted(recorded));

        List<Object> events =
                SERVER.stream("Visit-" + visit).stream().map(e -> e.payload()).toList();
        String subject = "household:" + household;
        assertThat(((VisitRecorded) events.get(0)).findings())
                .satisfies(s -> assertThat(s.subject()).isEqualTo(subject));
        assertThat(((DiaryEntryWritten) events.get(1)).text().subject()).isEqualTo(subject);
        Corrected<?> corrected = (Corrected<?>) events.get(2);
        assertThat(((VisitRecorded) corrected.after()).findings())
                .satisfies(s -> assertThat(s.subject()).isEqualTo(subject));
        assertThat(corrected.reason().subject()).isEqualTo(subject);
        assertThat(((Voided<?>) events.get(3)).reason().subject()).isEqualTo(subject);
        assertThat(events).hasSize(5);
    }

    @Test
    void refuses_to_write_about_a_visit_nobody_knows() {
        Reply reply = SERVER.post("WriteDiaryEntry", """
                {"visitId": "%s", "cadreId": "%s", "text": "这家缺水"}""".formatted(UUID.randomUUID(), cadre()));
        assertThat(reply.requireStatus(404).code()).isEqualTo("visit-not-found");
    }

    @Test
    void refuses_to_write_about_a_visit_of_another_programme() {
        UUID cadre = cadre();
        Reply reply =
                SERVER.post("WriteDiaryEntry", """
                {"visitId": "%s", "programmeId": "%s", "cadreId": "%s", "text": "这家缺水"}""".formatted(visit(household(), cadre), UUID.randomUUID(), cadre));
        assertThat(reply.requireStatus(422).code()).isEqualTo("invalid-field");
    }

    @Test
    void a_cadre_enters_visits_to_the_households_it_is_or_was_linked_to() {
        UUID cadre = cadre();
        UUID household = household();
        made("EnrolCadre", """
                        {"linkPointId": "%s", "cadreId": "%s", "occurredOn": "2011-12-26"}""".formatted(linkPoint, cadre));
        made("AssignCadreToHousehold", """
                {"linkPointId": "%s", "cadreId": "%s", "householdId": "%s", "occurredOn": "2012-01-01"}""".formatted(linkPoint, cadre, household));
        asCadre(cadre, household).requireStatus(201);
        made("ReleaseHousehold", """
                {"linkPointId": "%s", "householdId": "%s", "reason": "调整", "occurredOn": "2012-06-01"}""".formatted(linkPoint, household));
        asCadre(cadre, household).requireStatus(201);
    }

    @Test
    void refuses_a_cadre_the_households_of_others() {
        UUID cadre = cadre();
        assertThat(asCadre(cadre, household()).requireStatus(403).code()).isEqualTo("not-your-household");
    }

    private static Reply asCadre(UUID cadre, UUID household) {
        String token = SERVER.identity()
                .token(Map.of(
                        "client_id",
                        "phone",
                        "division",
                        "53",
                        "roles",
                        List.of("cadre"),
                        "cadre_id",
                        cadre.toString()));
        return SERVER.post(
                "RecordVisit",
                recordVisit(household, cadre),
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "Authorization",
                "Bearer " + token);
    }

    private static UUID visit(UUID household, UUID cadre) {
        return made("RecordVisit", recordVisit(household, cadre));
    }

    private static String recordVisit(UUID household, UUID cadre) {
        return """
                {"programmeId": "%s", "householdId": "%s", "cadreIds": ["%s"], "kind": "DISPERSED", "personsMet": 4,
                 "findings": "缺水", "occurredOn": "2012-03-01"}""".formatted(programme, household, cadre);
    }

    private static UUID cadre() {
        return made("RegisterCadre", """
                {"name": "示例干部", "sex": "1", "rankCode": "132", "organisationId": "%s", "occurredOn": "2011-12-26", "confirmDuplicate": true}""".formatted(organisation));
    }

    private static UUID household() {
        return made("RegisterHousehold", """
                {"villageCode": "%s", "group": 7, "confirmDuplicate": true, "householdNo": "1", "head": {"name": "示例户主"}, "occurredOn": "2011-12-26"}""".formatted(CommandServer.VILLAGE));
    }

    private static UUID made(String command, String body) {
        return SERVER.post(command, body).requireStatus(201).id();
    }
}
