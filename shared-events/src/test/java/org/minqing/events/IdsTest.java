package org.minqing.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The expected ids were computed by another implementation of RFC 9562. They stand in logs: never change one. */
class IdsTest {
    private static final UUID COMMAND = UUID.fromString("2c5ea4c0-4067-11e9-8bad-9b1deb4d3b7d");
    private static final UUID PROGRAMME = UUID.fromString("9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d");
    private static final UUID ORGANISATION = UUID.fromString("1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed");

    @Test
    void what_a_command_makes_follows_from_client_and_command() {
        assertThat(Ids.made("office", COMMAND)).hasToString("5418ec29-28cb-5d90-8767-96ff1cf7f2e6");
        assertThat(Ids.made("office", COMMAND, "/head")).hasToString("1200724b-969b-56cf-9104-643c0b1fcb24");
    }

    @Test
    void each_event_of_a_command_has_an_id_by_its_ordinal() {
        assertThat(Ids.event("office", COMMAND, 0)).hasToString("bd4b5454-b6d9-58d0-9d9b-304113c0e9d7");
        assertThat(Ids.event("office", COMMAND, 1)).hasToString("d6c2f89d-aa5c-5f55-840a-7d5830d8455c");
    }

    @Test
    void a_policy_gives_the_same_command_upon_the_same_event() {
        assertThat(Ids.policyCommand(COMMAND, "CardLifecycle", 0)).hasToString("4596a4ab-ea18-56a0-b685-4482db1fff1c");
    }

    @Test
    void a_programme_has_one_link_point_in_a_village() {
        assertThat(Ids.linkPoint(PROGRAMME, "530328202207")).hasToString("ffde2bb3-efcc-5f1e-8a80-dc35944decff");
    }

    @Test
    void an_organisation_has_one_fund_for_an_earmark_and_village() {
        assertThat(Ids.fund(PROGRAMME, ORGANISATION, "530328202207", "饮水"))
                .hasToString("b301a6be-8ae4-52a4-be78-57e2ed391909");
        assertThat(Ids.fund(PROGRAMME, ORGANISATION, null, "饮水")).hasToString("1c6e2a11-2482-5ce5-b907-25891451b909");
    }

    @Test
    void an_organisation_has_one_reporting_period_of_a_name() {
        assertThat(Ids.reportingPeriod(PROGRAMME, ORGANISATION, "2012"))
                .hasToString("1e378062-1d2c-5ebc-996a-19b3921e51ed");
    }
}
