package org.minqing.command.linkpoint;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;

/**
 * Makes out a liaison card 干群联系卡 for a link.
 *
 * @param cadreId whose link is meant, where the household has several
 */
record IssueLiaisonCard(
        @NotNull UUID linkPointId,
        @NotNull @Ref(value = "Household", scoped = false) UUID householdId,
        @Nullable UUID cadreId,
        @Nullable LocalDate occurredOn) {}
