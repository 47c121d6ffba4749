package org.minqing.command.posting;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/** The instructor is called back before the time is over. */
record RecallInstructor(
        @NotNull UUID postingId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable LocalDate occurredOn) {}
