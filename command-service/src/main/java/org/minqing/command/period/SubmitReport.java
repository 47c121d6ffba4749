package org.minqing.command.period;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The report is written and waits for somebody's approval. */
record SubmitReport(
        @NotNull UUID reportingPeriodId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable LocalDate occurredOn) {}
