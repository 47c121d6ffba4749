package org.minqing.command.period;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * The period was never opened, or a step of it never was.
 *
 * @param stepId id of the step's event: it and the steps after it are voided; left out: the whole period
 * @param occurredOn left out, or the day of what is voided
 */
record VoidPeriod(
        @NotNull UUID reportingPeriodId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable UUID stepId,
        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {}
