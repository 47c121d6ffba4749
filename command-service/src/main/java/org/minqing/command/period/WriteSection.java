package org.minqing.command.period;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.PublicWords;
import org.minqing.command.platform.Text;
import org.minqing.events.period.ReportSection;

/**
 * Writes a section of the report, instead of what it read before.
 *
 * @param text published as it stands: no personal data belongs in it, see ADR 0024
 */
record WriteSection(
        @NotNull UUID reportingPeriodId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @NotNull ReportSection section,

        @NotBlank @Text(max = 10_000) @Pattern(regexp = PublicWords.REGEXP, message = PublicWords.CODE)
        String text,

        @Nullable LocalDate occurredOn) {}
