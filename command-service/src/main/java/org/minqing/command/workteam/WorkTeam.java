package org.minqing.command.workteam;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.EventId;
import org.minqing.command.platform.Never;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.command.platform.StepList;
import org.minqing.command.platform.StepList.Step;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.Responsibility;
import org.minqing.command.reference.Village;
import org.minqing.events.workteam.WorkTeamEvent;
import org.minqing.events.workteam.WorkTeamEvent.WorkTeamCorrected;
import org.minqing.events.workteam.WorkTeamEvent.WorkTeamDissolved;
import org.minqing.events.workteam.WorkTeamEvent.WorkTeamFormed;

/** A work team in a village 工作组. */
@Aggregate
class WorkTeam {
    @AggregateIdentifier
    private @Nullable String stream;

    private final StepList<WorkTeamEvent> steps = new StepList<>();

    WorkTeam() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(FormWorkTeam command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        UUID workTeamId = requireNonNullElse(command.workTeamId(), situation.madeId());
        String villageId = Village.id(situation, command.villageCode(), day);
        List<UUID> members = InForce.cadres(situation, "/members", command.members(), day);
        Responsibility responsible = Responsibility.in(
                        situation, villageId, day, command.programmeId(), command.organisationId())
                .inForce(situation, day);
        if (!steps.isEmpty()) {
            throw Refusal.alreadyExists("WorkTeam", workTeamId);
        }
        situation.apply(new WorkTeamFormed(
                workTeamId, responsible.programmeId(), responsible.organisationId(), villageId, members, day));
    }

    @CommandHandler
    void handle(DissolveWorkTeam command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        WorkTeamFormed formed = formed(command.programmeId(), command.organisationId());
        Step<WorkTeamDissolved> dissolved = steps.last(WorkTeamDissolved.class).orElse(null);
        if (dissolved != null) {
            if (!dissolved.event().occurredOn().equals(day)) {
                throw Refusal.conflict("work-team-dissolved", dissolved.event().occurredOn());
            }
            return;
        }
        steps.notBefore(day);
        situation.apply(new WorkTeamDissolved(
                formed.workTeamId(), formed.programmeId(), formed.organisationId(), formed.villageId(), day));
    }

    @CommandHandler
    void handle(CorrectWorkTeam command, Situation situation) {
        WorkTeamFormed before = formed(command.programmeId(), command.organisationId());
        LocalDate day = situation.dayOf(before.occurredOn(), command.occurredOn());
        WorkTeamFormed after = new WorkTeamFormed(
                before.workTeamId(),
                before.programmeId(),
                before.organisationId(),
                before.villageId(),
                InForce.cadres(situation, "/members", command.members(), day),
                day);
        if (after.equals(before)) {
            return;
        }
        situation.apply(new WorkTeamCorrected(
                after.workTeamId(),
                after.programmeId(),
                after.organisationId(),
                after.villageId(),
                steps.all().getFirst().id(),
                before,
                after,
                command.reason(),
                command.reasonCode(),
                day));
    }

    @CommandHandler
    void handle(VoidWorkTeam command, Situation situation) {
        if (steps.isEmpty()) {
            return;
        }
        formed(command.programmeId(), command.organisationId());
        Never never = new Never(command.reason(), command.reasonCode());
        steps.undone(situation, "WorkTeam", command.stepId(), command.occurredOn())
                .forEach(step -> situation.apply(never.of(step)));
    }

    private WorkTeamFormed formed(@Nullable UUID programmeId, @Nullable UUID organisationId) {
        WorkTeamFormed formed = steps.last(WorkTeamFormed.class)
                .orElseThrow(() -> Refusal.conflict("work-team-voided"))
                .event();
        new Responsibility(formed.programmeId(), formed.organisationId()).refuseOther(programmeId, organisationId);
        return formed;
    }

    @EventSourcingHandler
    void on(WorkTeamEvent event, @EventId UUID id) {
        stream = "WorkTeam-" + event.workTeamId();
        steps.take(id, event);
    }
}
