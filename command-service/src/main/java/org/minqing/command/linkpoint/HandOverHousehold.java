package org.minqing.command.linkpoint;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * Gives a household from one cadre into the hands of another; the former cadre's card ends.
 *
 * @param fromCadreId who hands over, where the household is linked to several
 */
record HandOverHousehold(
        @NotNull UUID linkPointId,
        @NotNull @Ref(value = "Household", scoped = false) UUID householdId,
        @NotNull @Ref(value = "Cadre", scoped = false) UUID toCadreId,
        @Nullable UUID fromCadreId,
        @NotNull @Text(max = 2000, under = "householdId") Sealed reason,
        @Nullable @Text(max = 50) String reasonCode,
        @Nullable LocalDate occurredOn) {}
