package org.minqing.query.platform.view;

import org.jspecify.annotations.Nullable;

/**
 * The next state of one entity after one event: pure, an exhaustive switch over the family.
 *
 * @param <E> the event family
 * @param <S> the state, a record that Jackson can write and read
 */
@FunctionalInterface
public interface Evolve<E, S> {
    /**
     * @param state the state so far; null only for an event named in {@link Entity#begunBy}
     * @param event never a void or a correction; a corrected event comes as amended
     * @param id which entity, for events that touch several
     * @param meta of the event as it was recorded
     * @return null when the entity is no more
     */
    @Nullable
    S evolve(@Nullable S state, E event, String id, EventMeta meta);
}
