package org.minqing.command.platform.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.Caller;
import org.minqing.command.platform.decision.Territory;
import org.minqing.command.platform.history.History;
import org.minqing.command.platform.history.LogReferences;
import org.minqing.command.platform.history.StreamName;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Moves;

/**
 * Scope = the subtree of a division and, where the token names one, an organisation. What belongs to no organisation, a household, a
 * division, an inspection, lies in an organisation's scope where that organisation works.
 */
public final class Scope {
    private static final String DIVISION = "Division";
    private static final String ORGANISATION = "Organisation";

    private final Caller caller;
    private final LogReferences references;
    private final Territory territory;

    Scope(Caller caller, LogReferences references, Territory territory) {
        this.caller = caller;
        this.references = references;
        this.territory = territory;
    }

    /** 403 where the stream's place or organisation lies outside. */
    void requireStream(String stream) {
        if (!holds(stream)) {
            throw Refusal.forbidden("out-of-scope", StreamName.type(stream), StreamName.id(stream));
        }
    }

    /** Whether the stream's place and organisation lie inside; of one that is to begin {@link #requireMade} judges. */
    boolean holds(String stream) {
        if (StreamName.type(stream).equals(DIVISION)) {
            return holds(StreamName.id(stream), null);
        }
        History history = references.history(stream);
        return !history.exists() || holds(history.division(), history.organisation());
    }

    void requireDivision(String divisionId) {
        caller.requireDivision(divisionId);
    }

    /**
     * 403 where what a command leads to would lie outside, whatever it named. Who moves away leaves the scope: that is judged by where
     * it was.
     *
     * @param former the organisation to which the stream belonged before, which its events may leave unsaid
     */
    void requireMade(DomainEvent event, @Nullable UUID former) {
        DomainEvent made = event instanceof Corrected<?> correction ? correction.after() : event;
        UUID organisation = made.organisation() == null ? former : made.organisation();
        if (made instanceof Moves || holds(made.division(), organisation)) {
            return;
        }
        throw organisation != null
                        && caller.organisation() != null
                        && !caller.organisation().equals(organisation)
                ? Refusal.forbidden("out-of-scope", ORGANISATION, organisation)
                : Refusal.forbidden("out-of-scope", DIVISION, made.division());
    }

    /** What lies nowhere lies in nobody's scope. */
    private boolean holds(@Nullable String divisionId, @Nullable UUID organisation) {
        String division = divisionId == null ? seat(organisation) : divisionId;
        if (division == null || !division.startsWith(caller.division())) {
            return false;
        }
        UUID own = caller.organisation();
        return own == null
                || (organisation == null ? territory.holds(own, division, references) : own.equals(organisation));
    }

    private @Nullable String seat(@Nullable UUID organisation) {
        return organisation == null
                ? null
                : references.history(StreamName.of(ORGANISATION, organisation)).division();
    }
}
