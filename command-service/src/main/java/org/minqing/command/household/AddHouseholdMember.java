package org.minqing.command.household;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.PersonInput;

/** Adds a person to a household: born, married in, moved in. */
record AddHouseholdMember(
        @NotNull UUID householdId,
        @NotNull @Valid PersonInput member,
        @Nullable LocalDate occurredOn) {}
