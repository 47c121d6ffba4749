package org.minqing.command.fund;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes public what became of the money, as known now.
 *
 * @param from first day of what is told; left out: the day the fund was opened
 * @param to last day of it, not after the day of publication; left out: that day
 */
record PublishFundUse(
        @NotNull UUID fundId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate occurredOn) {}
