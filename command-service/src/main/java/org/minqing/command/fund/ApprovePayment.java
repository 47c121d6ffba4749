package org.minqing.command.fund;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Money;

/**
 * Agrees that money set aside by somebody else be paid.
 *
 * @param allocationId entryId of the allocation
 * @param money left out: all of it that was not approved yet
 */
record ApprovePayment(
        @NotNull UUID fundId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @NotNull UUID allocationId,
        @Nullable Money money,
        @Nullable LocalDate occurredOn) {}
