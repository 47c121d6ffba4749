package org.minqing.command.linkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandServer;
import org.minqing.events.Corrected;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardIssued;
import org.minqing.log.StoredEvent;

/** The policy at work in a running service. */
class WhenHouseholdLinkedThenIssueCardTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private final CommandServer server = CommandServer.shared();
    private UUID organisation;
    private UUID linkPoint;
    private UUID first;
    private UUID second;
    private UUID household;

    @BeforeEach
    void two_cadres_and_a_household() {
        organisation = post("RegisterOrganisation", """
                {"name": "办公室", "divisionCode": "5303", "occurredOn": "2011-01-01"}""");
        UUID programme = post("LaunchProgramme", """
                {"name": "活动", "linkMode": "EXACTLY_ONE", "organisationId": "%s", "occurredOn": "2011-12-26"}""", organisation);
        post("DefineLinkQuota", """
                {"programmeId": "%s", "band": "科级以下", "rankCodes": ["142"], "households": 3,
                 "occurredOn": "2011-12-26"}""", programme);
        linkPoint = post("DesignateLinkPoint", """
                {"programmeId": "%s", "villageCode": "530328202207", "organisationId": "%s",
                 "occurredOn": "2012-01-01"}""", programme, organisation);
        first = cadre();
        second = cadre();
        household = post("RegisterHousehold", """
                {"villageCode": "530328202207", "group": 1, "confirmDuplicate": true, "householdNo": "1", "head": {"name": "示例户主"},
                 "occurredOn": "2011-01-01"}""");
    }

    private UUID post(String command, String body, Object... arguments) {
        return server.post(command, body.formatted(arguments))
                .requireStatus(201)
                .id();
    }

    private UUID cadre() {
        UUID cadre = post("RegisterCadre", """
                {"name": "示例干部", "sex": "1", "rankCode": "142", "organisationId": "%s", "occurredOn": "2011-01-01", "confirmDuplicate": true}""", organisation);
        post("EnrolCadre", """
                {"linkPointId": "%s", "cadreId": "%s", "occurredOn": "2012-01-01"}""", linkPoint, cadre);
        return cadre;
    }

    private void linked() {
        post("AssignCadreToHousehold", """
                {"linkPointId": "%s", "cadreId": "%s", "householdId": "%s", "occurredOn": "2012-01-02"}""", linkPoint, first, household);
    }

    private List<StoredEvent> cards() {
        return server.stream("LinkPoint-" + linkPoint).stream()
                .filter(event -> event.payload() instanceof LiaisonCardIssued)
                .toList();
    }

    private List<UUID> holders() {
        return cards().stream()
                .map(event -> ((LiaisonCardIssued) event.payload()).card().cadreId())
                .toList();
    }

    private void awaitCards(UUID... cadres) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(holders()).containsExactly(cadres));
    }

    @Test
    void a_card_is_made_out_on_the_day_of_the_link_and_anew_when_the_household_is_handed_over() {
        linked();
        awaitCards(first);
        assertThat(((LiaisonCardIssued) cards().getFirst().payload()).occurredOn())
                .isEqualTo("2012-01-02");
        assertThat(cards().getFirst().metadata()).containsEntry("actor", "system");
        server.post("HandOverHousehold", """
                {"linkPointId": "%s", "householdId": "%s", "toCadreId": "%s", "reason": "轮换",
                 "occurredOn": "2012-03-01"}""".formatted(linkPoint, household, second))
                .requireStatus(201);
        awaitCards(first, second);
        server.post("IssueLiaisonCard", """
                {"linkPointId": "%s", "householdId": "%s", "occurredOn": "2012-03-01"}""".formatted(linkPoint, household)).requireStatus(200);
        assertThat(holders()).containsExactly(first, second);
    }

    @Test
    void where_the_link_was_with_another_cadre_that_one_gets_a_card_and_back_again() {
        linked();
        awaitCards(first);
        UUID link = last(CadreAssignedToHousehold.class).eventId();
        correct(link, "").requireProblem(409, "relied-on");
        correct(link, ", \"following\": true").requireStatus(201);
        awaitCards(first, second);
        StoredEvent corrected = last(Corrected.class);
        assertThat(((Corrected<?>) corrected.payload()).reason().subject()).isEqualTo("household:" + household);
        server.post("Void", """
                {"eventId": "%s", "reason": "误录", "following": true}""".formatted(corrected.eventId())).requireStatus(201);
        awaitCards(first, second, first);
    }

    private CommandServer.Reply correct(UUID link, String more) {
        return server.post("Correct", """
                {"eventId": "%s", "changes": {"cadreId": "%s"}, "reason": "误录"%s}""".formatted(link, second, more));
    }

    private StoredEvent last(Class<?> type) {
        return server.stream("LinkPoint-" + linkPoint).stream()
                .filter(event -> type.isInstance(event.payload()))
                .reduce((a, b) -> b)
                .orElseThrow();
    }
}
