package org.minqing.command.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.QuantityInput;
import org.minqing.command.platform.Text;
import org.minqing.events.project.BeneficiaryKind;

/**
 * So many benefit.
 *
 * @param quantity whole households or persons
 * @param overlapPossible whether some may be counted in another line too; left out: they may not, but for a school
 */
record RecordBeneficiaries(
        @NotNull UUID projectId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable UUID officeId,
        @Nullable @Text(max = 10) String taskCode,
        @NotNull BeneficiaryKind kind,
        @NotNull @Valid QuantityInput quantity,
        @Nullable Boolean overlapPossible,
        @Nullable LocalDate occurredOn) {}
