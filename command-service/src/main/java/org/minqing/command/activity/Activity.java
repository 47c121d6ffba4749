package org.minqing.command.activity;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.EventId;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.command.platform.StepList;
import org.minqing.command.platform.StepList.Step;
import org.minqing.events.activity.ActivityEvent;
import org.minqing.events.activity.ActivityEvent.ActivityCancelled;
import org.minqing.events.activity.ActivityEvent.ActivityRecorded;
import org.minqing.events.activity.ActivityEvent.ActivityScheduled;
import org.minqing.events.activity.ActivityEvent.MinutesFiled;

/** An activity 活动: held, or planned and then held or called off; and its minutes. */
@Aggregate
class Activity {
    @AggregateIdentifier
    private @Nullable String stream;

    private final StepList<ActivityEvent> steps = new StepList<>();

    Activity() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ScheduleActivity command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        UUID activityId = requireNonNullElse(command.activityId(), situation.madeId());
        if (!steps.isEmpty()) {
            throw Refusal.alreadyExists("Activity", activityId);
        }
        Otherwise.plannedFrom(day, command.plannedOn());
        Setting setting = new Grounds(situation, day).fresh(command);
        situation.apply(new ActivityScheduled(
                activityId,
                setting.programmeId(),
                setting.organisationId(),
                setting.divisionId(),
                setting.occasion(),
                command.plannedOn(),
                day));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordActivity command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        UUID activityId = requireNonNullElse(command.activityId(), situation.madeId());
        if (recorded() != null) {
            throw Refusal.alreadyExists("Activity", activityId);
        }
        notCancelled();
        Grounds grounds = new Grounds(situation, day);
        Step<ActivityScheduled> scheduled = scheduled();
        Setting setting =
                scheduled == null ? grounds.fresh(command) : asPlanned(grounds, command, Setting.of(scheduled.event()));
        steps.notBefore(day);
        situation.apply(new ActivityRecorded(
                activityId,
                setting.programmeId(),
                setting.organisationId(),
                setting.divisionId(),
                setting.occasion(),
                command.participants(),
                day));
    }

    @CommandHandler
    void handle(CancelActivity command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        Setting setting = belongs(command.programmeId(), command.organisationId());
        if (cancelled()) {
            return;
        }
        if (recorded() != null) {
            throw Refusal.conflict("activity-held");
        }
        steps.notBefore(day);
        situation.apply(new ActivityCancelled(
                id(),
                setting.programmeId(),
                setting.organisationId(),
                setting.divisionId(),
                command.reason(),
                command.reasonCode(),
                day));
    }

    @CommandHandler
    void handle(FileMinutes command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        Setting setting = belongs(command.programmeId(), command.organisationId());
        notCancelled();
        if (recorded() == null) {
            throw Refusal.conflict("activity-not-held");
        }
        if (steps.last(MinutesFiled.class).isPresent()) {
            throw Refusal.conflict("minutes-already-filed");
        }
        steps.notBefore(day);
        situation.apply(new MinutesFiled(
                id(),
                setting.programmeId(),
                setting.organisationId(),
                setting.divisionId(),
                command.minutes(),
                command.attachmentId(),
                day));
    }

    @CommandHandler
    void handle(CorrectActivity command, Situation situation) {
        stands();
        notCancelled();
        Otherwise otherwise = new Otherwise(command, situation);
        Step<ActivityRecorded> recorded = recorded();
        (recorded == null
                        ? otherwise.planned(steps.last(ActivityScheduled.class).orElseThrow())
                        : otherwise.held(recorded))
                .ifPresent(situation::apply);
    }

    @CommandHandler
    void handle(VoidActivity command, Situation situation) {
        if (steps.isEmpty()) {
            return;
        }
        belongs(command.programmeId(), command.organisationId());
        Void never = new Void(command.reason(), command.reasonCode());
        steps.undone(situation, "Activity", command.stepId(), command.occurredOn())
                .forEach(step -> situation.apply(never.of(step)));
    }

    private static Setting asPlanned(Grounds grounds, RecordActivity command, Setting planned) {
        if (command.kind() != planned.occasion().kind()) {
            throw Refusal.invalid(
                    "/kind", "planned-otherwise", planned.occasion().kind());
        }
        Setting setting = grounds.after(command, planned);
        setting.responsible().inForce(grounds.situation(), grounds.day());
        return setting;
    }

    /** What stands, having refused a programme or organisation that is not its own. */
    private Setting belongs(@Nullable UUID programmeId, @Nullable UUID organisationId) {
        Setting setting = stands();
        boolean checked = organisationId != null
                && organisationId.equals(setting.occasion().checkedOrganisationId());
        setting.responsible().refuseOther(programmeId, checked ? null : organisationId);
        return setting;
    }

    private Setting stands() {
        Step<ActivityRecorded> recorded = recorded();
        if (recorded != null) {
            return Setting.of(recorded.event());
        }
        Step<ActivityScheduled> scheduled = scheduled();
        if (scheduled == null) {
            throw Refusal.conflict("activity-voided");
        }
        return Setting.of(scheduled.event());
    }

    private void notCancelled() {
        if (cancelled()) {
            throw Refusal.conflict("activity-cancelled");
        }
    }

    private boolean cancelled() {
        return steps.last(ActivityCancelled.class).isPresent();
    }

    private @Nullable Step<ActivityScheduled> scheduled() {
        return steps.last(ActivityScheduled.class).orElse(null);
    }

    private @Nullable Step<ActivityRecorded> recorded() {
        return steps.last(ActivityRecorded.class).orElse(null);
    }

    private UUID id() {
        return steps.all().getFirst().event().activityId();
    }

    @EventSourcingHandler
    void on(ActivityEvent event, @EventId UUID id) {
        stream = "Activity-" + event.activityId();
        steps.take(id, event);
    }
}
