package org.minqing.command.programme;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/** Says that a round of visits was never opened. */
record VoidVisitRound(
        @NotNull UUID programmeId,
        @NotNull UUID roundId,
        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 50) String reasonCode,
        @Nullable LocalDate occurredOn) {}
