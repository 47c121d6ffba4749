package org.minqing.command.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;

/** A dispute as clients meet it: its order of steps, refusals with their codes, sealed names, several lines at once. */
class DisputeOverHttpTest {
    private static final CommandServer SERVER = CommandServer.shared();
    private static UUID organisation;
    private static UUID programme;
    private UUID dispute;

    @BeforeAll
    static void launch() {
        organisation =
                SERVER.post("RegisterOrganisation", """
                        {"name": "示例办公室", "divisionCode": "5303", "occurredOn": "2011-01-01"}""").requireStatus(201).id();
        programme = SERVER.post("LaunchProgramme", """
                        {"name": "示例活动", "linkMode": "EXACTLY_ONE", "organisationId": "%s", "occurredOn": "2011-12-26"}""".formatted(organisation))
                .requireStatus(201)
                .id();
    }

    @BeforeEach
    void register() {
        dispute = SERVER.post("RegisterDispute", """
                        {"programmeId": "%s", "organisationId": "%s", "villageCode": "530328202207", "kind": "NEIGHBOUR",
                         "parties": [{"name": "示例甲"}, {"name": "示例乙"}], "facts": "示例：地界不清", "occurredOn": "2012-05-01"}""".formatted(programme, organisation))
                .requireStatus(201)
                .id();
    }

    private Reply step(String command, String more) {
        return SERVER.post(command, "{\"disputeId\": \"" + dispute + "\"" + more + "}");
    }

    @Test
    void is_resolved_after_an_agreement_and_not_before() {
        assertThat(step("ResolveDispute", ", \"outcome\": \"RECONCILED\"")
                        .requireStatus(409)
                        .code())
                .isEqualTo("dispute-not-settled");
        step("AcceptMediation", ", \"occurredOn\": \"2012-05-02\"").requireStatus(201);
        assertThat(step("HoldMediationSession", ", \"occurredOn\": \"2012-05-01\"")
                        .requireStatus(409)
                        .code())
                .isEqualTo("out-of-order");
        step("HoldMediationSession", ", \"occurredOn\": \"2012-05-03\"").requireStatus(201);
        step("ReachMediationAgreement", ", \"terms\": \"示例：以石埂为界\", \"occurredOn\": \"2012-05-04\"")
                .requireStatus(201);
        assertThat(step("ResolveDispute", ", \"outcome\": \"REFERRED\"")
                        .requireStatus(409)
                        .code())
                .isEqualTo("dispute-not-settled");
        step("ResolveDispute", ", \"outcome\": \"RECONCILED\"").requireStatus(201);
        assertThat(SERVER.stream("Dispute-" + dispute))
                .hasSize(5)
                .noneMatch(e -> new String(e.payloadBytes(), StandardCharsets.UTF_8).contains("示例"));
    }

    @Test
    void a_step_may_say_what_programme_and_organisation_it_is_of_and_no_other() {
        String of = ", \"organisationId\": \"" + organisation + "\", \"programmeId\": \"%s\"";
        assertThat(step("AcceptMediation", of.formatted(new UUID(1, 9)))
                        .requireStatus(422)
                        .body())
                .contains("/programmeId")
                .contains(programme.toString());
        step("AcceptMediation", of.formatted(programme)).requireStatus(201);
    }

    @Test
    void a_session_entered_twice_is_voided_and_what_rests_on_the_last_one_is_named() {
        step("AcceptMediation", ", \"occurredOn\": \"2012-05-02\"").requireStatus(201);
        UUID held = event(step("HoldMediationSession", ", \"occurredOn\": \"2012-05-03\""));
        UUID agreed =
                event(step("ReachMediationAgreement", ", \"terms\": \"示例：以石埂为界\", \"occurredOn\": \"2012-05-04\""));
        String fields = "{\"eventId\": \"" + held + "\", \"reason\": \"示例：误录\"%s}";
        assertThat(SERVER.post("Void", fields.formatted("")).requireStatus(409).body())
                .contains("relied-on")
                .contains(agreed.toString());
        SERVER.post("Void", fields.formatted(", \"following\": true")).requireStatus(201);
        assertThat(step("ResolveDispute", ", \"outcome\": \"RECONCILED\"")
                        .requireStatus(409)
                        .code())
                .isEqualTo("dispute-not-settled");
    }

    private static UUID event(Reply reply) {
        return UUID.fromString(
                reply.requireStatus(201).json().path("events").get(0).path("id").asString());
    }

    @Test
    void answers_line_by_line() {
        String lines =
                """
                {"command": "AcceptMediation", "commandId": "%s", "data": {"disputeId": "%s"}}
                {"command": "ResolveDispute", "commandId": "%s", "data": {"disputeId": "%s", "outcome": "RECONCILED"}}
                {"command": "HoldMediationSession", "commandId": "%s", "data": {"disputeId": "%s"}}
                """.formatted(UUID.randomUUID(), dispute, UUID.randomUUID(), dispute, UUID.randomUUID(), dispute);
        Reply reply = SERVER.postLines(lines).requireStatus(200);
        assertThat(reply.body().lines().map(line -> line.replaceAll(".*\"status\":(\\d+).*", "$1")))
                .containsExactly("201", "409", "201");
    }
}
