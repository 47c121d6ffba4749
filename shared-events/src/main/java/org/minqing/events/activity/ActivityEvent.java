package org.minqing.events.activity;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrects;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.Voids;

/** The story of one activity 活动: scheduled or not, held or cancelled, and its minutes. */
public sealed interface ActivityEvent extends DomainEvent {
    UUID activityId();

    UUID programmeId();

    /** The organisation the activity is counted to; never the enterprise that a safety check looks at. */
    UUID organisationId();

    /** Where: the divisionId of the village, else of the seat of the enterprise checked or of the organisation. */
    String divisionId();

    @Override
    default UUID programme() {
        return programmeId();
    }

    @Override
    default UUID organisation() {
        return organisationId();
    }

    @Override
    default String division() {
        return divisionId();
    }

    /**
     * On this day the activity was planned.
     *
     * @param plannedOn the day it is planned for
     */
    record ActivityScheduled(
            UUID activityId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            Occasion occasion,
            LocalDate plannedOn,
            LocalDate occurredOn)
            implements ActivityEvent {}

    /** The plan was otherwise than entered. */
    record ActivityScheduleCorrected(
            UUID activityId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            UUID target,
            ActivityScheduled before,
            ActivityScheduled after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ActivityEvent, Corrects<ActivityScheduled> {}

    /** The activity was never planned. */
    record ActivityScheduleVoided(
            UUID activityId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            UUID target,
            ActivityScheduled before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ActivityEvent, Voids<ActivityScheduled> {}

    /**
     * The activity was held on this day.
     *
     * @param participants number of people who took part, if it was counted
     */
    record ActivityRecorded(
            UUID activityId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            Occasion occasion,
            @Nullable Integer participants,
            LocalDate occurredOn)
            implements ActivityEvent {}

    /** The activity was otherwise than recorded. */
    record ActivityCorrected(
            UUID activityId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            UUID target,
            ActivityRecorded before,
            ActivityRecorded after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ActivityEvent, Corrects<ActivityRecorded> {}

    /** The activity was never held. */
    record ActivityVoided(
            UUID activityId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            UUID target,
            ActivityRecorded before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ActivityEvent, Voids<ActivityRecorded> {}

    /** On this day the planned activity was called off. */
    record ActivityCancelled(
            UUID activityId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ActivityEvent {}

    /** The planned activity was never called off. */
    record ActivityCancellationVoided(
            UUID activityId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            UUID target,
            ActivityCancelled before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ActivityEvent, Voids<ActivityCancelled> {}

    /**
     * The minutes of the activity held were filed on this day.
     *
     * @param minutes sealed under the activity
     */
    record MinutesFiled(
            UUID activityId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            Sealed minutes,
            @Nullable UUID attachmentId,
            LocalDate occurredOn)
            implements ActivityEvent {}

    /** These minutes were never filed. */
    record MinutesVoided(
            UUID activityId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            UUID target,
            MinutesFiled before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ActivityEvent, Voids<MinutesFiled> {}
}
