package org.minqing.command.linkpoint;

import java.util.UUID;
import org.minqing.events.LinkMode;

/** A link that nothing forbids, and what it was judged by. */
record Judged(int group, UUID householdId, UUID enrolmentId, UUID cadreId, Standing by, LinkMode mode) {
    Terms terms(UUID linkId, UUID admissionId) {
        return new Terms(linkId, admissionId, group, householdId, enrolmentId, cadreId, by, mode);
    }
}
