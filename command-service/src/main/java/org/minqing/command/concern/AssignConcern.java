package org.minqing.command.concern;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;

/**
 * Somebody is to see to the concern 交办.
 *
 * @param cadreId left out: no cadre in particular
 * @param organisationId who is to see to it; left out: where the cadre serves, else whom the concern is counted to
 * @param officeId inside that organisation; left out: that of the cadre
 */
record AssignConcern(
        @NotNull UUID concernId,
        @Nullable UUID programmeId,
        @Nullable @Ref(value = "Cadre", scoped = false) UUID cadreId,

        @Nullable @Ref(value = "Organisation", scoped = false)
        UUID organisationId,

        @Nullable UUID officeId,
        @Nullable LocalDate occurredOn) {}
