package org.minqing.command.project;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Money;
import org.minqing.events.project.InvestmentSource;

/**
 * Money from one source was approved for the project.
 *
 * @param taskCode left out: that of the project
 */
record AddInvestmentLine(
        @NotNull UUID projectId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable UUID officeId,
        @Nullable @Text(max = 10) String taskCode,
        @NotNull InvestmentSource source,
        @NotNull Money money,
        @Nullable LocalDate occurredOn) {}
