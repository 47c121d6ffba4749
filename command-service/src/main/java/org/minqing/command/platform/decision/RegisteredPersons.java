package org.minqing.command.platform.decision;

import java.util.Set;
import java.util.UUID;

/** Says where somebody is registered: in a household, as a cadre. */
public interface RegisteredPersons {
    /**
     * The streams in which a person is registered or was: {@code Household-<id>}.
     *
     * @param personId of a person whose name was once entered; of donors, parties and payees it finds nothing
     */
    Set<String> streams(UUID personId, DecisionContext situation);
}
