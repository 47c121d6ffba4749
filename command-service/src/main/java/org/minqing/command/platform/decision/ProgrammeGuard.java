package org.minqing.command.platform.decision;

import org.minqing.events.DomainEvent;

/** Says on which days something may happen that belongs to a programme. */
public interface ProgrammeGuard {
    /**
     * Refuses what lies outside the programme it belongs to, if it belongs to one.
     *
     * @throws org.minqing.command.platform.refusal.Refusal 409 {@code programme-not-in-force}
     */
    void check(DomainEvent event, DecisionContext situation);
}
