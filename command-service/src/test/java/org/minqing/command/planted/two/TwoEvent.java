package org.minqing.command.planted.two;

import java.time.LocalDate;
import org.minqing.events.DomainEvent;

/** A family with a void and a correction of its own. */
public sealed interface TwoEvent extends DomainEvent {
    /** It never happened. */
    record TwoVoided(LocalDate occurredOn) implements TwoEvent {}

    /** It was otherwise. */
    record TwoCorrected(LocalDate occurredOn) implements TwoEvent {}
}
