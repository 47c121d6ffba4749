package org.minqing.command.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.organisation.OrganisationEvent.OfficeAdded;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationKind;

class OrganisationTest {
    private static final UUID ID = new UUID(1, 1);
    private static final LocalDate START = LocalDate.of(2011, 12, 1);
    private static final String VALID = "91350100M000100Y43";
    private static final OrganisationRegistered REGISTERED =
            new OrganisationRegistered(ID, "5303", "市人大常委会办公室", OrganisationKind.OFFICE, VALID, START);
    private static final OfficeAdded OFFICE = new OfficeAdded(ID, "5303", new UUID(2, 2), "农工委", START.plusDays(9));

    private final CommandFixture fixture = new CommandFixture(Organisation.class).division("5303", "曲靖市");

    private static RegisterOrganisation register(@Nullable UUID id, String division, @Nullable String creditCode) {
        return new RegisterOrganisation(id, "市人大常委会办公室", OrganisationKind.OFFICE, division, creditCode, START);
    }

    @Test
    void registers_under_the_id_given() {
        fixture.when(register(ID, "5303", VALID)).events(REGISTERED);
    }

    @Test
    void registers_under_a_made_id_and_today_when_only_what_must_be_is_given() {
        fixture.when(new RegisterOrganisation(null, "水田小学", null, "5303", null, null))
                .events(new OrganisationRegistered(fixture.madeId(), "5303", "水田小学", null, null, CommandFixture.TODAY));
    }

    @Test
    void takes_a_credit_code_whose_check_character_is_wrong() {
        fixture.when(register(ID, "5303", "91350100M000100Y44"))
                .events(new OrganisationRegistered(
                        ID, "5303", "市人大常委会办公室", OrganisationKind.OFFICE, "91350100M000100Y44", START));
    }

    @Test
    void refuses_a_credit_code_that_is_none() {
        fixture.when(register(ID, "5303", "91350100M000100")).refusedField("/creditCode");
    }

    @Test
    void refuses_a_blank_name() {
        fixture.when(new RegisterOrganisation(null, " ", null, "5303", null, null))
                .refusedField("/name");
    }

    @Test
    void refuses_a_seat_nobody_knows() {
        fixture.when(register(ID, "5399", VALID)).refused("division-not-found");
    }

    @Test
    void refuses_a_day_ahead() {
        fixture.when(new RegisterOrganisation(null, "水田小学", null, "5303", null, CommandFixture.TODAY.plusDays(1)))
                .refusedField("/occurredOn");
    }

    @Test
    void refuses_to_register_one_that_stands() {
        fixture.given(REGISTERED).when(register(ID, "5303", VALID)).refused("already-exists");
    }

    @Test
    void adds_an_office_whose_id_is_that_of_the_event() {
        fixture.given(REGISTERED)
                .when(new AddOffice(ID, "农工委", START.plusDays(9)))
                .events(new OfficeAdded(ID, "5303", fixture.eventId(0), "农工委", START.plusDays(9)));
    }

    @Test
    void adds_an_office_late_before_another() {
        fixture.given(REGISTERED, OFFICE)
                .when(new AddOffice(ID, "办公室", START))
                .events(new OfficeAdded(ID, "5303", fixture.eventId(0), "办公室", START));
    }

    @Test
    void adding_an_office_that_is_there_changes_nothing() {
        fixture.given(REGISTERED, OFFICE).when(new AddOffice(ID, "农工委", null)).nothing();
    }

    @Test
    void refuses_an_office_that_is_there_from_a_later_day() {
        fixture.given(REGISTERED, OFFICE)
                .when(new AddOffice(ID, "农工委", START.plusDays(8)))
                .refused("already-exists");
    }

    @Test
    void refuses_an_office_before_the_organisation() {
        fixture.given(REGISTERED)
                .when(new AddOffice(ID, "农工委", START.minusDays(1)))
                .refused("out-of-order");
    }

    @Test
    void refuses_an_office_without_a_name() {
        fixture.given(REGISTERED).when(new AddOffice(ID, "", null)).refusedField("/name");
    }
}
