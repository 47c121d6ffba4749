package org.minqing.command.division;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.TestSealed;
import org.minqing.events.Sealed;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.DivisionRenamed;
import org.minqing.events.division.DivisionEvent.HardshipCorrected;
import org.minqing.events.division.DivisionEvent.HardshipDeclared;
import org.minqing.events.division.DivisionEvent.HardshipVoided;
import org.minqing.events.division.HardshipKind;
import org.minqing.events.division.HardshipSeverity;

class HardshipTest {
    private static final String COUNTY = "530328";
    private static final UUID ID = new UUID(5, 1);
    private static final UUID OTHER = new UUID(5, 2);
    private static final LocalDate START = LocalDate.of(2011, 1, 1);
    private static final LocalDate DAY = LocalDate.of(2012, 3, 1);
    private static final Sealed REASON = TestSealed.sealed("division:" + COUNTY, "登记错了");
    private static final DivisionRegistered REGISTERED = new DivisionRegistered(COUNTY, null, COUNTY, "沾益县", START);
    private static final HardshipDeclared DROUGHT =
            new HardshipDeclared(COUNTY, ID, HardshipKind.DROUGHT, 2012, HardshipSeverity.SEVERE, DAY);
    private static final HardshipVoided VOIDED =
            new HardshipVoided(COUNTY, CommandFixture.givenId(1), DROUGHT, REASON, null, DAY);

    private static final HardshipDeclared LIGHT =
            new HardshipDeclared(COUNTY, ID, HardshipKind.DROUGHT, 2012, HardshipSeverity.LIGHT, DAY);
    private static final HardshipCorrected CORRECTED =
            new HardshipCorrected(COUNTY, CommandFixture.givenId(1), DROUGHT, LIGHT, REASON, "MISREAD", DAY);

    private static DeclareHardship declare(
            UUID id, HardshipKind kind, int year, @Nullable HardshipSeverity severity, LocalDate day) {
        return new DeclareHardship(COUNTY, id, kind, year, severity, day);
    }

    private static DeclareHardship drought(UUID id) {
        return declare(id, HardshipKind.DROUGHT, 2012, HardshipSeverity.SEVERE, DAY);
    }

    private static VoidHardship never(UUID id) {
        return new VoidHardship(COUNTY, id, REASON, null, null);
    }

    private static CorrectHardship correct(UUID id, @Nullable HardshipSeverity severity, @Nullable LocalDate day) {
        return new CorrectHardship(COUNTY, id, severity, REASON, "MISREAD", day);
    }

    private static CommandFixture fixture() {
        return new CommandFixture(Division.class).given(REGISTERED);
    }

    @Test
    void a_hardship_is_declared() {
        fixture().when(drought(ID)).events(DROUGHT);
    }

    @Test
    void an_earlier_year_and_another_kind_are_declared_beside_it() {
        fixture()
                .given(DROUGHT)
                .when(declare(OTHER, HardshipKind.DROUGHT, 2010, null, DAY))
                .events(new HardshipDeclared(COUNTY, OTHER, HardshipKind.DROUGHT, 2010, null, DAY));
        fixture()
                .given(DROUGHT)
                .when(declare(OTHER, HardshipKind.FROST, 2012, null, DAY))
                .events(new HardshipDeclared(COUNTY, OTHER, HardshipKind.FROST, 2012, null, DAY));
    }

    @Test
    void the_same_said_again_changes_nothing() {
        fixture().given(DROUGHT).when(drought(OTHER)).nothing();
    }

    @Test
    void refuses_a_second_of_the_kind_for_the_year() {
        fixture()
                .given(DROUGHT)
                .when(declare(OTHER, HardshipKind.DROUGHT, 2012, HardshipSeverity.LIGHT, DAY))
                .refused("hardship-declared");
    }

    @Test
    void refuses_an_id_that_was_used() {
        fixture()
                .given(DROUGHT)
                .when(declare(ID, HardshipKind.FROST, 2012, null, DAY))
                .refused("already-exists");
    }

