package org.minqing.command.division;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.division.DivisionCommand.DeclareHardship;
import org.minqing.command.division.DivisionCommand.RenameDivision;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Corrected;
import org.minqing.events.Voided;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.DivisionRenamed;
import org.minqing.events.division.DivisionEvent.HardshipDeclared;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.events.division.HardshipKind;
import org.minqing.events.division.HardshipSeverity;

class HardshipTest {
    private static final String COUNTY = "530328";
    private static final UUID ID = new UUID(5, 1);
    private static final UUID OTHER = new UUID(5, 2);
    private static final LocalDate START = LocalDate.of(2011, 1, 1);
    private static final LocalDate DAY = LocalDate.of(2012, 3, 1);
    private static final Place PLACE = new Place(COUNTY);
    private static final DivisionRegistered REGISTERED = new DivisionRegistered(PLACE, null, COUNTY, "沾益县", START);
    private static final HardshipDeclared DROUGHT =
            new HardshipDeclared(PLACE, ID, HardshipKind.DROUGHT, 2012, HardshipSeverity.SEVERE, DAY);
    private static final Voided<HardshipDeclared> VOIDED =
            new Voided<>(CommandFixture.givenId(1), DROUGHT, CommandFixture.REASON, null);

    private static final HardshipDeclared LIGHT =
            new HardshipDeclared(PLACE, ID, HardshipKind.DROUGHT, 2012, HardshipSeverity.LIGHT, DAY);
    private static final Corrected<HardshipDeclared> CORRECTED = corrected(DROUGHT, LIGHT);

    private static Corrected<HardshipDeclared> corrected(HardshipDeclared before, HardshipDeclared after) {
        return new Corrected<>(CommandFixture.givenId(1), before, after, CommandFixture.REASON, null);
    }

    private static DeclareHardship declare(UUID id, HardshipKind kind, int year, @Nullable HardshipSeverity severity) {
        return new DeclareHardship(COUNTY, id, kind, year, severity);
    }

    private static DeclareHardship drought(UUID id) {
        return declare(id, HardshipKind.DROUGHT, 2012, HardshipSeverity.SEVERE);
    }

    private static CommandFixture.Outcome correct(CommandFixture fixture, String severity) {
        return fixture.whenCorrected(CommandFixture.givenId(1), "{\"severity\": \"" + severity + "\"}");
    }

    private static CommandFixture fixture() {
        return new CommandFixture(Division.class).given(REGISTERED).on(DAY);
    }

    @Test
    void a_hardship_is_declared() {
        fixture().when(drought(ID)).events(DROUGHT);
    }

    @Test
    void an_earlier_year_and_another_kind_are_declared_beside_it() {
        fixture()
                .given(DROUGHT)
                .when(declare(OTHER, HardshipKind.DROUGHT, 2010, null))
                .events(new HardshipDeclared(PLACE, OTHER, HardshipKind.DROUGHT, 2010, null, DAY));
        fixture()
                .given(DROUGHT)
                .when(declare(OTHER, HardshipKind.FROST, 2012, null))
                .events(new HardshipDeclared(PLACE, OTHER, HardshipKind.FROST, 2012, null, DAY));
    }

    @Test
    void the_same_said_again_changes_nothing() {
        fixture().given(DROUGHT).when(drought(OTHER)).nothing();
    }

    @Test
    void refuses_a_second_of_the_kind_for_the_year() {
        fixture()
                .given(DROUGHT)
                .when(declare(OTHER, HardshipKind.DROUGHT, 2012, HardshipSeverity.LIGHT))
                .refused("hardship-declared");
    }

    @Test
    void refuses_an_id_that_was_used() {
        fixture()
                .given(DROUGHT)
                .when(declare(ID, HardshipKind.FROST, 2012, null))
                .refused("already-exists");
    }

    @Test
    void refuses_a_year_to_come_and_a_day_before_the_division() {
        fixture().when(declare(ID, HardshipKind.DROUGHT, 2013, null)).refusedField("/year", "year-not-begun");
        fixture()
                .on(START.minusDays(1))
                .when(declare(ID, HardshipKind.DROUGHT, 2010, null))
                .refused("out-of-order");
    }

    @Test
    void a_voided_hardship_is_declared_again_even_under_its_id() {
        fixture().given(DROUGHT).whenVoided(CommandFixture.givenId(1)).events(VOIDED);
        fixture().given(DROUGHT, VOIDED).whenVoided(CommandFixture.givenId(1)).nothing();
        fixture().given(DROUGHT, VOIDED).when(drought(OTHER)).only(HardshipDeclared.class);
        fixture().given(DROUGHT, VOIDED).when(drought(ID)).events(DROUGHT);
    }

    @Test
    void a_hardship_was_lighter_than_declared() {
        correct(fixture().given(DROUGHT), "LIGHT").events(CORRECTED);
    }

    @Test
    void a_correction_to_what_it_is_already_changes_nothing() {
        correct(fixture().given(DROUGHT), "SEVERE").nothing();
        correct(fixture().given(DROUGHT, CORRECTED), "LIGHT").nothing();
    }

    @Test
    void corrections_stack_and_what_is_in_force_is_said_again_and_voided() {
        correct(fixture().given(DROUGHT, CORRECTED), "SEVERE").events(corrected(LIGHT, DROUGHT));
        fixture()
                .given(DROUGHT, CORRECTED)
                .when(declare(OTHER, HardshipKind.DROUGHT, 2012, HardshipSeverity.LIGHT))
                .nothing();
        fixture().given(DROUGHT, CORRECTED).when(drought(OTHER)).refused("hardship-declared");
        fixture()
                .given(DROUGHT, CORRECTED)
                .whenVoided(CommandFixture.givenId(1))
                .events(new Voided<>(CommandFixture.givenId(1), LIGHT, CommandFixture.REASON, null));
    }

    @Test
    void a_correction_that_was_none_puts_back_what_stood_before_it() {
        Voided<?> undone = new Voided<>(CommandFixture.givenId(2), CORRECTED, CommandFixture.REASON, null);
        fixture()
                .given(DROUGHT, CORRECTED)
                .whenVoided(CommandFixture.givenId(2))
                .events(undone);
        fixture().given(DROUGHT, CORRECTED, undone).when(drought(OTHER)).nothing();
    }

    @Test
    void refuses_to_correct_what_is_void_and_to_a_year_to_come_or_to_another_that_stands() {
        correct(fixture().given(DROUGHT, VOIDED), "LIGHT").refused("event-voided");
        fixture()
                .given(DROUGHT)
                .whenCorrected(CommandFixture.givenId(1), "{\"year\": 2013}")
                .refusedField("/changes/year", "year-not-begun");
        HardshipDeclared before = new HardshipDeclared(PLACE, OTHER, HardshipKind.DROUGHT, 2010, null, DAY);
        fixture()
                .given(DROUGHT, before)
                .whenCorrected(CommandFixture.givenId(2), "{\"year\": 2012}")
                .refused("hardship-declared");
        fixture()
                .given(DROUGHT, before)
                .whenCorrected(CommandFixture.givenId(1), "{\"year\": 2010}")
                .reliedOn("hardship-declared");
    }

    @Test
    void a_hardship_leaves_code_and_name_as_they_are() {
        fixture()
                .given(DROUGHT, CORRECTED, VOIDED)
                .on(DAY.plusDays(1))
                .when(new RenameDivision(COUNTY, "霑益县"))
                .events(new DivisionRenamed(PLACE, null, "沾益县", "霑益县", DAY.plusDays(1)));
        fixture().given(DROUGHT).when(new RenameDivision(COUNTY, "沾益县")).nothing();
    }
}
