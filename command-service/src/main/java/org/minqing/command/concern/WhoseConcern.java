package org.minqing.command.concern;

import org.minqing.command.platform.Reference;
import org.minqing.command.platform.SubjectOf;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;

/** What is written about a concern is the household's whose concern it is, else the concern's own. */
final class WhoseConcern implements SubjectOf {
    @Override
    public Reference<String> kind() {
        return new Reference<>(
                "Concern", "", (subject, event) -> event instanceof ConcernRaised e ? subject(e) : subject);
    }

    private static String subject(ConcernRaised e) {
        return e.householdId() == null ? "concern:" + e.concernId() : "household:" + e.householdId();
    }
}
