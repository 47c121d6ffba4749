package org.minqing.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event saying that another event of its own stream was otherwise than written. Its own {@code occurredOn} is the day
 * of what is corrected, and so are those of {@link #before()} and {@link #after()}: a wrong day is a void and a new
 * event. Readers take the target as {@link #after} gives it, and take the facts of {@code before} back and give those of
 * {@code after}. Corrections of one target stack: each has in {@code before} what the one before it had in
 * {@code after}, and the last alone says what is in force.
 *
 * @param <E> the event that is corrected
 */
public interface Corrects<E extends DomainEvent> {
    /** Id of the event that was otherwise: never that of an earlier correction. */
    UUID target();

    /** What was in force of it. */
    E before();

    /** What is in force of it from now on, whole. */
    E after();

    /** Why, in words. */
    Sealed reason();

    /** Why, as a code of the programme's own list. */
    @Nullable
    String reasonCode();
}
