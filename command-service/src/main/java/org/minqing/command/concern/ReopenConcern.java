package org.minqing.command.concern;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/** The concern is taken up again, by whoever saw to it before. */
record ReopenConcern(
        @NotNull UUID concernId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,

        @Nullable @Text(max = 1000, by = WhoseConcern.class) Sealed reason,

        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {}
