package org.minqing.command.project;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;
import org.minqing.events.project.InvestmentStage;

/**
 * The money of a line was never approved, or never came as far as a stage.
 *
 * @param stage the advance to it and those after it are voided; left out, or APPROVED: the whole line
 * @param occurredOn left out, or the day of what is voided
 */
record VoidInvestmentLine(
        @NotNull UUID projectId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @NotNull UUID lineId,
        @Nullable InvestmentStage stage,
        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {}
