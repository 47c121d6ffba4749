package org.minqing.command.fund;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Money;

/** Somebody gave money. */
record RecordDonation(
        @NotNull UUID fundId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable UUID officeId,
        @Nullable @Text(max = 10) String taskCode,
        @NotNull @Valid DonorInput donor,
        @NotNull Money money,
        @Nullable LocalDate occurredOn) {}
