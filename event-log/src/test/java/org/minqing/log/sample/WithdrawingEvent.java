package org.minqing.log.sample;

import java.util.UUID;

/** Events about other events. */
public sealed interface WithdrawingEvent<E> {
    /** It was never said. */
    record Withdrawn<E>(UUID target, E before) implements WithdrawingEvent<E> {}

    /** It was said otherwise. */
    record Reworded<E>(UUID target, E before, E after) implements WithdrawingEvent<E> {}
}
