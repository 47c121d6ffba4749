package org.minqing.command.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;
import org.minqing.events.Corrected;
import org.minqing.events.fund.FundEvent.InKindDonationRecorded;
import org.minqing.events.fund.FundEvent.PaymentApproved;
import org.minqing.log.StoredEvent;
import tools.jackson.databind.JsonNode;

/** A fund as clients meet it: refusals with their codes, repeated keys, sealed names. */
class FundOverHttpTest {
    private final CommandServer server = CommandServer.shared();
    private UUID fund;
    private UUID programme;

    @BeforeEach
    void open() {
        UUID organisation =
                server.post("RegisterOrganisation", """
                        {"name": "示例办公室", "divisionCode": "5303", "occurredOn": "2011-01-01"}""").requireStatus(201).id();
        programme = server.post("LaunchProgramme", """
                        {"name": "示例活动", "linkMode": "EXACTLY_ONE", "organisationId": "%s", "occurredOn": "2011-12-26"}""".formatted(organisation))
                .requireStatus(201)
                .id();
        String body = """
                {"programmeId": "%s", "organisationId": "%s", "earmark": "饮水", "villageCode": "530328202207",
                 "occurredOn": "2012-01-01"}""".formatted(programme, organisation);
        fund = server.post("OpenFund", body).requireStatus(201).id();
        assertThat(server.post("OpenFund", body).requireStatus(409).code()).isEqualTo("already-exists");
    }

    private Reply donation(UUID key) {
        return server.post("RecordDonation", """
                        {"fundId": "%s", "donor": {"kind": "PERSON", "name": "示例捐赠人"}, "money": {"amount": "2.1", "enteredUnit": "万元"},
                         "occurredOn": "2012-04-16"}""".formatted(fund), "Idempotency-Key", key.toString());
    }

    @Test
    void takes_a_donation_once_and_keeps_the_name_sealed() {
        UUID key = UUID.randomUUID();
        Reply first = donation(key).requireStatus(201);
        Reply again = donation(key).requireStatus(201);
        assertThat(again.header("Idempotency-Replayed")).hasValue("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.header("ETag")).hasValue("\"2\"");
        assertThat(first.header("Location")).hasValue("http://query.example/v1/funds/" + fund);
        assertThat(server.stream("Fund-" + fund)).hasSize(2);
        StoredEvent event = server.stream("Fund-" + fund).getLast();
        assertThat(new String(event.payloadBytes(), StandardCharsets.UTF_8))
                .contains("\"21000.00\"")
                .doesNotContain("示例捐赠人");
    }

