package org.minqing.command.posting;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * The posting was never begun, or its end never was.
 *
 * @param stepId id of the step's event: of end, recall, attendance or assessment it alone is voided; left out: the whole posting
 * @param occurredOn left out, or the day of what is voided
 */
record VoidPosting(
        @NotNull UUID postingId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable UUID stepId,
        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {}
