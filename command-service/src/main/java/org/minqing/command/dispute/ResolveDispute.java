package org.minqing.command.dispute;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.dispute.DisputeOutcome;

/** Ends a dispute: reconciled after an agreement, referred or withdrawn after mediation failed. */
record ResolveDispute(
        @NotNull UUID disputeId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @NotNull DisputeOutcome outcome,
        @Nullable LocalDate occurredOn) {}