    @Test
    void a_programme_with_a_fund_is_voided_after_the_fund_and_not_before_it() {
        Reply refused = voided("Programme-" + programme).requireStatus(409);
        assertThat(refused.code()).isEqualTo("programme-in-use");
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(e -> e.path("pointer").asString()))
                .containsExactly(
                        server.stream("Fund-" + fund).getFirst().eventId().toString());
        assertThat(refused.json().at("/errors/0/message").asString()).contains("设立专项资金", "2012-01-01", "专项资金 " + fund);
        voided("Fund-" + fund).requireStatus(201);
        voided("Programme-" + programme).requireStatus(201);
    }

    private Reply voided(String stream) {
        return server.post(
                "Void", """
                {"eventId": "%s", "reason": "误录"}""".formatted(server.stream(stream).getFirst().eventId()));
    }

    @Test
    void pays_no_more_than_was_set_aside_and_sets_aside_no_more_than_came_in() {
        donation(UUID.randomUUID()).requireStatus(201);
        assertThat(allocate("21000.01").requireStatus(409).code()).isEqualTo("insufficient-funds");
        Reply allocated = allocate("20000.00").requireStatus(201);
        String allocation = allocated.json().path("events").path(0).path("id").asString();
        assertThat(pay(allocation, "20000.01").requireStatus(409).code()).isEqualTo("insufficient-funds");
        pay(allocation, "20000.00").requireStatus(201);
        assertThat(server.stream("Fund-" + fund)).hasSize(4);
    }

    @Test
    void where_two_persons_are_needed_one_enters_and_another_approves() {
        server.post("SetTwoPersonRule", """
                        {"programmeId": "%s", "required": true, "occurredOn": "2012-04-01"}""".formatted(programme)).requireStatus(201);
        donation(UUID.randomUUID()).requireStatus(201);
        Reply allocated = allocate("20000.00").requireStatus(201);
        String allocation = allocated.json().path("events").path(0).path("id").asString();
        assertThat(pay(allocation, "100.00").requireStatus(409).code()).isEqualTo("payment-not-approved");
        String approval = """
                {"fundId": "%s", "allocationId": "%s", "money": {"amount": "100.00"}}""".formatted(fund, allocation);
        assertThat(server.post("ApprovePayment", approval).requireStatus(409).code())
                .isEqualTo("same-person");
        server.postAs("another", "ApprovePayment", approval).requireStatus(201);
        assertThat(pay(allocation, "100.01").requireStatus(409).code()).isEqualTo("payment-not-approved");
        pay(allocation, "100.00").requireStatus(201);
        PaymentApproved approved = server.stream("Fund-" + fund).stream()
                .map(StoredEvent::payload)
                .filter(PaymentApproved.class::isInstance)
                .map(PaymentApproved.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(approved.enteredBy()).isEqualTo("tester");
        assertThat(approved.approvedBy()).isEqualTo("another");
    }

    @Test
    void takes_programme_and_organisation_of_the_fund_and_no_other() {
        server.post("RecordGrant", """
                        {"fundId": "%s", "programmeId": "%s", "source": "市财政局", "money": {"amount": "1"}}""".formatted(fund, programme)).requireStatus(201);
        for (String field : List.of("programmeId", "organisationId")) {
            Reply reply = server.post("RecordGrant", """
                            {"fundId": "%s", "%s": "%s", "source": "市财政局", "money": {"amount": "1"}}""".formatted(fund, field, UUID.randomUUID()))
                    .requireStatus(422);
            assertThat(reply.json().path("errors").findValuesAsString("pointer"))
                    .contains("/" + field);
        }
    }

    @Test
    void a_donation_is_corrected_and_voided_with_what_rests_on_it() {
        String gift = donation(UUID.randomUUID())
                .requireStatus(201)
                .json()
                .path("events")
                .path(0)
                .path("id")
                .asString();
        server.post("Correct", """
                        {"eventId": "%s", "changes": {"donor": {"kind": "PERSON", "name": "示例另一人"}}, "reason": "误录"}""".formatted(gift)).requireStatus(201);
        server.post("Correct", """
                        {"eventId": "%s", "changes": {"money": {"amount": "2", "enteredUnit": "万元"}}, "reason": "误录"}""".formatted(gift)).requireStatus(201);
        assertThat(allocate("20000.01").requireStatus(409).code()).isEqualTo("insufficient-funds");
        allocate("20000.00").requireStatus(201);
        String never = """
                {"eventId": "%s", "following": %s, "reason": "误录"}""";
        assertThat(server.post("Void", never.formatted(gift, false))
                        .requireStatus(409)
                        .code())
                .isEqualTo("relied-on");
        assertThat(server.post("Void", never.formatted(gift, true))
                        .requireStatus(201)
                        .json()
                        .path("events")
                        .size())
                .isEqualTo(2);
        StoredEvent last = server.stream("Fund-" + fund).getLast();
        assertThat(last.type()).isEqualTo("Fund.DonationRecorded.Voided");
        assertThat(new String(last.payloadBytes(), StandardCharsets.UTF_8))
                .contains("\"20000.00\"")
                .doesNotContain("示例另一人");
    }

    @Test
    void what_is_wrong_with_a_correction_is_pointed_at_where_it_was_sent() {
        String gift = donation(UUID.randomUUID())
                .requireStatus(201)
                .json()
                .at("/events/0/id")
                .asString();
        assertPointed(gift, "{\"money\": {\"amount\": \"0\"}}", "/changes/money/amount", "应大于零");
        assertPointed(gift, "{\"money\": {\"amount\": \"0.001\"}}", "/changes/money/amount", "分");
        assertPointed(gift, "{\"money\": {}}", "/changes/money/amount", "必须填写");
        assertPointed(gift, "{\"taskCode\": \"T99\"}", "/changes/taskCode", "T99");
        String elsewhere = UUID.randomUUID().toString();
        assertPointed(gift, "{\"programmeId\": \"" + elsewhere + "\"}", "/changes/programmeId", programme.toString());
        assertThat(server.stream("Fund-" + fund)).hasSize(2);
    }

    /** One by one and in bulk. */
    private void assertPointed(String eventId, String changes, String pointer, String words) {
        String body = """
                {"eventId": "%s", "changes": %s, "reason": "误录"}""".formatted(eventId, changes);
        String line = """
                {"command": "Correct", "commandId": "%s", "data": %s}""".formatted(UUID.randomUUID(), body);
        for (Reply reply :
                List.of(server.post("Correct", body).requireProblem(422, "invalid-field"), server.postLines(line))) {
            JsonNode errors = reply.json().path("errors");
            assertThat(errors.findValuesAsString("pointer")).containsExactly(pointer);
            assertThat(errors.at("/0/message").asString()).contains(words);
        }
    }

    @Test
    void goods_are_corrected_by_all_of_their_items() {
        String gift = server.post("RecordInKindDonation", """
                        {"fundId": "%s", "donor": {"kind": "ORGANISATION", "name": "示例商会"}, "items": [{"name": "大米",
                         "quantity": {"value": 10, "unit": "袋"}, "unitPrice": {"amount": "100"}, "basis": "市场价"}]}""".formatted(fund))
                .requireStatus(201)
                .json()
                .path("events")
                .path(0)
                .path("id")
                .asString();
        server.post("Correct", """
                        {"eventId": "%s", "changes": {"taskCode": "T5"}, "reason": "误录"}""".formatted(gift)).requireStatus(201);
        assertThat(server.stream("Fund-" + fund).getLast().payload())
                .isInstanceOfSatisfying(
                        Corrected.class,
                        corrected -> assertThat(corrected.after())
                                .isInstanceOfSatisfying(
                                        InKindDonationRecorded.class,
                                        after -> assertThat(after.amount().amount())
                                                .isEqualTo("1000.00")));
    }

    @Test
    void says_which_field_is_wrong_and_changes_nothing() {
        Reply reply = server.post("RecordDonation", """
                        {"fundId": "%s", "donor": {"kind": "CADRE"}, "money": {"amount": "0.001"}}""".formatted(fund)).requireStatus(422);
        assertThat(reply.json().path("errors").findValuesAsString("pointer")).contains("/money/amount");
        assertThat(server.post("RecordDonation", """
                        {"fundId": "%s", "donor": {"kind": "CADRE", "id": "%s"}, "money": {"amount": "5"}}""".formatted(fund, UUID.randomUUID()))
                        .requireStatus(404)
                        .code())
                .isEqualTo("cadre-not-found");
        assertThat(server.stream("Fund-" + fund)).hasSize(1);
    }

    private Reply allocate(String amount) {
        return server.post("AllocateFunds", """
                        {"fundId": "%s", "purpose": "水管", "money": {"amount": "%s"}}""".formatted(fund, amount));
    }

    private Reply pay(String allocation, String amount) {
        return server.post("PayFromFund", """
                        {"fundId": "%s", "allocationId": "%s", "payee": {"name": "示例建材店"}, "money": {"amount": "%s"}}""".formatted(fund, allocation, amount));
    }
}
