package org.minqing.query.linkpoint;

import java.util.UUID;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdAdmitted;

/** A household's place on the roster of a link point: it is to be linked. */
record AdmissionState(
        UUID admissionId,
        UUID linkPointId,
        UUID programmeId,
        UUID organisationId,
        String villageId,
        int group,
        UUID householdId) {
    static AdmissionState of(HouseholdAdmitted e) {
        return new AdmissionState(
                e.admissionId(),
                e.linkPointId(),
                e.programmeId(),
                e.organisationId(),
                e.villageId(),
                e.group(),
                e.householdId());
    }
}
