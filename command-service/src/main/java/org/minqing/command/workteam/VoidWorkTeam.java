package org.minqing.command.workteam;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * The team was never formed, or never dissolved.
 *
 * @param stepId id of the step's event: it and the step after it are voided; left out: the whole team
 * @param occurredOn left out, or the day of what is voided
 */
record VoidWorkTeam(
        @NotNull UUID workTeamId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable UUID stepId,
        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {}
