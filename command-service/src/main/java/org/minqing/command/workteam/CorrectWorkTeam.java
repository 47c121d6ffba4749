package org.minqing.command.workteam;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * The team had other members than entered, from its first day. Another village, organisation or day is a void and a new team.
 *
 * @param members cadreIds, all of them
 * @param occurredOn left out, or the day on which the team was formed
 */
record CorrectWorkTeam(
        @NotNull UUID workTeamId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @NotEmpty List<@NotNull UUID> members,
        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {}
