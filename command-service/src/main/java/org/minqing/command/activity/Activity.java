package org.minqing.command.activity;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.ProcessAggregate;
import org.minqing.command.platform.decision.StreamAggregate;
import org.minqing.command.platform.decision.Transitions;
import org.minqing.command.platform.history.StreamEntry;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.reference.Responsibility;
import org.minqing.events.activity.ActivityEvent;
import org.minqing.events.activity.ActivityEvent.ActivityCancelled;
import org.minqing.events.activity.ActivityEvent.ActivityRecorded;
import org.minqing.events.activity.ActivityEvent.ActivityScheduled;
import org.minqing.events.activity.ActivityEvent.MinutesFiled;
import org.minqing.events.activity.ActivityEvent.Place;

/** An activity 活动: held, or planned and then held or called off; and its minutes. */
class Activity extends ProcessAggregate<ActivityEvent> {
    private static final String EXISTS = "already-exists";

    static final Transitions<ActivityEvent> TRANSITIONS = new Transitions<ActivityEvent>(ActivityScheduled.class)
            .step(ActivityRecorded.class)
            .notAfter(EXISTS, ActivityRecorded.class, MinutesFiled.class)
            .notAfter("activity-cancelled", ActivityCancelled.class)
            .step(ActivityCancelled.class)
            .once()
            .notAfter("activity-held", ActivityRecorded.class, MinutesFiled.class)
            .step(MinutesFiled.class)
            .notAfter("activity-cancelled", ActivityCancelled.class)
            .notAfter("minutes-already-filed", MinutesFiled.class)
            .onlyAfter("activity-not-held", ActivityRecorded.class)
            .end();

    Activity() {
        super(TRANSITIONS);
    }

    void handle(ActivityCommand.ScheduleActivity command, DecisionContext situation) {
        LocalDate day = situation.day();
        if (command.plannedOn().isBefore(day)) {
            throw Refusal.invalid("/plannedOn", "planned-in-the-past", day);
        }
        Engagement plan = new Circumstances(situation).fresh(command);
        situation.enter(new ActivityScheduled(plan.of(), plan.occasion(), command.plannedOn(), day));
    }

    void handle(ActivityCommand.RecordActivity command, DecisionContext situation) {
        Circumstances circumstances = new Circumstances(situation);
        Engagement held = steps.last(ActivityScheduled.class)
                .map(plan -> circumstances.planned(command, Engagement.of(plan)))
                .orElseGet(() -> circumstances.fresh(command));
        situation.enter(new ActivityRecorded(held.of(), held.occasion(), command.participants(), circumstances.day()));
    }

    void handle(ActivityCommand.CancelActivity command, DecisionContext situation) {
        situation.enter(new ActivityCancelled(
                belonging(command.organisationId()), situation.reason(), situation.reasonCode(), situation.day()));
    }

    void handle(ActivityCommand.FileMinutes command, DecisionContext situation) {
        situation.enter(new MinutesFiled(
                belonging(command.organisationId()), command.minutes(), command.attachmentId(), situation.day()));
    }

    /** One that was not planned begins with being held. */
    @Override
    public void check(StreamEntry<ActivityEvent> entry) {
        boolean held = entry.event() instanceof ActivityRecorded;
        if (held && steps.last(ActivityRecorded.class).isPresent()) {
            throw Refusal.alreadyExists("Activity", entry.event().of().activityId());
        }
        if (!held || !steps.isEmpty()) {
            super.check(entry);
        }
    }

    /** Called off or minuted, it belongs where it was planned or held. */
    @Override
    public ActivityEvent retold(ActivityEvent event) {
        return switch (event) {
            case ActivityScheduled e -> e;
            case ActivityRecorded e -> e;
            case ActivityCancelled e ->
                new ActivityCancelled(engagement().of(), e.reason(), e.reasonCode(), e.occurredOn());
            case MinutesFiled e -> new MinutesFiled(engagement().of(), e.minutes(), e.attachmentId(), e.occurredOn());
        };
    }

    /** What was held was held as it was planned, but for what was said to be otherwise. */
    @Override
    public ActivityEvent retold(ActivityEvent event, StreamAggregate<ActivityEvent> former) {
        Optional<ActivityScheduled> was = ((Activity) former).steps.last(ActivityScheduled.class);
        Optional<ActivityScheduled> is = steps.last(ActivityScheduled.class);
        return event instanceof ActivityRecorded e && was.isPresent() && is.isPresent()
                ? new ActivityRecorded(
                        e.of(),
                        Engagement.followed(
                                e.occasion(), was.get().occasion(), is.get().occasion()),
                        e.participants(),
                        e.occurredOn())
                : retold(event);
    }

    /** Having refused an organisation that neither answers for it nor is checked. */
    private Place belonging(@Nullable UUID organisationId) {
        Engagement standing = engagement();
        if (organisationId != null && !organisationId.equals(standing.occasion().checkedOrganisationId())) {
            new Responsibility(standing.of().programmeId(), standing.of().organisationId())
                    .refuseOther(null, organisationId);
        }
        return standing.of();
    }

    /** As it was held, else as it was planned. */
    private Engagement engagement() {
        steps.begun();
        return steps.last(ActivityRecorded.class)
                .map(Engagement::of)
                .or(() -> steps.last(ActivityScheduled.class).map(Engagement::of))
                .orElseThrow();
    }
}
