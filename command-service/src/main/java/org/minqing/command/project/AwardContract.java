package org.minqing.command.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Money;

/**
 * The work is given to somebody.
 *
 * @param price agreed
 */
record AwardContract(
        @NotNull UUID projectId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable @Valid ContractorInput contractor,
        @Nullable Money price,
        @Nullable @Text(max = 100) String documentNo,
        @Nullable LocalDate occurredOn) {}
