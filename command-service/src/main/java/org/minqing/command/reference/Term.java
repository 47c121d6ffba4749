package org.minqing.command.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.history.Reference;
import org.minqing.events.DomainEvent;

/**
 * The days on which whatever stream is in force, both included.
 *
 * @param first null where nothing of it stands
 * @param last null while it goes on
 */
record Term(@Nullable LocalDate first, @Nullable LocalDate last) {
    static Reference<Term> of(String streamType) {
        return new Reference<>(streamType, new Term(null, null), Term::after);
    }

    boolean begunBy(LocalDate day) {
        return first != null && !day.isBefore(first);
    }

    boolean lastsUntil(LocalDate day) {
        return last == null || !day.isAfter(last);
    }

    private Term after(DomainEvent event) {
        return new Term(first == null ? event.occurredOn() : first, event.lastDay() == null ? last : event.lastDay());
    }
}
