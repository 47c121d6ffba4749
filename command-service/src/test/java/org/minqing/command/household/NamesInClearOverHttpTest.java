package org.minqing.command.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;

/** Words that stand in clear name nobody who is registered in the place. */
class NamesInClearOverHttpTest {
    private static final String HERE = "530328202207";
    private static final String BESIDE = "530328202208";

    private final CommandServer server = CommandServer.shared();
    private final String organisation =
            server.post("RegisterOrganisation", """
            {"name": "示例乡政府", "divisionCode": "530328202", "occurredOn": "2011-01-01"}""").requireStatus(201).id().toString();

    private final String programme = server.post("LaunchProgramme", """
                    {"name": "示例活动", "linkMode": "EXACTLY_ONE", "organisationId": "%s", "occurredOn": "2011-12-26"}""".formatted(organisation))
            .requireStatus(201)
            .id()
            .toString();

    /** Written by nobody else: four letters of the same block. */
    private final String name = unheardOf();

    private static String unheardOf() {
        UUID random = UUID.randomUUID();
        return new StringBuilder()
                .appendCodePoint(0x4E00 + (int) (random.getMostSignificantBits() & 0xFFF))
                .appendCodePoint(0x5E00 + (int) (random.getLeastSignificantBits() & 0xFFF))
                .appendCodePoint(0x6E00 + (int) (random.getMostSignificantBits() >>> 40 & 0xFFF))
                .toString();
    }

    private Reply registered(String village, String name, String no) {
        return server.post("RegisterHousehold", """
                {"villageCode": "%s", "group": 3, "householdNo": "%s", "head": {"name": "%s"}, "occurredOn": "2011-12-26"}
                """.formatted(village, no, name));
    }

    private void registered(String village, String name) {
        registered(village, name, UUID.randomUUID().toString().substring(0, 8)).requireStatus(201);
    }

    private Reply activity(String village, String topic) {
        return server.post("RecordActivity", """
                {"organisationId": "%s", "programmeId": "%s", "kind": "POLICY_PUBLICITY", "topic": "%s", %s "occurredOn": "2012-04-16"}
                """.formatted(
                organisation, programme, topic, village.isEmpty() ? "" : "\"villageCode\": \"" + village + "\","));
    }

    private static void refused(Reply reply, String pointer) {
        reply.requireProblem(422, "invalid-field");
        assertThat(reply.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(reply.json().at("/errors/0/code").asString()).isEqualTo("names-person");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s家修房", "给%s", "%s", "帮扶 %s 一户", "同％sと"})
    void who_is_registered_in_the_village_is_not_named(String words) {
        registered(HERE, name);
        Reply reply = activity(HERE, words.replace("％", "%").formatted(name));
        refused(reply, "/topic");
        assertThat(reply.body()).doesNotContain(name);
        activity(HERE, "修房").requireStatus(201);
    }

    @Test
    void written_with_blanks_it_is_the_same_name() {
        registered(HERE, name);
        refused(activity(HERE, "帮 " + String.join(" ", name.split("")) + " 修房"), "/topic");
    }

    @Test
    void who_is_registered_elsewhere_may_be_called_so() {
        registered(BESIDE, name);
        activity(HERE, name + "修房").requireStatus(201);
        refused(activity("", name + "修房"), "/topic");
    }

    @Test
    void a_cadre_of_the_place_is_not_named_either() {
        server.post("RegisterCadre", """
                        {"organisationId": "%s", "name": "%s", "sex": "1", "rankCode": "142", "occurredOn": "2011-12-26"}""".formatted(organisation, name)).requireStatus(201);
        refused(activity(HERE, name + "讲课"), "/topic");
    }

    @Test
    void the_number_of_a_household_is_not_its_heads_name() {
        refused(registered(HERE, name, name + "家"), "/householdNo");
        refused(registered(HERE, "Ahmed Yusuf", "of ahmed yusuf"), "/householdNo");
    }

    @ParameterizedTest
    @CsvSource({"'', 201", "530328202207, 422"})
    void a_word_that_is_a_name_too_is_a_word_where_more_than_the_village_is_spoken_of(String division, int status) {
        registered(HERE, "高产");
        activity(division, "高产示范").requireStatus(status);
    }

    @Test
    void a_correction_may_not_bring_the_name_in_and_a_document_number_neither() {
        registered(HERE, name);
        Reply entered = activity(HERE, "讲课").requireStatus(201);
        String event = entered.json().at("/events/0/id").asString();
        refused(server.post("Correct", """
                        {"eventId": "%s", "reason": "误记", "changes": {"topic": "%s讲课"}}""".formatted(event, name)), "/changes/topic");
        refused(server.post("RecordActivity", """
                        {"organisationId": "%s", "programmeId": "%s", "kind": "POLICY_PUBLICITY", "topic": "讲课", "villageCode": "%s",
                         "authority": "%s批示", "occurredOn": "2012-04-16"}""".formatted(organisation, programme, HERE, name)), "/authority");
    }

    @Test
    void in_bulk_and_in_a_dry_run_as_well() {
        registered(HERE, name);
        refused(
                server.post("RecordActivity?dryRun=true", """
                        {"organisationId": "%s", "programmeId": "%s", "kind": "POLICY_PUBLICITY", "topic": "%s讲课", "villageCode": "%s", "occurredOn": "2012-04-16"}
                        """.formatted(organisation, programme, name, HERE)),
                "/topic");
    }
}
