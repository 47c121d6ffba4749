package org.minqing.command.platform.decision;

import org.minqing.command.platform.history.StreamEntry;
import org.minqing.events.DomainEvent;

/** An aggregate that is a process: what may follow what stands in a table. */
public abstract class ProcessAggregate<E extends DomainEvent> implements StreamAggregate<E> {
    protected final Steps<E> steps;

    protected ProcessAggregate(Transitions<E> transitions) {
        this.steps = new Steps<>(getClass().getSimpleName(), transitions);
    }

    @Override
    public void check(StreamEntry<E> entry) {
        steps.check(entry);
    }

    @Override
    public void on(StreamEntry<E> entry) {
        steps.on(entry);
    }

    @Override
    public boolean repeats(E event) {
        return steps.repeats(event);
    }
}
