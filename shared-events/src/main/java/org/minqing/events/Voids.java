package org.minqing.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event saying that another event of its own stream never happened. Its own {@code occurredOn} is the day of what is
 * voided. Readers leave the target out and take its facts back by giving the facts of {@link #before()} negated;
 * nothing else follows from a void. A step on which later steps of the same entity stand is never voided alone: the
 * command voids those too, each by an event of its own, the last first. Where an exhaustive switch has nothing to say to
 * voids, {@code case Voids<?> v} covers them all.
 *
 * @param <E> the event that is voided
 */
public interface Voids<E extends DomainEvent> {
    /** Id of the event that never happened: never that of a correction. */
    UUID target();

    /** What is in force of it: as first written, or as last corrected. */
    E before();

    /** Why, in words. */
    Sealed reason();

    /** Why, as a code of the programme's own list. */
    @Nullable
    String reasonCode();
}
