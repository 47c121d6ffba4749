package org.minqing.command.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandServer;
import org.minqing.events.rectification.RectificationEvent.MeasureSet;
import org.minqing.events.rectification.RectificationEvent.RectificationRaised;

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
        UUID cadre = made("RegisterCadre", """
                {"name": "张示例", "sex": "1", "rankCode": "141", "organisationId": "%s", "occurredOn": "2011-12-26"}""".formatted(organisation));
        assertSealedUnder("person:" + cadre, raised("\"cadreId\": \"" + cadre + "\","));
    }

    @Test
    void words_about_a_team_are_sealed_under_the_rectification() {
        UUID rectification = raised("");
        assertSealedUnder("rectification:" + rectification, rectification);
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
