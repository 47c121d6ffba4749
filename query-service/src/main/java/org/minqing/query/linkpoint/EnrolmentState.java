package org.minqing.query.linkpoint;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.linkpoint.LinkPointEvent;
import org.minqing.events.linkpoint.LinkPointEvent.CadreEnrolled;
import org.minqing.events.linkpoint.LinkPointEvent.CadreWithdrawnFromLinkPoint;

/** A cadre's place on the roster of a link point, with the band and quota of the day of enrolment. */
record EnrolmentState(
        UUID enrolmentId,
        UUID linkPointId,
        UUID programmeId,
        UUID organisationId,
        String villageId,
        UUID cadreId,
        String rankCode,
        @Nullable String band,
        @Nullable Integer quota,
        Status status) {

    enum Status {
        ENROLLED,
        WITHDRAWN
    }

    static EnrolmentState evolve(@Nullable EnrolmentState state, LinkPointEvent event) {
        if (event instanceof CadreEnrolled e) {
            return new EnrolmentState(
                    e.enrolmentId(),
                    e.linkPointId(),
                    e.programmeId(),
                    e.organisationId(),
                    e.villageId(),
                    e.cadreId(),
                    e.rankCode(),
                    e.band(),
                    e.quota(),
                    Status.ENROLLED);
        }
        EnrolmentState known = Objects.requireNonNull(state);
        return event instanceof CadreWithdrawnFromLinkPoint
                ? new EnrolmentState(
                        known.enrolmentId,
                        known.linkPointId,
                        known.programmeId,
                        known.organisationId,
                        known.villageId,
                        known.cadreId,
                        known.rankCode,
                        known.band,
                        known.quota,
                        Status.WITHDRAWN)
                : known;
    }
}
