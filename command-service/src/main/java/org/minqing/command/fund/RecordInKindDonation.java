package org.minqing.command.fund;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;

/** Somebody gave goods: worth something, but no money of the fund. */
record RecordInKindDonation(
        @NotNull UUID fundId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable UUID officeId,
        @Nullable @Text(max = 10) String taskCode,
        @NotNull @Valid DonorInput donor,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid ItemInput> items,
        @Nullable LocalDate occurredOn) {}
