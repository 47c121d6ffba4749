package org.minqing.command.fund;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.Money;

/**
 * An organisation raised money for the fund, which is no donation.
 *
 * @param organisationId the organisation that raised it, not the one that keeps the fund
 */
record RecordUnitContribution(
        @NotNull UUID fundId,
        @Nullable UUID programmeId,

        @NotNull @Ref(value = "Organisation", scoped = false)
        UUID organisationId,

        @Nullable UUID officeId,
        @Nullable @Text(max = 10) String taskCode,
        @NotNull Money money,
        @Nullable LocalDate occurredOn) {}
