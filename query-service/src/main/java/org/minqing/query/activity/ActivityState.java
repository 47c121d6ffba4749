package org.minqing.query.activity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;
import org.minqing.events.activity.ActivityEvent;
import org.minqing.events.activity.ActivityEvent.ActivityCancelled;
import org.minqing.events.activity.ActivityEvent.ActivityRecorded;
import org.minqing.events.activity.ActivityEvent.ActivityScheduled;
import org.minqing.events.activity.ActivityEvent.MinutesFiled;
import org.minqing.events.activity.ActivityEvent.Place;
import org.minqing.events.activity.Occasion;
import org.minqing.query.platform.view.Dimensions;

/** An activity 活动 on a day. */
record ActivityState(
        Place of,
        @JsonUnwrapped Occasion occasion,
        @Nullable Integer participants,
        Status status,
        @Nullable LocalDate plannedOn,
        @Nullable LocalDate heldOn,
        @Nullable LocalDate cancelledOn,
        @Nullable Sealed cancelledBecause,
        @Nullable Minutes minutes) {

    enum Status {
        SCHEDULED,
        RECORDED,
        CANCELLED
    }

    record Minutes(Sealed text, @Nullable UUID attachmentId, LocalDate filedOn) {}

    static ActivityState scheduled(ActivityScheduled e) {
        return new ActivityState(e.of(), e.occasion(), null, Status.SCHEDULED, e.plannedOn(), null, null, null, null);
    }

    ActivityState after(ActivityEvent event) {
        return switch (event) {
            case ActivityScheduled e -> scheduled(e);
            case ActivityRecorded e -> held(e, plannedOn);
            case ActivityCancelled e -> cancelled(e);
            case MinutesFiled e -> filed(new Minutes(e.minutes(), e.attachmentId(), e.occurredOn()));
        };
    }

    /** @param plannedOn null: it was held without being planned */
    static ActivityState held(ActivityRecorded e, @Nullable LocalDate plannedOn) {
        return new ActivityState(
                e.of(), e.occasion(), e.participants(), Status.RECORDED, plannedOn, e.occurredOn(), null, null, null);
    }

    private ActivityState cancelled(ActivityCancelled e) {
        return new ActivityState(
                of, occasion, participants, Status.CANCELLED, plannedOn, heldOn, e.occurredOn(), e.reason(), minutes);
    }

    private ActivityState filed(Minutes filed) {
        return new ActivityState(
                of, occasion, participants, status, plannedOn, heldOn, cancelledOn, cancelledBecause, filed);
    }

    Dimensions dimensions() {
        return Dimensions.of(of).cadres(occasion.cadreIds()).status(status).kind(occasion.kind());
    }
}
