package org.minqing.command.concern;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * Those whose concern it was are content with its resolution, or accept its rejection.
 *
 * @param note in their words
 */
record ConfirmResolution(
        @NotNull UUID concernId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,

        @Nullable @Text(max = 4000, by = WhoseConcern.class) Sealed note,

        @Nullable LocalDate occurredOn) {}
