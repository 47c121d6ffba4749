package org.minqing.query.linkpoint;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.linkpoint.LinkPointEvent;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdAdmitted;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdDismissed;

/** A household's place on the roster of a link point: it is to be linked, until it is dismissed. */
record AdmissionState(
        UUID admissionId,
        UUID linkPointId,
        UUID programmeId,
        UUID organisationId,
        String villageId,
        int group,
        UUID householdId,
        Status status) {

    enum Status {
        ADMITTED,
        DISMISSED
    }

    static AdmissionState evolve(@Nullable AdmissionState state, LinkPointEvent event) {
        if (event instanceof HouseholdAdmitted e) {
            return new AdmissionState(
                    e.admissionId(),
                    e.linkPointId(),
                    e.programmeId(),
                    e.organisationId(),
                    e.villageId(),
                    e.group(),
                    e.householdId(),
                    Status.ADMITTED);
        }
        AdmissionState known = Objects.requireNonNull(state);
        return event instanceof HouseholdDismissed
                ? new AdmissionState(
                        known.admissionId,
                        known.linkPointId,
                        known.programmeId,
                        known.organisationId,
                        known.villageId,
                        known.group,
                        known.householdId,
                        Status.DISMISSED)
                : known;
    }
}
