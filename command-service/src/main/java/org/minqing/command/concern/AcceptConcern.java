package org.minqing.command.concern;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The concern is taken up 受理.
 *
 * @param dueOn day by which people are to have an answer; left out: as the kind of concern says
 */
record AcceptConcern(
        @NotNull UUID concernId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate occurredOn) {}
