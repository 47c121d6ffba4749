package org.minqing.command.concern;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * The concern is put before a higher organisation 上报.
 *
 * @param organisationId before which; left out: the one that leads the programme
 * @param officeId inside that organisation
 */
record EscalateConcern(
        @NotNull UUID concernId,
        @Nullable UUID programmeId,

        @Nullable @Ref(value = "Organisation", scoped = false)
        UUID organisationId,

        @Nullable UUID officeId,

        @Nullable @Text(max = 1000, by = WhoseConcern.class) Sealed reason,

        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {}
