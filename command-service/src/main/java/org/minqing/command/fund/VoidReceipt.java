package org.minqing.command.fund;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * The receipt no longer holds. Its number stays used.
 *
 * @param entryId of what it was made out for
 * @param occurredOn left out, or the day of the receipt
 */
record VoidReceipt(
        @NotNull UUID fundId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @NotNull UUID entryId,
        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {}
