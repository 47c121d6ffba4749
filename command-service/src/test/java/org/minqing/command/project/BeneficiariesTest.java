package org.minqing.command.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.project.Projects.CANCELLED;
import static org.minqing.command.project.Projects.DAY;
import static org.minqing.command.project.Projects.PROJECT;
import static org.minqing.command.project.Projects.PROPOSED;
import static org.minqing.command.project.Projects.benefit;
import static org.minqing.command.project.Projects.fixture;
import static org.minqing.command.project.Projects.input;
import static org.minqing.command.project.Projects.text;
import static org.minqing.command.project.Projects.voided;
import static org.minqing.events.project.BeneficiaryKind.HOUSEHOLDS;
import static org.minqing.events.project.BeneficiaryKind.PERSONS;
import static org.minqing.events.project.BeneficiaryKind.SCHOOL;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.QuantityInput;
import org.minqing.events.project.BeneficiaryKind;
import org.minqing.events.project.ProjectEvent.BeneficiariesRecorded;

/** Who benefits. */
class BeneficiariesTest {
    private static final UUID ENTRY = CommandFixture.givenId(1);
    private static final BeneficiariesRecorded HOMES = benefit(ENTRY, HOUSEHOLDS, "197", false);

    @Test
    void records_households_persons_and_a_school_apart() {
        for (BeneficiaryKind kind : BeneficiaryKind.values()) {
            CommandFixture fixture = fixture();
            fixture.given(PROPOSED)
                    .when(record(kind, input("197", kind == HOUSEHOLDS ? "户" : "人"), false))
                    .events(benefit(fixture.eventId(0), kind, "197", false));
        }
    }

    @Test
    void a_school_may_overlap_unless_it_is_said_not_to() {
        assertThat(fixture()
                        .given(PROPOSED)
                        .when(record(SCHOOL, input("380", "人"), null))
                        .only(BeneficiariesRecorded.class)
                        .overlapPossible())
                .isTrue();
        assertThat(fixture()
                        .given(PROPOSED)
                        .when(record(PERSONS, input("800", "人"), null))
                        .only(BeneficiariesRecorded.class)
                        .overlapPossible())
                .isFalse();
    }

    @Test
    void refuses_households_counted_in_persons_and_persons_in_households() {
        fixture()
                .given(PROPOSED)
                .when(record(HOUSEHOLDS, input("1", "人"), null))
                .refusedField("/quantity/unit", "unit-of-beneficiaries");
        fixture()
                .given(PROPOSED)
                .when(record(PERSONS, input("1", "户"), null))
                .refusedField("/quantity/unit", "unit-of-beneficiaries");
        fixture()
                .given(PROPOSED)
                .when(record(SCHOOL, input("1", "m"), null))
                .refusedField("/quantity/unit", "unit-of-beneficiaries");
    }

    @Test
    void refuses_half_a_household_and_an_unknown_unit() {
        fixture()
                .given(PROPOSED)
                .when(record(HOUSEHOLDS, input("0.5", "户"), null))
                .refusedField("/quantity/value", "not-whole");
        fixture()
                .given(PROPOSED)
                .when(record(HOUSEHOLDS, input("1", "家"), null))
                .refusedField("/quantity/unit", "unknown-unit");
    }

    @Test
    void refuses_beneficiaries_of_a_cancelled_project() {
        fixture()
                .given(PROPOSED, CANCELLED)
                .when(new RecordBeneficiaries(
                        PROJECT, null, null, null, null, PERSONS, input("1", "人"), null, CommandFixture.TODAY))
                .refused("project-cancelled");
    }

    @Test
    void corrects_kind_number_and_overlap_together() {
        fixture()
                .given(PROPOSED, HOMES)
                .when(correct(SCHOOL, input("380", "人"), true, DAY))
                .events(why().of(HOMES, benefit(ENTRY, SCHOOL, "380", true)));
    }

    @Test
    void corrections_of_beneficiaries_stack() {
        BeneficiariesRecorded first = benefit(ENTRY, HOUSEHOLDS, "198", false);
        fixture()
                .given(PROPOSED, HOMES, why().of(HOMES, first))
                .when(correct(null, null, true, null))
                .events(why().of(first, benefit(ENTRY, HOUSEHOLDS, "198", true)));
    }

    @Test
    void beneficiaries_corrected_to_what_they_are_change_nothing() {
        fixture()
                .given(PROPOSED, HOMES)
                .when(correct(HOUSEHOLDS, input("197", "户"), false, null))
                .nothing();
    }

    @Test
    void refuses_to_correct_the_kind_without_the_unit() {
        fixture()
                .given(PROPOSED, HOMES)
                .when(correct(PERSONS, null, null, null))
                .refusedField("/quantity/unit", "unit-of-beneficiaries");
    }

    @Test
    void refuses_to_correct_or_void_on_another_day_or_what_is_not_there() {
        fixture()
                .given(PROPOSED, HOMES)
                .when(correct(null, null, true, DAY.plusDays(1)))
                .refusedField("/occurredOn");
        fixture().given(PROPOSED, HOMES).when(voiding(DAY.plusDays(1))).refusedField("/occurredOn");
        fixture().given(PROPOSED).when(correct(null, null, true, null)).refused("beneficiaries-not-found");
        fixture().given(PROPOSED).when(voiding(null)).refused("beneficiaries-not-found");
    }

    @Test
    void voids_beneficiaries_once() {
        fixture().given(PROPOSED, HOMES).when(voiding(DAY)).events(voided(1, HOMES));
        fixture().given(PROPOSED, HOMES, voided(1, HOMES)).when(voiding(null)).nothing();
    }

    private static Correction why() {
        return new Correction(text("误录"), "DUPLICATE");
    }

    private static RecordBeneficiaries record(BeneficiaryKind kind, QuantityInput quantity, @Nullable Boolean overlap) {
        return new RecordBeneficiaries(PROJECT, null, null, null, null, kind, quantity, overlap, DAY);
    }

    private static CorrectBeneficiaries correct(
            @Nullable BeneficiaryKind kind,
            @Nullable QuantityInput quantity,
            @Nullable Boolean overlap,
            @Nullable LocalDate day) {
        return new CorrectBeneficiaries(
                PROJECT, null, null, null, null, ENTRY, kind, quantity, overlap, text("误录"), "DUPLICATE", day);
    }

    private static VoidBeneficiaries voiding(@Nullable LocalDate day) {
        return new VoidBeneficiaries(PROJECT, null, null, ENTRY, text("误录"), "DUPLICATE", day);
    }
}
