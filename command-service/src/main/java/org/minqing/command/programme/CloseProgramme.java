package org.minqing.command.programme;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/** Ends a programme with a day, its last; an earlier day than one entered before takes its place. */
record CloseProgramme(
        @NotNull UUID programmeId,
        @Nullable @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 50) String reasonCode,
        @Nullable LocalDate occurredOn) {}
