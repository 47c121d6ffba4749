package org.minqing.command.workteam;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.ProcessAggregate;
import org.minqing.command.platform.decision.Transitions;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.Responsibility;
import org.minqing.command.reference.Village;
import org.minqing.events.workteam.WorkTeamEvent;
import org.minqing.events.workteam.WorkTeamEvent.Team;
import org.minqing.events.workteam.WorkTeamEvent.WorkTeamDissolved;
import org.minqing.events.workteam.WorkTeamEvent.WorkTeamFormed;

/** A work team in a village 工作组. */
class WorkTeam extends ProcessAggregate<WorkTeamEvent> {
    static final Transitions<WorkTeamEvent> TRANSITIONS = new Transitions<WorkTeamEvent>(WorkTeamFormed.class)
            .step(WorkTeamDissolved.class)
            .notAfter("work-team-dissolved", WorkTeamDissolved.class)
            .end();

    WorkTeam() {
        super(TRANSITIONS);
    }

    void handle(WorkTeamCommand.FormWorkTeam command, DecisionContext situation) {
        LocalDate day = situation.day();
        UUID workTeamId = requireNonNullElse(command.workTeamId(), situation.madeId());
        String villageId = Village.id(situation, command.villageCode(), day);
        List<UUID> members = InForce.cadres(situation, "/members", command.members(), day);
        Responsibility responsible = Responsibility.in(
                        situation, villageId, day, command.programmeId(), command.organisationId())
                .inForce(situation, day);
        Team of = new Team(workTeamId, responsible.programmeId(), responsible.organisationId(), villageId);
        situation.enter(new WorkTeamFormed(of, members, day));
    }

    void handle(WorkTeamCommand.DissolveWorkTeam command, DecisionContext situation) {
        situation.enter(new WorkTeamDissolved(steps.begun().of(), situation.day()));
    }

    /** Dissolved on the same day again is dissolved once; on another day it is refused. */
    @Override
    public boolean repeats(WorkTeamEvent event) {
        return steps.last(WorkTeamDissolved.class).filter(event::equals).isPresent();
    }
}
