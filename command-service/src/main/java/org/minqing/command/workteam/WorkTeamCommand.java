package org.minqing.command.workteam;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.form.DivisionCode;
import org.minqing.command.platform.form.EventPath;
import org.minqing.command.platform.form.MadeEvents;
import org.minqing.command.platform.form.Ref;
import org.minqing.events.workteam.WorkTeamEvent;

/** What may be done about a work team. */
sealed interface WorkTeamCommand {
    /**
     * A work team begins its work in a village.
     *
     * @param members cadreIds
     */
    @MadeEvents(value = WorkTeamEvent.WorkTeamFormed.class, begins = true)
    record FormWorkTeam(
            @Nullable UUID workTeamId,
            @Nullable @Ref("Programme") UUID programmeId,

            @Nullable @Ref(value = "Organisation", scoped = false)
            UUID organisationId,

            @NotNull @DivisionCode String villageCode,
            @NotEmpty @EventPath("memberIds") List<@NotNull UUID> members)
            implements WorkTeamCommand {}

    /** From this day on there is no such team. */
    @MadeEvents(WorkTeamEvent.WorkTeamDissolved.class)
    record DissolveWorkTeam(@NotNull UUID workTeamId) implements WorkTeamCommand {}
}
