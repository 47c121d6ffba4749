package org.minqing.command.concern;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * The concern is settled, as those who saw to it say.
 *
 * @param text how
 */
record ResolveConcern(
        @NotNull UUID concernId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,

        @Nullable @Text(max = 4000, by = WhoseConcern.class) Sealed text,

        @Nullable LocalDate occurredOn) {}
