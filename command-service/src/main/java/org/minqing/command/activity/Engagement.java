package org.minqing.command.activity;

import java.util.UUID;
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

    /** At whose seat it is when no village is named. */
    UUID host() {
        UUID checked = occasion.checkedOrganisationId();
        return checked == null ? of.organisationId() : checked;
    }
}
