package org.minqing.query.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrects;
import org.minqing.events.Sealed;
import org.minqing.events.Voids;
import org.minqing.events.activity.ActivityEvent;
import org.minqing.events.activity.ActivityEvent.ActivityCancelled;
import org.minqing.events.activity.ActivityEvent.ActivityRecorded;
import org.minqing.events.activity.ActivityEvent.ActivityScheduled;
import org.minqing.events.activity.ActivityEvent.MinutesFiled;
import org.minqing.events.activity.ActivityKind;
import org.minqing.events.activity.Occasion;
import org.minqing.events.activity.StudyMode;

/** An activity 活动 on a day. */
record ActivityState(
        UUID activityId,
        UUID programmeId,
        UUID organisationId,
        String divisionId,
        @Nullable UUID officeId,
        @Nullable String taskCode,
        ActivityKind kind,
        @Nullable StudyMode mode,
        String topic,
        @Nullable String campaign,
        @Nullable UUID checkedOrganisationId,
        @Nullable UUID partyBranchId,
        List<UUID> cadreIds,
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

    static ActivityState evolve(@Nullable ActivityState state, ActivityEvent event) {
        return switch (event) {
            case ActivityScheduled e -> of(e, e.occasion(), null, Status.SCHEDULED, e.plannedOn(), null);
            case ActivityRecorded e ->
                of(
                        e,
                        e.occasion(),
                        e.participants(),
                        Status.RECORDED,
                        state == null ? null : state.plannedOn,
                        e.occurredOn());
            case ActivityCancelled e -> known(state).cancelled(e);
            case MinutesFiled e -> known(state).filed(new Minutes(e.minutes(), e.attachmentId(), e.occurredOn()));
            case Corrects<?> e -> known(state);
            case Voids<?> e -> known(state);
        };
    }

    private static ActivityState known(@Nullable ActivityState state) {
        return Objects.requireNonNull(state);
    }

    private static ActivityState of(
            ActivityEvent e,
            Occasion occasion,
            @Nullable Integer participants,
            Status status,
            @Nullable LocalDate plannedOn,
            @Nullable LocalDate heldOn) {
        return new ActivityState(
                e.activityId(),
                e.programmeId(),
                e.organisationId(),
                e.divisionId(),
                occasion.officeId(),
                occasion.taskCode(),
                occasion.kind(),
                occasion.mode(),
                occasion.topic(),
                occasion.campaign(),
                occasion.checkedOrganisationId(),
                occasion.partyBranchId(),
                occasion.cadreIds(),
                participants,
                status,
                plannedOn,
                heldOn,
                null,
                null,
                null);
    }

    private ActivityState cancelled(ActivityCancelled e) {
        return with(Status.CANCELLED, e.occurredOn(), e.reason(), minutes);
    }

    private ActivityState filed(Minutes filed) {
        return with(status, cancelledOn, cancelledBecause, filed);
    }

    private ActivityState with(
            Status next, @Nullable LocalDate offOn, @Nullable Sealed because, @Nullable Minutes filed) {
        return new ActivityState(
                activityId,
                programmeId,
                organisationId,
                divisionId,
                officeId,
                taskCode,
                kind,
                mode,
                topic,
                campaign,
                checkedOrganisationId,
                partyBranchId,
                cadreIds,
                participants,
                next,
                plannedOn,
                heldOn,
                offOn,
                because,
                filed);
    }
}
