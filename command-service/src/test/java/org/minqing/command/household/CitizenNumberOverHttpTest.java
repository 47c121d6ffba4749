package org.minqing.command.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;
import org.minqing.command.platform.SameTwice;

/** Over HTTP: somebody who belongs to a household already is not registered a second time unseen. */
class CitizenNumberOverHttpTest {
    private final CommandServer server = CommandServer.shared();
    private final String number = number();

    @Test
    void the_answer_names_the_other_s_household_and_nobody() {
        UUID first = register(number, "").requireStatus(201).id();
        Reply refused = register(number, "").requireProblem(409, "duplicate-person");
        assertThat(refused.json().path("detail").asString()).contains(first.toString(), "confirmDuplicate");
        assertThat(refused.body()).doesNotContain(number, number.substring(6), "示例户主");
        server.post("RegisterHousehold?dryRun=true", body(number, "")).requireProblem(409, "duplicate-person");
        register(number, ", \"confirmDuplicate\": true").requireStatus(201);
    }

    @Test
    void a_small_or_wide_x_is_the_same_number() {
        String lower = "11010519491231002x";
        server.post("RegisterHousehold", body(lower, ", \"confirmDuplicate\": true"))
                .requireStatus(201);
        register("11010519491231002X", "").requireProblem(409, "duplicate-person");
    }

    @Test
    void a_member_who_is_added_or_corrected_is_compared_too() {
        UUID first = register(number, "").requireStatus(201).id();
        Reply other = register(number(), "").requireStatus(201);
        String member = "{\"householdId\": \"%s\", \"member\": {\"name\": \"示例成员\", \"citizenNumber\": \"%s\"}%s}";
        String unseen = server.post("AddHouseholdMember", member.formatted(other.id(), number, ""))
                .requireProblem(409, "duplicate-person")
                .json()
                .path("detail")
                .asString();
        assertThat(unseen).contains(first.toString());
        Reply added = server.post("AddHouseholdMember", member.formatted(other.id(), number(), ""))
                .requireStatus(201);
        correct(added, "{\"member\": {\"citizenNumber\": \"" + number + "\"}}").requireProblem(409, "duplicate-person");
        correct(other, "{\"head\": {\"citizenNumber\": \"" + number + "\"}}").requireProblem(409, "duplicate-person");
        correct(other, "{\"group\": 8}").requireStatus(201);
        correct(other, "{\"head\": {\"citizenNumber\": \"" + number + "\"}, \"confirmDuplicate\": true}")
                .requireStatus(201);
        correct(other, "{\"group\": 9}").requireStatus(201);
    }

    @Test
    void two_persons_of_one_household_do_not_have_one_number() {
        register(number, ", \"members\": [{\"name\": \"示例成员\", \"citizenNumber\": \"" + number + "\"}]")
                .requireProblem(409, "duplicate-person");
    }

    @Test
    void who_left_or_was_given_another_number_or_was_never_there_is_nobody_s_double() {
        Reply first = register(
                        number(),
                        ", \"members\": [{\"personId\": \"" + UUID.randomUUID()
                                + "\", \"name\": \"示例成员\", \"citizenNumber\": \"" + number + "\"}]")
                .requireStatus(201);
        String member =
                server.stream("Household-" + first.id()).getFirst().payload().toString();
        String memberId = member.substring(member.lastIndexOf("personId=") + 9, member.lastIndexOf("personId=") + 45);
        server.post("RemoveHouseholdMember", """
                {"householdId": "%s", "memberId": "%s", "occurredOn": "2011-12-26"}""".formatted(first.id(), memberId))
                .requireStatus(201);
        Reply second = register(number, "").requireStatus(201);
        correct(second, "{\"head\": {\"citizenNumber\": \"" + number() + "\"}}").requireStatus(201);
        Reply third = register(number, "").requireStatus(201);
        server.post("Void", "{\"eventId\": \"" + event(third) + "\", \"reason\": \"误记\"}")
                .requireStatus(201);
        register(number, "").requireStatus(201);
    }

    @Test
    void in_bulk_too() {
        new SameTwice(server, "RegisterHousehold", body(number, "")).inBulk();
    }

    @Test
    void of_eight_who_enter_the_same_person_at_once_one_is_taken() throws Exception {
        new SameTwice(server, "RegisterHousehold", body(number, "")).atOnce();
    }

    private Reply correct(Reply entered, String changes) {
        return server.post(
                "Correct",
                "{\"eventId\": \"" + event(entered) + "\", \"changes\": " + changes + ", \"reason\": \"误记\"}");
    }

    private static String event(Reply entered) {
        return entered.json().path("events").get(0).path("id").asString();
    }

    private Reply register(String citizenNumber, String more) {
        return server.post("RegisterHousehold", body(citizenNumber, more));
    }

    private static String body(String citizenNumber, String more) {
        return "{\"villageCode\": \"530328202207\", \"group\": 7, \"householdNo\": \""
                + UUID.randomUUID().toString().substring(0, 20)
                + "\", \"head\": {\"name\": \"示例户主\", \"citizenNumber\": \"" + citizenNumber
                + "\"}, \"occurredOn\": \"2011-12-26\"" + more + "}";
    }

    /** Of somebody who was born in 1960. */
    private static String number() {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        String digits = "5303281960%04d%03d"
                .formatted(
                        101 + ThreadLocalRandom.current().nextInt(28),
                        ThreadLocalRandom.current().nextInt(1000));
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return digits + "10X98765432".charAt(sum % 11);
    }
}
