package org.minqing.command.dispute;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * The parties agreed.
 *
 * @param oral by word of mouth only; left out: in writing
 * @param effectiveOn day the agreement takes effect; left out: the day it was reached
 * @param attachmentId the paper itself
 */
record ReachMediationAgreement(
        @NotNull UUID disputeId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @NotNull @Text(max = 4000) Sealed terms,
        @Nullable Boolean oral,
        @Nullable LocalDate effectiveOn,
        @Nullable @Ref("Attachment") UUID attachmentId,
        @Nullable LocalDate occurredOn) {}
