package org.minqing.command.workteam;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From this day on there is no such team. */
record DissolveWorkTeam(
        @NotNull UUID workTeamId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable LocalDate occurredOn) {}
