package org.minqing.command.household;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/** Keeps a household no longer from a day on; an earlier day than one entered before takes its place. */
record ArchiveHousehold(
        @NotNull UUID householdId,
        @Nullable @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 50) String reasonCode,
        @Nullable LocalDate occurredOn) {}
