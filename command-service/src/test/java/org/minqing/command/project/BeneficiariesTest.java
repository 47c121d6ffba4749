package org.minqing.command.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.project.Projects.CANCELLED;
import static org.minqing.command.project.Projects.DAY;
import static org.minqing.command.project.Projects.PROJECT;
import static org.minqing.command.project.Projects.PROPOSED;
import static org.minqing.command.project.Projects.benefit;
import static org.minqing.command.project.Projects.corrected;
import static org.minqing.command.project.Projects.fixture;
import static org.minqing.command.project.Projects.input;
import static org.minqing.command.project.Projects.quantity;
import static org.minqing.command.project.Projects.voided;
import static org.minqing.events.project.BeneficiaryKind.HOUSEHOLDS;
import static org.minqing.events.project.BeneficiaryKind.PERSONS;
import static org.minqing.events.project.BeneficiaryKind.SCHOOL;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.CommandFixture.Outcome;
import org.minqing.command.platform.form.QuantityInput;
import org.minqing.command.project.ProjectCommand.RecordBeneficiaries;
import org.minqing.events.DomainEvent;
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
                    .on(DAY)
                    .when(record(kind, input("197", kind == HOUSEHOLDS ? "户" : "人"), false))
                    .events(benefit(fixture.eventId(0), kind, "197", false));
        }
    }

    @Test
    void a_school_may_overlap_unless_it_is_said_not_to() {
        assertThat(fixture()
                        .given(PROPOSED)
                        .on(DAY)
                        .when(record(SCHOOL, input("380", "人"), null))
                        .only(BeneficiariesRecorded.class)
                        .overlapPossible())
                .isTrue();
        assertThat(fixture()
                        .given(PROPOSED)
                        .on(DAY)
                        .when(record(PERSONS, input("800", "人"), null))
                        .only(BeneficiariesRecorded.class)
                        .overlapPossible())
                .isFalse();
    }

    @Test
    void refuses_households_counted_in_persons_and_persons_in_households() {
        fixture()
                .given(PROPOSED)
                .on(DAY)
                .when(record(HOUSEHOLDS, input("1", "人"), null))
                .refusedField("/quantity/unit", "unit-of-beneficiaries");
        fixture()
                .given(PROPOSED)
                .on(DAY)
                .when(record(PERSONS, input("1", "户"), null))
                .refusedField("/quantity/unit", "unit-of-beneficiaries");
        fixture()
                .given(PROPOSED)
                .on(DAY)
                .when(record(SCHOOL, input("1", "m"), null))
                .refusedField("/quantity/unit", "unit-of-beneficiaries");
    }

    @Test
    void refuses_half_a_household_and_an_unknown_unit() {
        fixture()
                .given(PROPOSED)
                .on(DAY)
                .when(record(HOUSEHOLDS, input("0.5", "户"), null))
                .refusedField("/quantity/value", "not-whole");
        fixture()
                .given(PROPOSED)
                .on(DAY)
                .when(record(HOUSEHOLDS, input("1", "家"), null))
                .refusedField("/quantity/unit", "unknown-unit");
    }

    @Test
    void refuses_beneficiaries_of_a_cancelled_project() {
        fixture()
                .given(PROPOSED, CANCELLED)
                .on(CommandFixture.TODAY)
                .when(record(PERSONS, input("1", "人"), null))
                .refused("project-cancelled");
    }

    @Test
    void corrects_kind_number_and_overlap_together() {
        correct(
                        "{\"kind\": \"SCHOOL\", \"quantity\": {\"value\": 380, \"unit\": \"人\"}, \"overlapPossible\": true}",
                        PROPOSED,
                        HOMES)
                .events(corrected(1, HOMES, benefit(ENTRY, SCHOOL, "380", true)));
    }

    @Test
    void corrections_of_beneficiaries_stack() {
        BeneficiariesRecorded first = benefit(ENTRY, HOUSEHOLDS, "198", false);
        correct("{\"overlapPossible\": true}", PROPOSED, HOMES, corrected(1, HOMES, first))
                .events(corrected(1, first, benefit(ENTRY, HOUSEHOLDS, "198", true)));
    }

    @Test
    void beneficiaries_corrected_to_what_they_are_change_nothing() {
        correct(
                        "{\"kind\": \"HOUSEHOLDS\", \"quantity\": {\"value\": 197, \"unit\": \"户\"}, \"overlapPossible\": false}",
                        PROPOSED,
                        HOMES)
                .nothing();
    }

    @Test
    void refuses_to_correct_the_kind_without_the_unit() {
        correct("{\"kind\": \"PERSONS\"}", PROPOSED, HOMES)
                .refusedField("/changes/quantity/unit", "unit-of-beneficiaries");
    }

    @Test
    void refuses_to_correct_on_another_day_or_to_void_what_is_not_there() {
        correct("{\"occurredOn\": \"2012-03-02\"}", PROPOSED, HOMES).refusedField("/changes/occurredOn");
        fixture().given(PROPOSED).whenVoided(ENTRY).refused("event-not-found");
    }

    @Test
    void voids_beneficiaries_once() {
        fixture().given(PROPOSED, HOMES).whenVoided(ENTRY).events(voided(1, HOMES));
        fixture().given(PROPOSED, HOMES, voided(1, HOMES)).whenVoided(ENTRY).nothing();
    }

    private static RecordBeneficiaries record(BeneficiaryKind kind, QuantityInput quantity, @Nullable Boolean overlap) {
        return new RecordBeneficiaries(PROJECT, null, null, kind, quantity, overlap);
    }

    private static Outcome correct(String changes, DomainEvent... given) {
        return fixture().given(given).whenCorrected(ENTRY, changes);
    }
}
