package org.minqing.command.concern;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * Nothing is to be done about the concern.
 *
 * @param reason why, as people are told
 */
record RejectConcern(
        @NotNull UUID concernId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,

        @Nullable @Text(max = 4000, by = WhoseConcern.class) Sealed reason,

        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {}
