package org.minqing.command.posting;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * So many days of a month the cadre was in the village.
 *
 * @param signedBy who vouches for it
 * @param occurredOn day of the signature
 */
record RecordMonthlyAttendance(
        @NotNull UUID postingId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @NotNull YearMonth month,
        @NotNull @Min(0) @Max(31) Integer days,
        @NotNull @Text(max = 100) Sealed signedBy,
        @Nullable LocalDate occurredOn) {}
