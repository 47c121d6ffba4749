package org.minqing.command.platform.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;

class ScopeTest {
    private static final String SHUITIAN = "530328202207";
    private static final String PIANSHAN = "530328202208";

    private final CommandServer server = CommandServer.shared();

    @Test
    void a_division_covers_itself_and_what_lies_below() {
        open(SHUITIAN, token(SHUITIAN)).requireStatus(201);
        open(SHUITIAN, token("530328202")).requireStatus(201);
        open(SHUITIAN, token("5303")).requireStatus(201);
        refused(open(PIANSHAN, token(SHUITIAN)));
        refused(open("530328202", token(SHUITIAN)));
    }

    @Test
    void a_stream_belongs_where_its_events_say() {
        UUID note = open(PIANSHAN, token("53")).requireStatus(201).id();
        refused(post("CloseNote", "{\"noteId\": \"" + note + "\"}", token(SHUITIAN)));
        post("CloseNote", "{\"noteId\": \"" + note + "\"}", token(PIANSHAN)).requireStatus(201);
    }

    @Test
    void what_a_command_refers_to_must_lie_in_scope_unless_it_says_otherwise() {
        UUID elsewhere = open(PIANSHAN, token("53")).requireStatus(201).id();
        refused(post("OpenNote", """
                {"villageCode": "%s", "about": "%s"}""".formatted(SHUITIAN, elsewhere), token(SHUITIAN)));
        post("OpenNote", """
                        {"villageCode": "%s", "mentions": ["%s"]}""".formatted(SHUITIAN, elsewhere), token(SHUITIAN)).requireStatus(201);
    }

    @Test
    void an_organisation_narrows_the_scope() {
        UUID mine = organisation("5303");
        UUID note = post("OpenNote", """
                        {"villageCode": "%s", "owner": "%s"}""".formatted(SHUITIAN, mine), token("53"))
                .requireStatus(201)
                .id();
        String body = "{\"noteId\": \"" + note + "\", \"lines\": 1, \"text\": \"一\"}";
        post("ContinueNote", body, token("53", "organisation", mine.toString())).requireStatus(201);
        refused(post(
                "ContinueNote",
                body,
                token("53", "organisation", organisation("5303").toString())));
    }

    private UUID organisation(String division) {
        return organisation(division, "OFFICE");
    }

    private UUID organisation(String division, String kind) {
        return server.post("RegisterOrganisation", """
                        {"name": "某单位", "kind": "%s", "divisionCode": "%s", "occurredOn": "2011-01-01"}""".formatted(kind, division))
                .requireStatus(201)
                .id();
    }

    @Test
    void a_claim_that_names_what_the_ledger_does_not_know_opens_nothing() {
        String nobody = UUID.randomUUID().toString();
        for (String token : List.of(
                token("9999"),
                token("5"),
                token("53032820"),
                token("53%"),
                token("53", "organisation", nobody),
                token("53", "cadre_id", nobody))) {
            String bearer = "Bearer " + token;
            assertThat(open(SHUITIAN, token).requireStatus(403).code()).isEqualTo("unknown-scope");
            assertThat(post("RegisterDivision", """
                                    {"code": "999901", "name": "某县", "occurredOn": "2011-01-01"}""", token).requireStatus(403).code())
                    .isEqualTo("unknown-scope");
            assertThat(post("Void", "{\"eventId\": \"" + nobody + "\"}", token)
                            .requireStatus(403)
                            .code())
                    .isEqualTo("unknown-scope");
            for (String path : List.of("/v1/commands", "/v1/commands/Correct/Visit.VisitRecorded")) {
                assertThat(server.get(path, "Authorization", bearer)
                                .requireStatus(403)
                                .code())
                        .isEqualTo("unknown-scope");
            }
            assertThat(server.send(
                                    "POST",
                                    "/v1/commands",
                                    "",
                                    "Authorization",
                                    bearer,
                                    "Content-Type",
                                    "application/x-ndjson")
                            .requireStatus(403)
                            .code())
                    .isEqualTo("unknown-scope");
        }
    }

    @Test
    void the_schema_of_changes_is_for_whoever_may_send_the_command() {
        String fund = "/v1/commands/Correct/Fund.DonationRecorded";
        server.get(fund, "Authorization", "Bearer " + token("5303")).requireStatus(200);
        String secretary = token(Map.of("roles", List.of("village-secretary"), "division", SHUITIAN));
        assertThat(server.get(fund, "Authorization", "Bearer " + secretary)
                        .requireStatus(403)
                        .code())
                .isEqualTo("role-may-not");
        server.get("/v1/commands/Correct/Visit.VisitRecorded", "Authorization", "Bearer " + secretary)
                .requireStatus(200);
    }

