package org.minqing.command.workteam;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.DivisionCode;
import org.minqing.command.platform.Ref;

/**
 * A work team begins its work in a village.
 *
 * @param members cadreIds
 */
record FormWorkTeam(
        @Nullable UUID workTeamId,
        @Nullable @Ref(value = "Programme", scoped = false) UUID programmeId,

        @Nullable @Ref(value = "Organisation", scoped = false)
        UUID organisationId,

        @NotNull @DivisionCode String villageCode,
        @NotEmpty List<@NotNull UUID> members,
        @Nullable LocalDate occurredOn) {}
