package org.minqing.command.dispute;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.dispute.CourtDecision;

/**
 * The court said whether it confirms the agreement.
 *
 * @param court left out: the one that was asked
 */
record RecordCourtDecision(
        @NotNull UUID disputeId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @NotNull CourtDecision decision,
        @Nullable @Text(max = 100) String court,
        @Nullable @Text(max = 100) String documentNo,
        @Nullable LocalDate occurredOn) {}
