package org.minqing.query.linkpoint;

import org.minqing.events.linkpoint.LinkPointEvent.Admission;
import org.minqing.events.linkpoint.LinkPointEvent.AdmissionStep;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdAdmitted;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdDismissed;
import org.minqing.events.linkpoint.LinkPointEvent.Site;
import org.minqing.query.platform.view.Dimensions;

/** A household's place on the roster of a link point: it is to be linked, until it is dismissed. */
record AdmissionState(Site of, Admission admission, Status status) {
    enum Status {
        ADMITTED,
        DISMISSED
    }

    static AdmissionState of(AdmissionStep event) {
        return switch (event) {
            case HouseholdAdmitted e -> new AdmissionState(e.of(), e.admission(), Status.ADMITTED);
            case HouseholdDismissed e -> new AdmissionState(e.of(), e.admission(), Status.DISMISSED);
        };
    }

    Dimensions dimensions() {
        return Dimensions.of(of).household(admission.householdId()).status(status);
    }
}
