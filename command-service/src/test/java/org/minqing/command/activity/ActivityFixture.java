package org.minqing.command.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.activity.ActivityCommand.RecordActivity;
import org.minqing.command.activity.ActivityCommand.ScheduleActivity;
import org.minqing.events.activity.ActivityKind;
import org.minqing.events.activity.StudyMode;

/** What a test tells of an activity; all else is left out. */
final class ActivityFixture {
    private @Nullable UUID activityId = Activities.ACTIVITY;
    private @Nullable UUID programmeId;
    private @Nullable UUID organisationId;
    private @Nullable UUID officeId;
    private @Nullable String taskCode;
    private @Nullable ActivityKind kind;
    private @Nullable StudyMode mode;
    private @Nullable String villageCode;
    private @Nullable UUID checkedOrganisationId;
    private @Nullable UUID partyBranchId;
    private @Nullable String campaign;
    private @Nullable String topic;
    private @Nullable List<UUID> cadreIds;
    private @Nullable Integer participants;

    ActivityFixture anew() {
        activityId = null;
        return this;
    }

    ActivityFixture programme(UUID id) {
        programmeId = id;
        return this;
    }

    ActivityFixture organisation(UUID id) {
        organisationId = id;
        return this;
    }

    ActivityFixture office(UUID id) {
        officeId = id;
        return this;
    }

    ActivityFixture task(String code) {
        taskCode = code;
        return this;
    }

    ActivityFixture kind(ActivityKind value) {
        kind = value;
        return this;
    }

    ActivityFixture mode(StudyMode value) {
        mode = value;
        return this;
    }

    ActivityFixture village(String code) {
        villageCode = code;
        return this;
    }

    ActivityFixture checked(UUID id) {
        checkedOrganisationId = id;
        return this;
    }

    ActivityFixture branch(UUID id) {
        partyBranchId = id;
        return this;
    }

    ActivityFixture campaign(String name) {
        campaign = name;
        return this;
    }

    ActivityFixture topic(String words) {
        topic = words;
        return this;
    }

    ActivityFixture cadres(UUID... ids) {
        cadreIds = List.of(ids);
        return this;
    }

    ActivityFixture participants(int number) {
        participants = number;
        return this;
    }

    @SuppressWarnings("NullAway") // what is required and left out is for the command's own rules to refuse
    ScheduleActivity planned(@Nullable LocalDate plannedOn) {
        return new ScheduleActivity(
                activityId,
                programmeId,
                organisationId,
                officeId,
                taskCode,
                kind,
                mode,
                villageCode,
                checkedOrganisationId,
                partyBranchId,
                campaign,
                topic,
                cadreIds,
                plannedOn);
    }

    @SuppressWarnings("NullAway")
    RecordActivity held() {
        return new RecordActivity(
                activityId,
                programmeId,
                organisationId,
                officeId,
                taskCode,
                kind,
                mode,
                villageCode,
                checkedOrganisationId,
                partyBranchId,
                campaign,
                topic,
                cadreIds,
                participants);
    }
}
