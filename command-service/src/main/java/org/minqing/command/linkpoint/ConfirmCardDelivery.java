package org.minqing.command.linkpoint;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;

/**
 * Says that the household has its liaison card in hand.
 *
 * @param cadreId whose link is meant, where the household has several
 */
record ConfirmCardDelivery(
        @NotNull UUID linkPointId,
        @NotNull @Ref(value = "Household", scoped = false) UUID householdId,
        @Nullable UUID cadreId,
        @Nullable LocalDate occurredOn) {}
