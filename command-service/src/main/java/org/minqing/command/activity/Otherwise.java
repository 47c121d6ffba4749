package org.minqing.command.activity;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.Optional;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.command.platform.StepList.Step;
import org.minqing.events.activity.ActivityEvent;
import org.minqing.events.activity.ActivityEvent.ActivityCorrected;
import org.minqing.events.activity.ActivityEvent.ActivityRecorded;
import org.minqing.events.activity.ActivityEvent.ActivityScheduleCorrected;
import org.minqing.events.activity.ActivityEvent.ActivityScheduled;

/** How an activity was otherwise than entered; nothing where it was the same. */
record Otherwise(CorrectActivity command, Situation situation) {
    Optional<ActivityEvent> held(Step<ActivityRecorded> step) {
        if (command.plannedOn() != null) {
            throw Refusal.invalid("/plannedOn", "only-of-a-plan");
        }
        ActivityRecorded before = step.event();
        LocalDate day = situation.dayOf(before.occurredOn(), command.occurredOn());
        Setting setting = new Grounds(situation, day).after(command, Setting.of(before));
        ActivityRecorded after = new ActivityRecorded(
                before.activityId(),
                setting.programmeId(),
                setting.organisationId(),
                setting.divisionId(),
                setting.occasion(),
                command.participants() == null ? before.participants() : command.participants(),
                day);
        return after.equals(before)
                ? Optional.empty()
                : Optional.of(new ActivityCorrected(
                        after.activityId(),
                        after.programmeId(),
                        after.organisationId(),
                        after.divisionId(),
                        step.id(),
                        before,
                        after,
                        command.reason(),
                        command.reasonCode(),
                        day));
    }

    Optional<ActivityEvent> planned(Step<ActivityScheduled> step) {
        if (command.participants() != null) {
            throw Refusal.invalid("/participants", "only-once-held");
        }
        ActivityScheduled before = step.event();
        LocalDate day = situation.dayOf(before.occurredOn(), command.occurredOn());
        LocalDate plannedOn = requireNonNullElse(command.plannedOn(), before.plannedOn());
        plannedFrom(day, plannedOn);
        Setting setting = new Grounds(situation, day).after(command, Setting.of(before));
        ActivityScheduled after = new ActivityScheduled(
                before.activityId(),
                setting.programmeId(),
                setting.organisationId(),
                setting.divisionId(),
                setting.occasion(),
                plannedOn,
                day);
        return after.equals(before)
                ? Optional.empty()
                : Optional.of(new ActivityScheduleCorrected(
                        after.activityId(),
                        after.programmeId(),
                        after.organisationId(),
                        after.divisionId(),
                        step.id(),
                        before,
                        after,
                        command.reason(),
                        command.reasonCode(),
                        day));
    }

    /** 422 where an activity is planned for a day before that of planning. */
    static void plannedFrom(LocalDate day, LocalDate plannedOn) {
        if (plannedOn.isBefore(day)) {
            throw Refusal.invalid("/plannedOn", "planned-in-the-past", day);
        }
    }
}
