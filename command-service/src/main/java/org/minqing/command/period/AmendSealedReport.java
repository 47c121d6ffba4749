package org.minqing.command.period;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.PublicWords;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * Adds a note to a sealed report. Its figures stand.
 *
 * @param note published as it stands: no personal data belongs in it, see ADR 0024
 */
record AmendSealedReport(
        @NotNull UUID reportingPeriodId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,

        @NotBlank @Text(max = 2000) @Pattern(regexp = PublicWords.REGEXP, message = PublicWords.CODE)
        String note,

        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {}
