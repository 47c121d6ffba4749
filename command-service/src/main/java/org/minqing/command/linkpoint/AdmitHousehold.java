package org.minqing.command.linkpoint;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;

/** Puts a household on the roster, among those to be linked. */
record AdmitHousehold(
        @NotNull UUID linkPointId,
        @NotNull @Ref("Household") UUID householdId,
        @Nullable LocalDate occurredOn) {}
