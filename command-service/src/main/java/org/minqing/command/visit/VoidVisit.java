package org.minqing.command.visit;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * The visit never happened, nor was any diary entry about it ever written.
 *
 * @param occurredOn left out, or the day of the visit
 */
record VoidVisit(
        @NotNull UUID visitId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,

        @NotNull @Text(max = 1000, by = HouseholdVisited.class)
        Sealed reason,

        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {}
