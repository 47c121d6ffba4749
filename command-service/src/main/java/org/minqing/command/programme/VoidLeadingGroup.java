package org.minqing.command.programme;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/** Says that a leading group was never set up so. */
record VoidLeadingGroup(
        @NotNull UUID programmeId,
        @NotNull UUID groupId,
        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 50) String reasonCode,
        @Nullable LocalDate occurredOn) {}