    @Test
    void refuses_a_year_to_come_and_a_day_before_the_division() {
        fixture().when(declare(ID, HardshipKind.DROUGHT, 2013, null, DAY)).refusedField("/year", "year-not-begun");
        fixture()
                .when(declare(ID, HardshipKind.DROUGHT, 2010, null, START.minusDays(1)))
                .refused("out-of-order");
    }

    @Test
    void a_voided_hardship_is_declared_again_under_another_id() {
        fixture().given(DROUGHT).when(never(ID)).events(VOIDED);
        fixture().given(DROUGHT, VOIDED).when(never(ID)).nothing();
        fixture().given(DROUGHT, VOIDED).when(drought(OTHER)).only(HardshipDeclared.class);
        fixture().given(DROUGHT, VOIDED).when(drought(ID)).refused("already-exists");
    }

    @Test
    void refuses_to_void_what_was_never_declared_and_on_another_day() {
        fixture().given(DROUGHT).when(never(OTHER)).refused("hardship-not-found");
        fixture()
                .given(DROUGHT)
                .when(new VoidHardship(COUNTY, ID, REASON, null, DAY.plusDays(1)))
                .refusedField("/occurredOn");
    }

    @Test
    void a_hardship_was_lighter_than_declared() {
        fixture().given(DROUGHT).when(correct(ID, HardshipSeverity.LIGHT, null)).events(CORRECTED);
        fixture().given(DROUGHT).when(correct(ID, HardshipSeverity.LIGHT, DAY)).events(CORRECTED);
    }

    @Test
    void a_correction_to_what_it_is_already_changes_nothing() {
        fixture()
                .given(DROUGHT)
                .when(correct(ID, HardshipSeverity.SEVERE, null))
                .nothing();
        fixture()
                .given(DROUGHT, CORRECTED)
                .when(correct(ID, HardshipSeverity.LIGHT, null))
                .nothing();
    }

    @Test
    void corrections_stack_and_what_is_in_force_is_said_again_and_voided() {
        fixture()
                .given(DROUGHT, CORRECTED)
                .when(correct(ID, HardshipSeverity.SEVERE, null))
                .events(new HardshipCorrected(
                        COUNTY, CommandFixture.givenId(1), LIGHT, DROUGHT, REASON, "MISREAD", DAY));
        fixture()
                .given(DROUGHT, CORRECTED)
                .when(declare(OTHER, HardshipKind.DROUGHT, 2012, HardshipSeverity.LIGHT, DAY))
                .nothing();
        fixture().given(DROUGHT, CORRECTED).when(drought(OTHER)).refused("hardship-declared");
        fixture()
                .given(DROUGHT, CORRECTED)
                .when(never(ID))
                .events(new HardshipVoided(COUNTY, CommandFixture.givenId(1), LIGHT, REASON, null, DAY));
    }

    @Test
    void refuses_to_correct_what_was_never_declared_or_voided_on_another_day_or_without_saying_how_hard_or_why() {
        HardshipSeverity light = HardshipSeverity.LIGHT;
        fixture().given(DROUGHT).when(correct(OTHER, light, null)).refused("hardship-not-found");
        fixture().given(DROUGHT, VOIDED).when(correct(ID, light, null)).refused("hardship-voided");
        fixture().given(DROUGHT).when(correct(ID, light, DAY.plusDays(1))).refusedField("/occurredOn");
        fixture().given(DROUGHT).when(correct(ID, null, null)).refusedField("/severity");
        fixture()
                .given(DROUGHT)
                .when(new CorrectHardship(COUNTY, ID, light, null, null, null))
                .refusedField("/reason");
    }

    @Test
    void a_hardship_leaves_code_and_name_as_they_are() {
        fixture()
                .given(DROUGHT, CORRECTED, VOIDED)
                .when(new RenameDivision(COUNTY, "霑益县", DAY.plusDays(1)))
                .events(new DivisionRenamed(COUNTY, null, "沾益县", "霑益县", DAY.plusDays(1)));
        fixture().given(DROUGHT).when(new RenameDivision(COUNTY, "沾益县", DAY)).nothing();
    }
}
