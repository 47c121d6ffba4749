package org.minqing.command.programme;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.programme.RoundKind;

/** Opens a round of visits; its id is that of the event. */
record OpenVisitRound(
        @NotNull UUID programmeId,
        @NotNull RoundKind kind,
        @NotBlank @Text(max = 100) String name,
        @Nullable LocalDate occurredOn) {}
