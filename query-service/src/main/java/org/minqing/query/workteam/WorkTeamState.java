package org.minqing.query.workteam;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.workteam.WorkTeamEvent;
import org.minqing.events.workteam.WorkTeamEvent.Team;
import org.minqing.events.workteam.WorkTeamEvent.WorkTeamDissolved;
import org.minqing.events.workteam.WorkTeamEvent.WorkTeamFormed;

/**
 * A work team 工作组 on a day.
 *
 * @param to first day on which there is none
 */
record WorkTeamState(
        Team of,
        List<UUID> memberIds,
        LocalDate from,
        @Nullable LocalDate to,
        Status status) {

    enum Status {
        AT_WORK,
        DISSOLVED
    }

    static WorkTeamState formed(WorkTeamFormed e) {
        return new WorkTeamState(e.of(), e.memberIds(), e.occurredOn(), null, Status.AT_WORK);
    }

    WorkTeamState after(WorkTeamEvent event) {
        return switch (event) {
            case WorkTeamFormed e -> formed(e);
            case WorkTeamDissolved e -> new WorkTeamState(of, memberIds, from, e.occurredOn(), Status.DISSOLVED);
        };
    }
}
