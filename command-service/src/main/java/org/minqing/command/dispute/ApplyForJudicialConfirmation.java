package org.minqing.command.dispute;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;

/**
 * The parties together ask a court to confirm their agreement, within 30 days of its taking effect.
 *
 * @param applicantIds personIds of those who ask: every party; left out: every party
 */
record ApplyForJudicialConfirmation(
        @NotNull UUID disputeId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable List<@NotNull UUID> applicantIds,
        @Nullable @Text(max = 100) String court,
        @Nullable LocalDate occurredOn) {}
