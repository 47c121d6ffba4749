package org.minqing.command.fund;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes out a receipt for what came in; it has the next number of the fund in the year of its day.
 *
 * @param entryId of a donation, of money or in kind, a contribution or a grant
 */
record IssueReceipt(
        @NotNull UUID fundId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @NotNull UUID entryId,
        @Nullable LocalDate occurredOn) {}
