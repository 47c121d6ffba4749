package org.minqing.command.activity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.activity.ActivityKind;
import org.minqing.events.activity.StudyMode;

/** What commands tell of an activity alike; null is left out. */
sealed interface Told permits ScheduleActivity, RecordActivity, CorrectActivity {
    @Nullable
    UUID programmeId();

    @Nullable
    UUID organisationId();

    @Nullable
    UUID officeId();

    @Nullable
    String taskCode();

    @Nullable
    ActivityKind kind();

    @Nullable
    StudyMode mode();

    @Nullable
    String villageCode();

    @Nullable
    UUID checkedOrganisationId();

    @Nullable
    UUID partyBranchId();

    @Nullable
    String campaign();

    @Nullable
    String topic();

    @Nullable
    List<UUID> cadreIds();

    /** The enterprise a safety check looks at. */
    default @Nullable UUID checked(ActivityKind kind) {
        return kind == ActivityKind.SAFETY_CHECK && checkedOrganisationId() == null
                ? organisationId()
                : checkedOrganisationId();
    }

    /** Who answers: of a safety check named only where both are. */
    default @Nullable UUID answering(ActivityKind kind) {
        return kind == ActivityKind.SAFETY_CHECK && checkedOrganisationId() == null ? null : organisationId();
    }
}
