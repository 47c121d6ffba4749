package org.minqing.command.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;
import org.minqing.command.platform.SameTwice;

class HouseholdNumberOverHttpTest {
    private final CommandServer server = CommandServer.shared();
    private final String number = "no " + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void the_answer_names_the_other_household() {
        UUID first = register("").requireStatus(201).id();
        Reply refused = register("").requireProblem(409, "duplicate-household");
        assertThat(refused.json().path("detail").asString()).contains(first.toString(), "confirmDuplicate");
        register("?dryRun=true").requireProblem(409, "duplicate-household");
        server.post("RegisterHousehold", body(", \"confirmDuplicate\": true")).requireStatus(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no  %s", "no\\u3000%s", "no\\t%s", "\\uff4e\\uff4f %s", "NO %s", " no %s\\u00a0"})
    void a_number_is_the_same_however_it_is_typed(String typed) {
        register("").requireStatus(201);
        String body = body("").replace(number, typed.formatted(number.substring(3)));
        server.post("RegisterHousehold", body).requireProblem(409, "duplicate-household");
    }

    @Test
    void a_voided_registration_leaves_its_number_free() {
        Reply first = register("").requireStatus(201);
        server.post(
                        "Void",
                        "{\"eventId\": \""
                                + first.json().path("events").get(0).path("id").asString()
                                + "\", \"reason\": \"误记\"}")
                .requireStatus(201);
        register("").requireStatus(201);
    }

    @Test
    void in_bulk_too() {
        new SameTwice(server, "RegisterHousehold", body("")).inBulk();
    }

    @Test
    void of_eight_who_enter_the_same_at_once_one_is_taken() throws Exception {
        new SameTwice(server, "RegisterHousehold", body("")).atOnce();
    }

    private Reply register(String query) {
        return server.post("RegisterHousehold" + query, body(""));
    }

    private String body(String more) {
        return "{\"villageCode\": \"530328202207\", \"group\": 7, \"householdNo\": \"" + number
                + "\", \"head\": {\"name\": \"示例户主\"}, \"occurredOn\": \"2011-12-26\"" + more + "}";
    }
}
