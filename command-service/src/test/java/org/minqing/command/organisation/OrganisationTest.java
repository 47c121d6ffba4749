package org.minqing.command.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.organisation.OrganisationCommand.AddOffice;
import org.minqing.command.organisation.OrganisationCommand.RegisterOrganisation;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Corrected;
import org.minqing.events.LinkMode;
import org.minqing.events.Voided;
import org.minqing.events.organisation.OrganisationEvent;
import org.minqing.events.organisation.OrganisationEvent.OfficeAdded;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.organisation.OrganisationKind;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;

class OrganisationTest {
    private static final UUID ID = new UUID(1, 1);
    private static final Seat SEAT = new Seat(ID, "5303");
    private static final LocalDate START = LocalDate.of(2011, 12, 1);
    private static final String VALID = "91350100M000100Y43";
    private static final OrganisationRegistered REGISTERED =
            new OrganisationRegistered(SEAT, "市人大常委会办公室", OrganisationKind.OFFICE, VALID, START);
    private static final OfficeAdded OFFICE = new OfficeAdded(SEAT, new UUID(2, 2), "农工委", START.plusDays(9));

    private final CommandFixture fixture = new CommandFixture(Organisation.class).division("5303", "曲靖市");

    private static RegisterOrganisation register(@Nullable UUID id, String division, @Nullable String creditCode) {
        return new RegisterOrganisation(id, "市人大常委会办公室", OrganisationKind.OFFICE, division, creditCode);
    }

    @Test
    void registers_under_the_id_given() {
        fixture.on(START).when(register(ID, "5303", VALID)).events(REGISTERED);
    }

    @Test
    void registers_under_a_made_id_and_today_when_only_what_must_be_is_given() {
        fixture.when(new RegisterOrganisation(null, "水田小学", null, "5303", null))
                .events(new OrganisationRegistered(
                        new Seat(fixture.madeId(), "5303"), "水田小学", null, null, CommandFixture.TODAY));
    }

    @Test
    void takes_a_credit_code_whose_check_character_is_wrong() {
        fixture.on(START)
                .when(register(ID, "5303", "91350100M000100Y44"))
                .events(new OrganisationRegistered(
                        SEAT, "市人大常委会办公室", OrganisationKind.OFFICE, "91350100M000100Y44", START));
    }

    @Test
    void refuses_a_credit_code_that_is_none() {
        fixture.on(START).when(register(ID, "5303", "91350100M000100")).refusedField("/creditCode");
    }

    @Test
    void refuses_a_blank_name() {
        fixture.when(new RegisterOrganisation(null, " ", null, "5303", null)).refusedField("/name");
    }

    @Test
    void refuses_a_seat_nobody_knows() {
        fixture.on(START).when(register(ID, "5399", VALID)).refused("division-not-found");
    }

    @Test
    void refuses_a_day_ahead() {
        fixture.on(CommandFixture.TODAY.plusDays(1))
                .when(new RegisterOrganisation(null, "水田小学", null, "5303", null))
                .refusedField("/occurredOn");
    }

    @Test
    void refuses_to_register_one_that_stands() {
        fixture.given(REGISTERED).on(START).when(register(ID, "5303", VALID)).refused("already-exists");
    }

    @Test
    void adds_an_office_whose_id_is_that_of_the_event() {
        fixture.given(REGISTERED)
                .on(START.plusDays(9))
                .when(new AddOffice(ID, "农工委"))
                .events(new OfficeAdded(SEAT, fixture.eventId(0), "农工委", START.plusDays(9)));
    }

    @Test
    void adds_an_office_late_before_another() {
        fixture.given(REGISTERED, OFFICE)
                .on(START)
                .when(new AddOffice(ID, "办公室"))
                .events(new OfficeAdded(SEAT, fixture.eventId(0), "办公室", START));
    }

    @Test
    void adding_an_office_that_is_there_changes_nothing() {
        fixture.given(REGISTERED, OFFICE).when(new AddOffice(ID, "农工委")).nothing();
    }

    @Test
    void an_office_is_there_however_its_name_is_typed() {
        OfficeAdded office = new OfficeAdded(SEAT, new UUID(2, 2), "第1 联络室", START);
        fixture.given(REGISTERED, office).when(new AddOffice(ID, "第１\u3000联络室")).nothing();
    }

    @Test
    void refuses_an_office_that_is_there_from_a_later_day() {
        fixture.given(REGISTERED, OFFICE)
                .on(START.plusDays(8))
                .when(new AddOffice(ID, "农工委"))
                .refused("already-exists");
    }

    @Test
    void refuses_an_office_before_the_organisation() {
        fixture.given(REGISTERED)
                .on(START.minusDays(1))
                .when(new AddOffice(ID, "农工委"))
                .refused("out-of-order");
    }

