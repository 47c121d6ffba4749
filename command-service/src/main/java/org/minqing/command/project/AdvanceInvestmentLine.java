package org.minqing.command.project;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.project.InvestmentStage;

/**
 * The money of a line comes one stage further: APPROVED, PAID, SETTLED.
 *
 * @param lineId id of the event that added the line
 */
record AdvanceInvestmentLine(
        @NotNull UUID projectId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @NotNull UUID lineId,
        @NotNull InvestmentStage stage,
        @Nullable LocalDate occurredOn) {}
