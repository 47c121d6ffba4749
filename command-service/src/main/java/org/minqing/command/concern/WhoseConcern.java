package org.minqing.command.concern;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Reference;
import org.minqing.command.platform.References;
import org.minqing.command.platform.SubjectOf;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;

/** What is written about a concern is the household's whose concern it is, else the concern's own. */
final class WhoseConcern implements SubjectOf {
    private static final Reference<String> KIND =
            new Reference<>("Concern", "", (subject, event) -> event instanceof ConcernRaised e ? subject(e) : subject);

    @Override
    public String subject(References references, String streamId, @Nullable UUID entity) {
        return references.require(KIND, streamId);
    }

    private static String subject(ConcernRaised e) {
        return e.householdId() == null ? "concern:" + e.concernId() : "household:" + e.householdId();
    }
}
