package org.minqing.command.platform.stream;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.minqing.command.platform.form.Envelope;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.type.CommandType;
import org.minqing.events.DomainEvent;

/**
 * An event was otherwise.
 *
 * @param command the one that made it, given again with other fields
 */
public record CorrectionRequest(VoidRequest undoing, CommandType command, Reentry reentry) {
    /** What the command is given again with. */
    public record Reading(Object fields, Envelope envelope) {}

    /** The command read back from the event, with the changes. */
    public interface Reentry {
        /** Fields that may have been derived and are not given now. */
        List<String> derivable();

        /** Of the fields that are not left out, those that name a part of what another names. */
        Set<String> parts(Set<String> leftOut);

        /** Whether two events name the same for what a field names a part of. */
        boolean sameWhole(String part, DomainEvent one, DomainEvent other);

        /** What was entered, without some fields. */
        Reading unchanged(Set<String> leftOut);

        /** What is to stand, without some fields. */
        Reading changed(Set<String> leftOut);
    }

    UUID eventId() {
        return undoing.eventId();
    }

    /**
     * The event as it would stand had it been entered so. What was derived is derived again unless it is given now, and what
     * was part of something else than it would be part of now is left out.
     *
     * @param then decides as when it was entered: by that it is told what was derived
     * @param decision decides as others stand now
     */
    DomainEvent after(
            DomainEvent before, Function<Reading, DomainEvent> then, Function<Reading, DomainEvent> decision) {
        Set<String> leftOut = derived(before, then);
        Set<String> parts = reentry.parts(leftOut);
        if (!parts.isEmpty()) {
            leftOut.addAll(parts);
            DomainEvent without = decision.apply(reentry.changed(leftOut));
            leftOut.removeIf(field -> parts.contains(field) && reentry.sameWhole(field, before, without));
        }
        return decision.apply(reentry.changed(leftOut));
    }

    /**
     * What was derived: what could have been left out and would have led to the same. A field may follow from those before it,
     * so the last is tried first: left out sooner, it would be taken as what the one before it followed from.
     */
    private Set<String> derived(DomainEvent before, Function<Reading, DomainEvent> decision) {
        Set<String> derived = new HashSet<>();
        for (String field : reentry.derivable().reversed()) {
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
