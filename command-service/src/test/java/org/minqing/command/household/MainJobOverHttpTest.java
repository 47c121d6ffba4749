package org.minqing.command.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;
import org.minqing.events.Corrected;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.log.StoredEvent;
import tools.jackson.databind.JsonNode;

/** Organisation, programme, cadre and household as clients meet them: names of fields, sealing, targets, catalogue. */
class MainJobOverHttpTest {
    private final CommandServer server = CommandServer.shared();

    private UUID organisation() {
        return server.post("RegisterOrganisation", """
                        {"name": "市人大常委会办公室", "kind": "OFFICE", "divisionCode": "5303", "creditCode": "91350100M000100Y44",
                         "occurredOn": "2011-01-01"}""").requireStatus(201).id();
    }

    private UUID cadre(UUID organisation) {
        return server.post("RegisterCadre", """
                        {"name": "示例干部", "sex": "1", "rankCode": "132", "organisationId": "%s", "phone": "13800000000",
                         "politicalStatus": "01", "occurredOn": "2011-12-26", "confirmDuplicate": true}""".formatted(organisation))
                .requireStatus(201)
                .id();
    }

    @Test
    void a_programme_begins() {
        UUID organisation = organisation();
        UUID office = UUID.fromString(server.post("AddOffice", """
                        {"organisationId": "%s", "name": "农工委", "occurredOn": "2011-01-01"}""".formatted(organisation))
                .requireStatus(201)
                .json()
                .path("events")
                .path(0)
                .path("id")
                .asString());
        UUID head = cadre(organisation);
        UUID member = cadre(organisation);
        server.post("TransferCadre", """
                        {"cadreId": "%s", "organisationId": "%s", "officeId": "%s"}""".formatted(member, organisation, office))
                .requireStatus(201);
        UUID programme = server.post("LaunchProgramme", """
                        {"name": "四群教育", "linkMode": "EXACTLY_ONE", "organisationId": "%s", "occurredOn": "2011-12-26"}""".formatted(organisation))
                .requireStatus(201)
                .id();
        server.post("DefineLinkQuota", """
                        {"programmeId": "%s", "band": "处级以上", "rankCodes": ["131", "132"], "households": 5,
                         "occurredOn": "2011-12-26"}""".formatted(programme)).requireStatus(201);
        server.post("EstablishLeadingGroup", """
                        {"programmeId": "%s", "head": "%s", "members": [{"cadreId": "%s", "duty": "副组长"}], "office": "活动办公室",
                         "documentNo": "1号", "occurredOn": "2011-12-26"}""".formatted(programme, head, member))
                .requireStatus(201);
        server.post("OpenVisitRound", """
                        {"programmeId": "%s", "kind": "COLLECTIVE", "name": "第一轮"}""".formatted(programme)).requireStatus(201);
        server.post("AdoptTaskCatalogue", """
                        {"programmeId": "%s", "tasks": [{"code": "T1", "name": "访民情", "aliases": ["走访"]}]}""".formatted(programme)).requireStatus(201);
        server.post("SetTwoPersonRule", """
                        {"programmeId": "%s", "required": true}""".formatted(programme)).requireStatus(201);
        server.post("AssignSponsor", """
                        {"programmeId": "%s", "divisionId": "530328202", "cadreId": "%s"}""".formatted(programme, head)).requireStatus(201);
        assertThat(server.stream("Programme-" + programme)).hasSize(7);
        // whoever is responsible for the sponsored township is not responsible for the programme
        String round = """
                {"programmeId": "%s", "kind": "COLLECTIVE", "name": "第二轮"}""".formatted(programme);
        assertThat(server.postIn("530328202", "OpenVisitRound", round)
                        .requireStatus(403)
                        .code())
                .isEqualTo("out-of-scope");
        server.postIn("5303", "OpenVisitRound", round).requireStatus(201);
    }

