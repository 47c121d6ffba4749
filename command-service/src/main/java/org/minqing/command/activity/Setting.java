package org.minqing.command.activity;

import java.util.UUID;
import org.minqing.command.reference.Responsibility;
import org.minqing.events.activity.ActivityEvent.ActivityRecorded;
import org.minqing.events.activity.ActivityEvent.ActivityScheduled;
import org.minqing.events.activity.Occasion;

/** Who answers for an activity, where it is, and what it is. */
record Setting(Responsibility responsible, String divisionId, Occasion occasion) {
    static Setting of(ActivityScheduled e) {
        return new Setting(new Responsibility(e.programmeId(), e.organisationId()), e.divisionId(), e.occasion());
    }

    static Setting of(ActivityRecorded e) {
        return new Setting(new Responsibility(e.programmeId(), e.organisationId()), e.divisionId(), e.occasion());
    }

    UUID programmeId() {
        return responsible.programmeId();
    }

    UUID organisationId() {
        return responsible.organisationId();
    }

    /** At whose seat it is when no village is named. */
    UUID host() {
        UUID checked = occasion.checkedOrganisationId();
        return checked == null ? organisationId() : checked;
    }
}
