package org.minqing.command.activity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.StepList.Step;
import org.minqing.events.Corrects;
import org.minqing.events.Sealed;
import org.minqing.events.Voids;
import org.minqing.events.activity.ActivityEvent;
import org.minqing.events.activity.ActivityEvent.ActivityCancellationVoided;
import org.minqing.events.activity.ActivityEvent.ActivityCancelled;
import org.minqing.events.activity.ActivityEvent.ActivityRecorded;
import org.minqing.events.activity.ActivityEvent.ActivityScheduleVoided;
import org.minqing.events.activity.ActivityEvent.ActivityScheduled;
import org.minqing.events.activity.ActivityEvent.ActivityVoided;
import org.minqing.events.activity.ActivityEvent.MinutesFiled;
import org.minqing.events.activity.ActivityEvent.MinutesVoided;

/** Why steps never were. */
record Void(Sealed reason, @Nullable String reasonCode) {
    /** The event that says so of one step. */
    ActivityEvent of(Step<ActivityEvent> step) {
        UUID target = step.id();
        return switch (step.event()) {
            case ActivityScheduled e ->
                new ActivityScheduleVoided(
                        e.activityId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.divisionId(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case ActivityRecorded e ->
                new ActivityVoided(
                        e.activityId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.divisionId(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case ActivityCancelled e ->
                new ActivityCancellationVoided(
                        e.activityId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.divisionId(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case MinutesFiled e ->
                new MinutesVoided(
                        e.activityId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.divisionId(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case Voids<?> v -> throw new IllegalStateException("a void is no step: " + v.target());
            case Corrects<?> c -> throw new IllegalStateException("a correction is no step: " + c.target());
        };
    }
}
