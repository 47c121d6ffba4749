package org.minqing.command.platform.decision;

import org.minqing.events.DomainEvent;

/** Says whether what an event requires was in force on its day: its programme, and what else it names as required. */
public interface ReferenceGuard {
    /**
     * Refuses an event outside the days of what it requires.
     *
     * @throws org.minqing.command.platform.refusal.Refusal 409 {@code programme-not-in-force}, {@code cadre-not-in-service},
     *     {@code household-not-in-force}, {@code project-not-in-force}, {@code source-not-in-force}
     */
    void check(DomainEvent event, DecisionContext situation);
}
