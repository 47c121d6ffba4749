package org.minqing.command.dispute;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;
import org.minqing.events.dispute.Performance;

/** It was seen how far the parties have done what they agreed. */
record RecordPerformance(
        @NotNull UUID disputeId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @NotNull Performance performance,
        @Nullable @Text(max = 2000) Sealed note,
        @Nullable LocalDate occurredOn) {}
