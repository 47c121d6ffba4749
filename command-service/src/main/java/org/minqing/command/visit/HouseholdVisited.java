package org.minqing.command.visit;

import org.minqing.command.platform.Reference;
import org.minqing.command.platform.SubjectOf;
import org.minqing.events.visit.VisitEvent.VisitRecorded;

/** What is written about a visit is the household's: it goes when the household is erased. */
final class HouseholdVisited implements SubjectOf {
    @Override
    public Reference<String> kind() {
        return new Reference<>(
                "Visit",
                "",
                (subject, event) -> event instanceof VisitRecorded e ? "household:" + e.householdId() : subject);
    }
}
