package org.minqing.command.platform.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.Caller;
import org.minqing.command.platform.history.History;
import org.minqing.command.platform.history.LogReferences;
import org.minqing.command.platform.history.StreamName;
import org.minqing.command.platform.refusal.Refusal;

/** Scope = the subtree of a division and, where the token names one, an organisation. */
public final class Scope {
    private final Caller caller;
    private final LogReferences references;

    Scope(Caller caller, LogReferences references) {
        this.caller = caller;
        this.references = references;
    }

    /** 403 where the stream's place or organisation lies outside. */
    void requireStream(String stream) {
        if (!holds(stream)) {
            throw Refusal.forbidden("out-of-scope", StreamName.type(stream), StreamName.id(stream));
        }
    }

    /** Whether the stream's place and organisation lie inside. */
    boolean holds(String stream) {
        if (StreamName.type(stream).equals("Division")) {
            return StreamName.id(stream).startsWith(caller.division());
        }
        History history = references.history(stream);
        UUID organisation = history.organisation();
        if (caller.organisation() != null
                && organisation != null
                && !caller.organisation().equals(organisation)) {
            return false;
        }
        String division = history.division() == null ? seat(organisation) : history.division();
        return division == null || division.startsWith(caller.division());
    }

    void requireDivision(String divisionId) {
        caller.requireDivision(divisionId);
    }

    private @Nullable String seat(@Nullable UUID organisation) {
        return organisation == null
                ? null
                : references
                        .history(StreamName.of("Organisation", organisation))
                        .division();
    }
}
