package org.minqing.command.platform.form;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.form.CodeOf.Standard;
import org.minqing.events.Person;
import org.minqing.events.Sealed;

/**
 * A person inside a command. Everything that says who it is comes in as clear text and is sealed under the person's own
 * key before the handler sees it; {@code personId} is then always there.
 *
 * @param sex GB/T 2261.1: 0 unknown, 1 male, 2 female, 9 not stated
 * @param relation to the head of the household, GB/T 4761
 * @param ethnicGroup GB/T 3304
 */
public record PersonInput(
        @Nullable UUID personId,

        @NotNull @Text(max = 100, under = "personId", findable = "name")
        Sealed name,

        @Nullable @Text(max = 18, under = "personId", findable = "citizen-number") @CitizenNumber
        Sealed citizenNumber,

        @Nullable @CodeOf(Standard.SEX) String sex,
        @Nullable @CodeOf(Standard.RELATION) String relation,

        @Nullable @Text(max = 50, under = "personId") @CodeOf(Standard.ETHNIC_GROUP)
        Sealed ethnicGroup,

        @Nullable @Text(max = 30, under = "personId", findable = "phone")
        Sealed phone) {

    /** The person's id: given, or made by the platform. */
    public UUID id() {
        return Objects.requireNonNull(personId, "the platform makes a personId before it dispatches");
    }

    /** As events hold it. */
    public Person person() {
        return new Person(id(), name, citizenNumber, sex, relation, ethnicGroup, phone);
    }
}
