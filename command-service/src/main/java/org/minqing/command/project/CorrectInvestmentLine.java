package org.minqing.command.project;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Money;
import org.minqing.events.Sealed;
import org.minqing.events.project.InvestmentSource;

/**
 * The money of a line, or its source, is another. What is left out stays as it is.
 *
 * @param occurredOn left out, or the day of the line
 */
record CorrectInvestmentLine(
        @NotNull UUID projectId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable UUID officeId,
        @Nullable @Text(max = 10) String taskCode,
        @NotNull UUID lineId,
        @Nullable InvestmentSource source,
        @Nullable Money money,
        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {}
