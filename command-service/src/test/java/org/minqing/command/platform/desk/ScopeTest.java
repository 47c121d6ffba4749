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
        UUID mine = UUID.randomUUID();
        UUID note = post("OpenNote", """
                        {"villageCode": "%s", "owner": "%s"}""".formatted(SHUITIAN, mine), token("53"))
                .requireStatus(201)
                .id();
        String body = "{\"noteId\": \"" + note + "\", \"lines\": 1, \"text\": \"一\"}";
        post("ContinueNote", body, token("53", "organisation", mine.toString())).requireStatus(201);
        refused(post(
                "ContinueNote",
                body,
                token("53", "organisation", UUID.randomUUID().toString())));
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
