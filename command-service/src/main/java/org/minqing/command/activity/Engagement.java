package org.minqing.command.activity;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.activity.ActivityEvent.ActivityRecorded;
import org.minqing.events.activity.ActivityEvent.ActivityScheduled;
import org.minqing.events.activity.ActivityEvent.Place;
import org.minqing.events.activity.Occasion;

/** Who answers for an activity, where it is, and what it is. */
record Engagement(Place of, Occasion occasion) {
    static Engagement of(ActivityScheduled e) {
        return new Engagement(e.of(), e.occasion());
    }

    static Engagement of(ActivityRecorded e) {
        return new Engagement(e.of(), e.occasion());
    }

    /** An occasion as it is where what was planned is otherwise: the topic is said each time. */
    static Occasion followed(Occasion held, Occasion was, Occasion is) {
        return new Occasion(
                held.kind() == was.kind() ? is.kind() : held.kind(),
                followed(held.mode(), was.mode(), is.mode()),
                held.topic(),
                followed(held.campaign(), was.campaign(), is.campaign()),
                followed(held.checkedOrganisationId(), was.checkedOrganisationId(), is.checkedOrganisationId()),
                followed(held.officeId(), was.officeId(), is.officeId()),
                followed(held.partyBranchId(), was.partyBranchId(), is.partyBranchId()),
                followed(held.taskCode(), was.taskCode(), is.taskCode()),
                held.cadreIds().equals(was.cadreIds()) ? is.cadreIds() : held.cadreIds());
    }

    private static <T> @Nullable T followed(@Nullable T held, @Nullable T was, @Nullable T is) {
        return Objects.equals(held, was) ? is : held;
    }

    /** At whose seat it is when no village is named. */
    UUID host() {
        UUID checked = occasion.checkedOrganisationId();
        return checked == null ? of.organisationId() : checked;
    }
}
