package org.minqing.command.fund;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Money;

/**
 * Money paid out came back.
 *
 * @param paymentId entryId of the payment
 */
record RefundToFund(
        @NotNull UUID fundId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @NotNull UUID paymentId,
        @NotNull Money money,
        @Nullable LocalDate occurredOn) {}