    @Test
    void what_belongs_to_no_organisation_is_written_where_the_senders_works() {
        String household = """
                {"villageCode": "530328202207", "group": 1, "householdNo": "%s",
                 "head": {"name": "李某"}, "occurredOn": "2011-01-01"}""";
        String bureau = token("5303", "organisation", organisation("5303").toString());
        String township = token(
                "5303", "organisation", organisation("530328202", "TOWNSHIP").toString());
        refused(post("RegisterHousehold", household.formatted(UUID.randomUUID()), bureau));
        UUID made = post("RegisterHousehold", household.formatted(UUID.randomUUID()), township)
                .requireStatus(201)
                .id();
        String kinds = "{\"householdId\": \"" + made + "\", \"kinds\": [\"低保户\"]}";
        refused(post("ClassifyHousehold", kinds, bureau));
        post("ClassifyHousehold", kinds, township).requireStatus(201);
        String hardship = """
                {"divisionId": "%s", "kind": "FLOOD", "year": 1998}""";
        refused(post("DeclareHardship", hardship.formatted("530328202207"), bureau));
        refused(post("DeclareHardship", hardship.formatted("530328"), township));
        post("DeclareHardship", hardship.formatted("530328202207"), township).requireStatus(201);
        String inspection = "{\"warrant\": \"督〔2011〕1号\", \"divisionId\": \"530328202207\"}";
        refused(post("OpenInspection", inspection, bureau));
        post("OpenInspection", inspection, township).requireStatus(201);
    }

    @Test
    void nobody_registers_an_organisation_beside_the_own() {
        String bureau = token("5303", "organisation", organisation("5303").toString());
        refused(post("RegisterOrganisation", """
                {"name": "另一单位", "divisionCode": "5303", "occurredOn": "2011-01-01"}""", bureau));
    }

    @Test
    void a_blank_division_is_no_scope_either() {
        assertThat(open(SHUITIAN, token(Map.of("roles", List.of("office"), "division", "")))
                        .requireStatus(403)
                        .code())
                .isEqualTo("no-scope");
    }

    @Test
    void without_a_division_there_is_no_scope() {
        assertThat(open(SHUITIAN, token(Map.of("roles", List.of("office"))))
                        .requireStatus(403)
                        .code())
                .isEqualTo("no-scope");
    }

    @Test
    void a_narrowing_claim_that_cannot_be_read_does_not_widen_the_scope() {
        assertThat(open(SHUITIAN, token("53", "organisation", "x"))
                        .requireStatus(403)
                        .code())
                .isEqualTo("token-not-understood");
    }

    @Test
    void a_scope_may_be_named_by_any_code_the_division_ever_had() {
        server.post("RegisterDivision", """
                {"code": "530381", "name": "宣威市", "occurredOn": "2011-01-01"}""").requireStatus(201);
        server.post("RegisterDivision", """
                {"code": "530381100", "name": "来宾镇", "occurredOn": "2011-01-01"}""").requireStatus(201);
        server.post("RecodeDivision", """
                {"divisionId": "530381", "code": "530385", "occurredOn": "2016-01-01"}""").requireStatus(201);
        open("530381100", token("530385")).requireStatus(201);
        open("530381100", token("530381")).requireStatus(201);
        refused(open(SHUITIAN, token("530385")));
    }

    @Test
    void divisions_are_registered_within_the_scope() {
        String body = """
                {"code": "530325", "name": "富源县", "occurredOn": "2011-01-01"}""";
        refused(post("RegisterDivision", body, token("530328")));
        post("RegisterDivision", body, token("5303")).requireStatus(201);
        refused(post("RenameDivision", "{\"divisionId\": \"530325\", \"name\": \"某县\"}", token("530328")));
    }

    @Test
    void the_province_sends_divisions_and_nothing_else_of_these() {
        String province = token(Map.of("roles", List.of("province"), "division", "53"));
        post("RegisterDivision", """
                        {"code": "530326", "name": "会泽县", "occurredOn": "2011-01-01"}""", province).requireStatus(201);
        assertThat(open(SHUITIAN, province).requireStatus(403).code()).isEqualTo("role-may-not");
    }

    private Reply open(String village, String token) {
        return post("OpenNote", "{\"villageCode\": \"" + village + "\"}", token);
    }

    private Reply post(String command, String body, String token) {
        return server.post(
                command,
                body,
                "Authorization",
                "Bearer " + token,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private String token(String division, String... claims) {
        Map<String, Object> all = new HashMap<>(Map.of("division", division, "roles", List.of("office")));
        for (int i = 0; i < claims.length; i += 2) {
            all.put(claims[i], claims[i + 1]);
        }
        return token(all);
    }

    private String token(Map<String, Object> claims) {
        Map<String, Object> all = new HashMap<>(claims);
        all.put("azp", "scope-test");
        return server.identity().token(all);
    }

    private static void refused(Reply reply) {
        assertThat(reply.requireStatus(403).code()).isEqualTo("out-of-scope");
    }
}
