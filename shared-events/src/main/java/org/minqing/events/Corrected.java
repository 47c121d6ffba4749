package org.minqing.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * It was otherwise. Corrections stack: each has in {@code before} what was in force, and the last that stands says what is.
 * A wrong day is a void and a new event.
 *
 * @param target id of the event as it was first entered, however often it was corrected since
 * @param before what was in force of it, whole
 * @param after what is in force from now on, whole; of the same type and day
 */
public record Corrected<E extends DomainEvent>(
        UUID target,
        E before,
        E after,
        Sealed reason,
        @Nullable String reasonCode) implements AmendingEvent<E> {
    public Corrected {
        if (before.getClass() != after.getClass() || !before.occurredOn().equals(after.occurredOn())) {
            throw new IllegalArgumentException("a correction keeps type and day: " + before.getClass() + " on "
                    + before.occurredOn() + ", " + after.getClass() + " on " + after.occurredOn());
        }
    }
}
