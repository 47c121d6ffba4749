package org.minqing.events.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Header;
import org.minqing.events.Sealed;
import org.minqing.events.Source;

/** The story of one activity 活动: scheduled or not, held or cancelled, and its minutes. */
public sealed interface ActivityEvent extends DomainEvent {
    /**
     * Who answers for it and where it is; planned and held it may be by others and elsewhere.
     *
     * @param organisationId the one the activity is counted to; never the enterprise that a safety check looks at
     * @param divisionId of the village, else of the seat of the enterprise checked or of the organisation
     */
    record Place(UUID activityId, UUID programmeId, UUID organisationId, String divisionId) implements Header {}

    @Override
    Place of();

    @Override
    default List<Source> requires() {
        return switch (this) {
            case ActivityScheduled e ->
                Source.each("Cadre", e.occasion.cadreIds()).toList();
            case ActivityRecorded e ->
                Source.each("Cadre", e.occasion.cadreIds()).toList();
            case ActivityCancelled e -> List.of();
            case MinutesFiled e -> List.of();
        };
    }

    /**
     * On this day the activity was planned.
     *
     * @param plannedOn the day it is planned for
     */
    record ActivityScheduled(Place of, Occasion occasion, LocalDate plannedOn, LocalDate occurredOn)
            implements ActivityEvent {}

    /**
     * The activity was held on this day.
     *
     * @param participants number of people who took part, if it was counted
     */
    record ActivityRecorded(
            Place of, Occasion occasion, @Nullable Integer participants, LocalDate occurredOn)
            implements ActivityEvent {}

    /** On this day the planned activity was called off. */
    record ActivityCancelled(
            Place of, Sealed reason, @Nullable String reasonCode, LocalDate occurredOn) implements ActivityEvent {
        @Override
        public LocalDate lastDay() {
            return occurredOn.minusDays(1);
        }
    }

    /**
     * The minutes of the activity held were filed on this day.
     *
     * @param minutes sealed under the activity
     */
    record MinutesFiled(Place of, Sealed minutes, @Nullable UUID attachmentId, LocalDate occurredOn)
            implements ActivityEvent {}
}
