package org.minqing.command.project;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * So far the work has come.
 *
 * @param percent of the whole
 */
record ReportProgress(
        @NotNull UUID projectId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable @PositiveOrZero @Max(100) Integer percent,
        @Nullable @Text(max = 4000) Sealed note,
        @Nullable LocalDate occurredOn) {}
