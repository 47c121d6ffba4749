package org.minqing.command.platform.history;

import java.util.function.BiFunction;
import org.minqing.events.DomainEvent;

/**
 * How another stream is read when a command refers to it: a pure fold of its events that stand.
 *
 * @param streamType {@code Household}
 * @param start state before the first event
 * @param evolve state after one more event
 */
public record Reference<S>(String streamType, S start, BiFunction<S, DomainEvent, S> evolve) {
    /** The fold of what stands of a stream: voided events are left out, corrected ones are taken as they were last corrected. */
    public S of(StreamStory story) {
        S state = start;
        for (StreamEntry<DomainEvent> entry : story.standing()) {
            state = evolve.apply(state, entry.event());
        }
        return state;
    }
}
