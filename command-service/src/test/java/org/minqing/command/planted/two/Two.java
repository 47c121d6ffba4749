package org.minqing.command.planted.two;

import org.minqing.command.platform.decision.StreamAggregate;
import org.minqing.command.platform.history.StreamEntry;
import org.minqing.events.Voided;

/** An aggregate that everybody sees, and that looks at voids. */
public final class Two implements StreamAggregate<TwoEvent> {
    boolean voided;

    @Override
    public void check(StreamEntry<TwoEvent> entry) {}

    @Override
    public void on(StreamEntry<TwoEvent> entry) {
        voided = Voided.class.isInstance(entry.event());
    }
}
