package org.minqing.command.visit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Reference;
import org.minqing.command.platform.References;
import org.minqing.command.platform.SubjectOf;
import org.minqing.events.visit.VisitEvent.VisitRecorded;

/** What is written about a visit is the household's: it goes when the household is erased. */
final class HouseholdVisited implements SubjectOf {
    private static final Reference<String> KIND = new Reference<>(
            "Visit",
            "",
            (subject, event) -> event instanceof VisitRecorded e ? "household:" + e.householdId() : subject);

    @Override
    public String subject(References references, String streamId, @Nullable UUID entity) {
        return references.require(KIND, streamId);
    }
}
