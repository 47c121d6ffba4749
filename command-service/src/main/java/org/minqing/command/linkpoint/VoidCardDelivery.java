package org.minqing.command.linkpoint;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * Says that a card never was delivered so. If it was revoked since, that is voided too.
 *
 * @param cardId which card; left out, the last of the link in force
 * @param occurredOn if given, the day of what is voided
 */
record VoidCardDelivery(
        @NotNull UUID linkPointId,
        @NotNull @Ref(value = "Household", scoped = false) UUID householdId,
        @Nullable UUID cardId,
        @NotNull @Text(max = 2000, under = "householdId") Sealed reason,
        @Nullable @Text(max = 50) String reasonCode,
        @Nullable LocalDate occurredOn)
        implements Undo {}
