package org.minqing.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * It never happened. Where what is voided is a correction, what stood before it stands again; a void is never voided: what
 * happened after all is entered again.
 *
 * @param target id of what never happened
 * @param before what was in force of it, whole
 */
public record Voided<E extends DomainEvent>(
        UUID target, E before, Sealed reason, @Nullable String reasonCode) implements AmendingEvent<E> {}