    @Test
    void a_household_is_registered_sealed_and_corrected_by_the_ids_of_its_events() {
        Reply registered = server.post("RegisterHousehold", """
                        {"villageCode": "530328202207", "group": 7, "confirmDuplicate": true, "householdNo": "12",
                         "head": {"name": "示例户主", "citizenNumber": "11010519491231002X", "sex": "1", "ethnicGroup": "01"},
                         "members": [{"name": "示例家属", "relation": "10"}], "occurredOn": "2011-12-26"}""").requireStatus(201);
        UUID household = registered.id();
        Reply added =
                server.post("AddHouseholdMember", """
                        {"householdId": "%s", "member": {"name": "示例之子", "relation": "20"}}""".formatted(household)).requireStatus(201);
        server.post("Correct", """
                        {"eventId": "%s", "changes": {"group": 8}, "reason": "登记有误"}""".formatted(eventId(registered))).requireStatus(201);
        server.post("Correct", """
                        {"eventId": "%s", "changes": {"member": {"sex": "1"}}, "reason": "登记有误"}""".formatted(eventId(added))).requireStatus(201);
        HouseholdRegistered first = (HouseholdRegistered)
                server.stream("Household-" + household).getFirst().payload();
        UUID relative = first.members().getFirst().personId();
        server.post("Correct", """
                        {"eventId": "%s", "changes": {"members": [{"personId": "%s", "sex": "2"}]}, "reason": "登记有误"}""".formatted(eventId(registered), relative)).requireStatus(201);

        var events = server.stream("Household-" + household);
        assertThat(((Corrected<?>) events.get(2).payload()).target()).isEqualTo(eventId(registered));
        // who was added lives in the group that was corrected
        assertThat(((Corrected<?>) events.get(3).payload()).target()).isEqualTo(eventId(added));
        assertThat(((Corrected<?>) events.get(4).payload()).target()).isEqualTo(eventId(added));
        HouseholdRegistered last =
                (HouseholdRegistered) ((Corrected<?>) events.get(5).payload()).after();
        assertThat(last.members().getFirst().sex()).isEqualTo("2");
        assertThat(last.members().getFirst().name())
                .isEqualTo(first.members().getFirst().name());
        for (StoredEvent event : events) {
            assertThat(new String(event.payloadBytes(), StandardCharsets.UTF_8))
                    .doesNotContain("示例", "11010519491231002X", "登记有误");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "13800001111 张三, personal-number",
        "户11010519491231002X, personal-number",
        "0123456789-123456789-123456789-123456789-, too-long"
    })
    void a_household_number_holds_nobody_elses_number(String number, String code) {
        Reply registered = server.post("RegisterHousehold", """
                        {"villageCode": "530328202207", "group": 7, "confirmDuplicate": true, "householdNo": "530328202207-7-12", "head": {"name": "示例户主"},
                         "occurredOn": "2011-12-26"}""").requireStatus(201);
        UUID household = registered.id();
        UUID event = eventId(registered);
        List.of(
                        server.post("RegisterHousehold", """
                                {"villageCode": "530328202207", "group": 7, "householdNo": "%s", "head": {"name": "示例户主"}}""".formatted(number)),
                        server.post("RelocateHousehold", """
                                {"householdId": "%s", "group": 8, "householdNo": "%s"}""".formatted(household, number)),
                        server.post("Correct", """
                                {"eventId": "%s", "changes": {"householdNo": "%s"}, "reason": "登记有误"}""".formatted(event, number)))
                .forEach(reply -> {
                    assertThat(reply.requireStatus(422).json().path("errors").findValuesAsString("pointer"))
                            .allMatch(pointer -> pointer.endsWith("/householdNo"))
                            .hasSize(1);
                    assertThat(reply.json().path("errors").findValuesAsString("code"))
                            .containsExactly(code);
                    assertThat(reply.body()).doesNotContain(number);
                });
    }

    private static UUID eventId(Reply reply) {
        return UUID.fromString(reply.json().path("events").path(0).path("id").asString());
    }

    @Test
    void an_ethnic_group_that_is_no_code_is_refused_before_it_is_sealed() {
        Reply reply = server.post("RegisterHousehold", """
                        {"villageCode": "530328202207", "group": 7, "confirmDuplicate": true, "householdNo": "12",
                         "head": {"name": "示例户主", "ethnicGroup": "77"}}""").requireStatus(422);
        assertThat(reply.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/head/ethnicGroup");
        assertThat(reply.json().path("errors").path(0).path("code").asString()).isEqualTo("not-a-code");
    }

    @Test
    void a_rank_that_is_no_code_is_refused_where_it_stands_in_the_list() {
        UUID programme = server.post("LaunchProgramme", """
                        {"name": "四群教育", "linkMode": "EXACTLY_ONE", "organisationId": "%s"}""".formatted(organisation()))
                .requireStatus(201)
                .id();
        Reply reply = server.post("DefineLinkQuota", """
                        {"programmeId": "%s", "band": "处级以上", "rankCodes": ["131", "13"], "households": 5}""".formatted(programme)).requireStatus(422);
        assertThat(reply.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/rankCodes/1");
        assertThat(reply.json().path("errors").path(0).path("message").asString())
                .contains("GB/T 12407");
    }

    @Test
    void the_catalogue_lists_the_codes_a_field_takes() {
        JsonNode commands = server.get("/v1/commands").requireStatus(200).json();
        assertThat(field(commands, "RegisterCadre", "rankCode").path("enum").toString())
                .contains("\"132\"");
        assertThat(field(commands, "DefineLinkQuota", "rankCodes")
                        .path("items")
                        .path("enum")
                        .toString())
                .contains("\"132\"");
        assertThat(field(commands, "RegisterHousehold", "head")
                        .path("properties")
                        .path("ethnicGroup")
                        .path("enum")
                        .toString())
                .contains("\"56\"");
    }

    private static JsonNode field(JsonNode commands, String command, String field) {
        return commands.path("items")
                .valueStream()
                .filter(c -> c.path("name").asString().equals(command))
                .findFirst()
                .orElseThrow()
                .path("schema")
                .path("properties")
                .path(field);
    }
}
