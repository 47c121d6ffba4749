package org.minqing.command.platform;

import java.util.function.BiFunction;
import org.minqing.events.DomainEvent;

/**
 * How another stream is read when a command refers to it: a pure fold of its events.
 *
 * @param streamType {@code Household}
 * @param start state before the first event
 * @param evolve state after one more event
 */
public record Reference<S>(String streamType, S start, BiFunction<S, DomainEvent, S> evolve) {}
