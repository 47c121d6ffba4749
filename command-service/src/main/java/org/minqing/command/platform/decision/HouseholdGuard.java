package org.minqing.command.platform.decision;

import java.util.UUID;

/** Says which households somebody who is a cadre and nothing more may send commands about. */
public interface HouseholdGuard {
    /** Whether the caller may send a command that refers to this household. */
    boolean allows(Caller caller, UUID householdId, DecisionContext situation);
}
