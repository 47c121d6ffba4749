package org.minqing.command.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandServer;
import org.minqing.events.Corrected;
import org.minqing.events.Voided;
import org.minqing.events.rectification.Aspect;
import org.minqing.events.rectification.RectificationEvent.MeasureSet;
import org.minqing.events.rectification.RectificationEvent.RectificationRaised;
import tools.jackson.databind.JsonNode;

/** Over HTTP: whose key the words lie under. */
class RectificationServerTest {
    private static final CommandServer SERVER = CommandServer.shared();
    private static UUID organisation = new UUID(0, 0);
    private static UUID programme = new UUID(0, 0);

    @BeforeAll
    static void found() {
        organisation = made("RegisterOrganisation", """
                {"name": "示例单位", "divisionCode": "5303", "occurredOn": "2011-01-01"}""");
        programme = made("LaunchProgramme", """
                {"name": "示例活动", "linkMode": "EXACTLY_ONE", "organisationId": "%s", "occurredOn": "2011-12-26"}""".formatted(organisation));
    }

    @Test
    void words_about_a_member_are_sealed_under_the_member() {
        UUID cadre = cadre();
        assertSealedUnder("person:" + cadre, raised("\"cadreId\": \"" + cadre + "\","));
    }

    @Test
    void words_about_another_member_are_entered_anew_and_sealed_under_that_member() {
        UUID former = cadre();
        UUID latter = cadre();
        UUID rectification = raised("\"cadreId\": \"" + former + "\",");
        String correction = """
                {"eventId": "%s", "changes": {"cadreId": %s%s}, "reason": "误录"}""";
        for (String owner : new String[] {"\"" + latter + "\"", "null"}) {
            JsonNode errors = SERVER.post("Correct", correction.formatted(event(rectification, 0), owner, ""))
                    .requireProblem(422, "invalid-field")
                    .json()
                    .path("errors");
            assertThat(errors.findValuesAsString("pointer")).containsExactly("/changes/text");
            assertThat(errors.at("/0/message").asString()).contains("重新填写");
        }
        made("Correct", correction.formatted(event(rectification, 0), "\"" + latter + "\"", ", \"text\": \"下乡太少\""));
        RectificationRaised after = (RectificationRaised) ((Corrected<?>) last(rectification)).after();
        assertThat(after.of().cadreId()).isEqualTo(latter);
        assertThat(after.text().subject()).isEqualTo("person:" + latter);
    }

    private static UUID cadre() {
        return made("RegisterCadre", """
                {"name": "张示例", "sex": "1", "rankCode": "141", "organisationId": "%s", "occurredOn": "2011-12-26", "confirmDuplicate": true}""".formatted(organisation));
    }

    @Test
    void words_about_a_team_are_sealed_under_the_rectification() {
        UUID rectification = raised("");
        assertSealedUnder("rectification:" + rectification, rectification);
    }

    @Test
    void what_is_entered_can_be_corrected_and_voided_by_the_id_of_its_event() {
        UUID rectification = raised("");
        made("SetMeasure", "{\"rectificationId\": \"" + rectification + "\", \"text\": \"每月下乡\"}");
        UUID first = event(rectification, 0);
        SERVER.post("Correct", """
                {"eventId": "%s", "changes": {"aspect": "WORK", "text": "入户太少"}, "reason": "误录"}""".formatted(first)).requireStatus(201);
        Corrected<?> corrected = (Corrected<?>) last(rectification);
        RectificationRaised after = (RectificationRaised) corrected.after();
        assertThat(after.matter().aspect()).isEqualTo(Aspect.WORK);
        assertThat(after.text().subject()).isEqualTo("rectification:" + rectification);
        assertThat(after.text()).isNotEqualTo(((RectificationRaised) corrected.before()).text());
        assertThat(corrected.reason().subject()).isEqualTo("rectification:" + rectification);
        assertThat(corrected.target()).isEqualTo(first);

        JsonNode relied = SERVER.post("Void", "{\"eventId\": \"%s\", \"reason\": \"误录\"}".formatted(first))
                .requireProblem(409, "relied-on")
                .json()
                .path("errors");
        assertThat(relied).hasSize(1);
        assertThat(relied.get(0).path("pointer").asString())
                .isEqualTo(event(rectification, 1).toString());
        assertThat(relied.get(0).path("message").asString())
                .startsWith("“制定整改措施”（20")
                .contains("将不再成立：这项整改事项已经作废");
        SERVER.post("Void", "{\"eventId\": \"%s\", \"reason\": \"误录\", \"following\": true}".formatted(first))
                .requireStatus(201);
        assertThat(((Voided<?>) last(rectification)).before()).isEqualTo(after);
        assertThat(SERVER.stream("Rectification-" + rectification)).hasSize(5);
        SERVER.post("Void", "{\"eventId\": \"%s\", \"reason\": \"误录\"}".formatted(first))
                .requireStatus(200);
    }

    @Test
    void what_nobody_may_correct_so_is_refused_and_says_where() {
        UUID rectification = raised("");
        UUID first = event(rectification, 0);
        SERVER.post("Void", "{\"reason\": \"误录\"}").requireProblem(422, "invalid-field");
        SERVER.post("Void", "{\"eventId\": \"%s\"}".formatted(first)).requireProblem(422, "invalid-field");
        SERVER.post("Void", "{\"eventId\": \"x\", \"reason\": \"误录\"}").requireProblem(400, "invalid-body");
        SERVER.post("Void", "{\"eventId\": \"%s\", \"reason\": \"误录\"}".formatted(new UUID(7, 7)))
                .requireProblem(404, "event-not-found");
        SERVER.post("Correct", "{\"eventId\": \"%s\", \"reason\": \"误录\"}".formatted(first))
                .requireProblem(422, "invalid-field");
        SERVER.post(
                        "Correct",
                        "{\"eventId\": \"%s\", \"changes\": {\"colour\": 1}, \"reason\": \"误录\"}".formatted(first))
                .requireProblem(400, "invalid-body");
        SERVER.post(
                        "Correct",
                        "{\"eventId\": \"%s\", \"changes\": {\"occurredOn\": \"2012-01-01\"}, \"reason\": \"误录\"}"
                                .formatted(first))
                .requireProblem(422, "invalid-field");
        assertThat(SERVER.stream("Rectification-" + rectification)).hasSize(1);
    }

    private static UUID event(UUID rectification, int sequence) {
        return SERVER.stream("Rectification-" + rectification).get(sequence).eventId();
    }

    private static Object last(UUID rectification) {
        return SERVER.stream("Rectification-" + rectification).getLast().payload();
    }

    private static UUID raised(String owner) {
        return made("RaiseRectification", """
                {"programmeId": "%s", "organisationId": "%s", %s "source": "STUDY", "aspect": "CONDUCT", "text": "下乡不够",
                 "dueOn": "2030-04-01"}""".formatted(programme, organisation, owner));
    }

    private static void assertSealedUnder(String subject, UUID rectification) {
        made("SetMeasure", "{\"rectificationId\": \"" + rectification + "\", \"text\": \"每月下乡\"}");
        var story = SERVER.stream("Rectification-" + rectification);
        assertThat(((RectificationRaised) story.get(0).payload()).text().subject())
                .isEqualTo(subject);
        assertThat(((MeasureSet) story.get(1).payload()).text().subject()).isEqualTo(subject);
    }

    private static UUID made(String command, String body) {
        return SERVER.post(command, body).requireStatus(201).id();
    }
}
