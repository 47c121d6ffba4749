package org.minqing.command.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.QuantityInput;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;
import org.minqing.events.project.BeneficiaryKind;

/**
 * Others, or another number of them, benefit. What is left out stays as it is.
 *
 * @param beneficiariesId id of the event that recorded them
 * @param occurredOn left out, or the day they were counted
 */
record CorrectBeneficiaries(
        @NotNull UUID projectId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable UUID officeId,
        @Nullable @Text(max = 10) String taskCode,
        @NotNull UUID beneficiariesId,
        @Nullable BeneficiaryKind kind,
        @Nullable @Valid QuantityInput quantity,
        @Nullable Boolean overlapPossible,
        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {}
