package org.minqing.command.period;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.PublicWords;
import org.minqing.command.platform.Text;

/**
 * Somebody else than who submitted the report finds it good.
 *
 * @param documentNo number of the paper by which it was approved
 */
record ApproveReport(
        @NotNull UUID reportingPeriodId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,

        @Nullable @Size(min = 1) @Text(max = 100) @Pattern(regexp = PublicWords.REGEXP, message = PublicWords.CODE)
        String documentNo,

        @Nullable LocalDate occurredOn) {}
