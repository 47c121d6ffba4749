package org.minqing.query.linkpoint;

import org.minqing.events.linkpoint.LinkPointEvent.CadreEnrolled;
import org.minqing.events.linkpoint.LinkPointEvent.CadreWithdrawnFromLinkPoint;
import org.minqing.events.linkpoint.LinkPointEvent.Enrolment;
import org.minqing.events.linkpoint.LinkPointEvent.EnrolmentStep;
import org.minqing.events.linkpoint.LinkPointEvent.Site;
import org.minqing.query.platform.view.Dimensions;

/** A cadre's place on the roster of a link point, with the band and quota of the day of enrolment. */
record EnrolmentState(Site of, Enrolment enrolment, Status status) {
    enum Status {
        ENROLLED,
        WITHDRAWN
    }

    static EnrolmentState of(EnrolmentStep event) {
        return switch (event) {
            case CadreEnrolled e -> new EnrolmentState(e.of(), e.enrolment(), Status.ENROLLED);
            case CadreWithdrawnFromLinkPoint e -> new EnrolmentState(e.of(), e.enrolment(), Status.WITHDRAWN);
        };
    }

    Dimensions dimensions() {
        return Dimensions.of(of).cadre(enrolment.cadreId()).status(status);
    }
}
