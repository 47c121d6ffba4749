package org.minqing.command.cadre;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;
import org.minqing.command.platform.SameTwice;

/** Over HTTP: a cadre who is registered already is not registered a second time unseen. */
class DuplicateCadreOverHttpTest {
    private static final CommandServer SERVER = CommandServer.shared();

    private final String name = "示例干部 " + UUID.randomUUID().toString().substring(4, 13);
    private final UUID bureau = organisation();
    private final UUID office = organisation();

    @Test
    void one_of_the_same_name_in_the_same_organisation_is_asked_about() {
        UUID first = register(bureau, "").requireStatus(201).id();
        Reply refused = register(bureau, "").requireProblem(409, "duplicate-cadre");
        assertThat(refused.json().path("detail").asString()).contains(first.toString(), "confirmDuplicate");
        assertThat(refused.body()).doesNotContain(name);
        register(bureau, ", \"confirmDuplicate\": true").requireStatus(201);
        Reply elsewhere = register(office, "").requireStatus(201);
        SERVER.post("Correct", """
                {"eventId": "%s", "changes": {"organisationId": "%s"}, "reason": "误记"}""".formatted(
                        elsewhere.json().path("events").get(0).path("id").asString(), bureau))
                .requireProblem(409, "duplicate-cadre");
    }

    @Test
    void however_the_name_is_typed_and_in_bulk_too() {
        register(bureau, "").requireStatus(201);
        String other = body(bureau, "")
                .replace("示例干部 ", "\\u3000示例干部\\u3000 ")
                .replace(name.substring(5), name.substring(5).replace('-', '－'));
        SERVER.post("RegisterCadre", other).requireProblem(409, "duplicate-cadre");
        new SameTwice(SERVER, "RegisterCadre", body(office, "")).inBulk();
    }

    @Test
    void or_of_the_same_name_and_telephone_wherever() {
        String phone = ", \"phone\": \"13987654321\"";
        UUID first = register(bureau, phone).requireStatus(201).id();
        register(office, phone).requireProblem(409, "duplicate-cadre");
        SERVER.post("WithdrawCadre", "{\"cadreId\": \"" + first + "\", \"occurredOn\": \"2012-03-01\"}")
                .requireStatus(201);
        register(office, phone).requireStatus(201);
    }

    private Reply register(UUID organisation, String more) {
        return SERVER.post("RegisterCadre", body(organisation, more));
    }

    private String body(UUID organisation, String more) {
        return """
                {"name": "%s", "sex": "1", "rankCode": "150", "organisationId": "%s", "occurredOn": "2012-03-01"%s}""".formatted(name, organisation, more);
    }

    private static UUID organisation() {
        return SERVER.post("RegisterOrganisation", """
                {"name": "示例单位%s", "divisionCode": "530328", "occurredOn": "2011-01-01"}""".formatted(UUID.randomUUID()))
                .requireStatus(201)
                .id();
    }
}
