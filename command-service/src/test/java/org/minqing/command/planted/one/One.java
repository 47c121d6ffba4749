package org.minqing.command.planted.one;

import java.time.LocalDate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.minqing.command.planted.two.Two;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.events.DomainEvent;
import org.minqing.query.planted.Question;

/** Asks the query side, another feature, the clock and a repository, and enters an event unchecked. */
final class One {
    final Question question = new Question();
    final Two two = new Two();

    @Nullable
    Repository<Two> repository;

    final LocalDate today = LocalDate.now();

    static void unchecked(DecisionContext situation, DomainEvent event) {
        situation.apply(event);
    }
}
