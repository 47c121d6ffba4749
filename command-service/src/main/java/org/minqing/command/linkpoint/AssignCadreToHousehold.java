package org.minqing.command.linkpoint;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;

/**
 * Links an enrolled cadre to a household, which is admitted by the same command if it was not.
 * A cadre who is not enrolled is refused: enrolling is a decision of its own.
 */
record AssignCadreToHousehold(
        @NotNull UUID linkPointId,
        @NotNull @Ref(value = "Cadre", scoped = false) UUID cadreId,
        @NotNull @Ref("Household") UUID householdId,
        @Nullable LocalDate occurredOn) {}
