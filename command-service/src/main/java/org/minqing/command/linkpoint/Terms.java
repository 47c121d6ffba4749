package org.minqing.command.linkpoint;

import java.util.UUID;
import org.minqing.events.LinkMode;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;

/** What a link says for as long as it lasts, and what it was judged by: the event that ends it says the same. */
record Terms(
        UUID linkId,
        UUID admissionId,
        int group,
        UUID householdId,
        UUID enrolmentId,
        UUID cadreId,
        Standing by,
        LinkMode mode) {
    static Terms of(CadreAssignedToHousehold e) {
        return new Terms(
                e.linkId(),
                e.admissionId(),
                e.group(),
                e.householdId(),
                e.enrolmentId(),
                e.cadreId(),
                new Standing(e.rankCode(), e.band(), e.quota()),
                e.linkMode());
    }

    static Terms of(HouseholdHandedOver e) {
        return new Terms(
                e.linkId(),
                e.admissionId(),
                e.group(),
                e.householdId(),
                e.enrolmentId(),
                e.cadreId(),
                new Standing(e.rankCode(), e.band(), e.quota()),
                e.linkMode());
    }
}