    @Test
    void refuses_an_office_without_a_name() {
        fixture.given(REGISTERED).when(new AddOffice(ID, "")).refusedField("/name");
    }

    private static Voided<OrganisationEvent> voided(int ordinal, OrganisationEvent event) {
        return new Voided<>(CommandFixture.givenId(ordinal), event, CommandFixture.REASON, null);
    }

    private static OrganisationRegistered called(String name) {
        return new OrganisationRegistered(SEAT, name, OrganisationKind.OFFICE, VALID, START);
    }

    @Test
    void an_organisation_entered_wrongly_is_void_with_its_offices_and_can_be_entered_again() {
        fixture.given(REGISTERED, OFFICE).whenVoided(CommandFixture.givenId(0)).reliedOn("organisation-voided");
        fixture.whenVoidedWithFollowing(CommandFixture.givenId(0)).events(voided(1, OFFICE), voided(0, REGISTERED));
        CommandFixture gone =
                new CommandFixture(Organisation.class).division("5303", "曲靖市").given(REGISTERED, voided(0, REGISTERED));
        gone.when(new AddOffice(ID, "农工委")).refused("organisation-voided");
        gone.on(START.minusDays(3))
                .when(register(ID, "5303", VALID))
                .events(new OrganisationRegistered(
                        SEAT, "市人大常委会办公室", OrganisationKind.OFFICE, VALID, START.minusDays(3)));
        gone.whenVoided(CommandFixture.givenId(0)).nothing();
    }

    @Test
    void an_organisation_that_leads_a_programme_can_be_corrected_and_not_voided() {
        fixture.known("Programme", new UUID(3, 3), launched(ID)).given(REGISTERED, OFFICE);
        fixture.whenVoided(CommandFixture.givenId(0)).refused("organisation-in-use");
        fixture.whenCorrected(CommandFixture.givenId(0), "{\"name\": \"市人大\"}")
                .events(new Corrected<>(
                        CommandFixture.givenId(0), REGISTERED, called("市人大"), CommandFixture.REASON, null));
    }

    private static ProgrammeLaunched launched(UUID organisation) {
        return new ProgrammeLaunched(
                new Sphere(new UUID(3, 3), organisation, "5303"), "四群教育", LinkMode.EXACTLY_ONE, START);
    }

    @Test
    void an_organisation_is_not_held_by_the_programme_of_another_nor_by_one_that_never_was() {
        UUID other = new UUID(1, 2);
        new CommandFixture(Organisation.class)
                .known("Programme", new UUID(3, 3), launched(other))
                .given(REGISTERED)
                .whenVoided(CommandFixture.givenId(0))
                .events(voided(0, REGISTERED));
        new CommandFixture(Organisation.class)
                .known(
                        "Programme",
                        new UUID(3, 3),
                        launched(ID),
                        new Voided<>(new UUID(3, 4), launched(ID), CommandFixture.REASON, null))
                .given(REGISTERED)
                .whenVoided(CommandFixture.givenId(0))
                .events(voided(0, REGISTERED));
    }

    @Test
    void a_correction_that_was_none_puts_back_what_stood_before_it() {
        Corrected<OrganisationEvent> correction =
                new Corrected<>(CommandFixture.givenId(0), REGISTERED, called("市人大"), CommandFixture.REASON, null);
        fixture.given(REGISTERED, correction)
                .whenVoided(CommandFixture.givenId(1))
                .events(new Voided<>(CommandFixture.givenId(1), correction, CommandFixture.REASON, null));
    }

    @Test
    void an_office_voided_or_renamed_makes_room_for_another_of_its_name() {
        fixture.given(REGISTERED, OFFICE).whenVoided(CommandFixture.givenId(1)).events(voided(1, OFFICE));
        fixture.whenCorrected(CommandFixture.givenId(1), "{\"name\": \"法工委\"}")
                .events(new Corrected<>(
                        CommandFixture.givenId(1),
                        OFFICE,
                        new OfficeAdded(SEAT, CommandFixture.givenId(1), "法工委", OFFICE.occurredOn()),
                        CommandFixture.REASON,
                        null));
        new CommandFixture(Organisation.class)
                .given(REGISTERED, OFFICE, voided(1, OFFICE))
                .on(START)
                .when(new AddOffice(ID, "农工委"))
                .only(OfficeAdded.class);
    }

    @Test
    void an_office_cannot_take_the_name_of_another_nor_a_day_before_a_late_registration() {
        OfficeAdded other = new OfficeAdded(SEAT, new UUID(2, 4), "办公室", START);
        fixture.given(REGISTERED, OFFICE, other)
                .whenCorrected(CommandFixture.givenId(1), "{\"name\": \"办公室\"}")
                .reliedOn("already-exists");
        fixture.whenCorrected(CommandFixture.givenId(2), "{\"name\": \"农工委\"}").refused("already-exists");
    }
}
