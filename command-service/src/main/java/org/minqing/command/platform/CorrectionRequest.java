package org.minqing.command.platform;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.minqing.events.DomainEvent;

/**
 * An event was otherwise.
 *
 * @param command the one that made it, given again with other fields
 */
record CorrectionRequest(VoidRequest undoing, CommandType command, Reentry reentry) {
    /** What the command is given again with. */
    record Reading(Object fields, Envelope envelope) {}

    UUID eventId() {
        return undoing.eventId();
    }

    /**
     * The event as it would stand had it been entered so. What was derived is derived again unless it is given now, and what
     * was part of something else than it would be part of now is left out.
     */
    DomainEvent after(DomainEvent before, Function<Reading, DomainEvent> decision) {
        Set<String> leftOut = derived(before, decision);
        Set<String> parts = reentry.parts(leftOut);
        if (!parts.isEmpty()) {
            leftOut.addAll(parts);
            DomainEvent without = decision.apply(reentry.changed(leftOut));
            leftOut.removeIf(field -> parts.contains(field) && reentry.sameWhole(field, before, without));
        }
        return decision.apply(reentry.changed(leftOut));
    }

    /** What was derived: what could have been left out and would have led to the same. */
    private Set<String> derived(DomainEvent before, Function<Reading, DomainEvent> decision) {
        Set<String> derived = new HashSet<>();
        for (String field : reentry.derivable()) {
            derived.add(field);
            if (!wasDerived(derived, before, decision)) {
                derived.remove(field);
            }
        }
        return derived;
    }

    private boolean wasDerived(Set<String> fields, DomainEvent before, Function<Reading, DomainEvent> decision) {
        try {
            return decision.apply(reentry.unchanged(fields)).equals(before);
        } catch (Refusal refusal) {
            return false;
        }
    }
}
