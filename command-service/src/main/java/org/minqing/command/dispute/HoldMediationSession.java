package org.minqing.command.dispute;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/** Mediators and parties sat together. */
record HoldMediationSession(
        @NotNull UUID disputeId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable @Text(max = 4000) Sealed summary,
        @Nullable LocalDate occurredOn) {}
