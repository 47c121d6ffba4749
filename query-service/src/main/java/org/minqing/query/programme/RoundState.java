package org.minqing.query.programme;

import java.util.UUID;
import org.minqing.events.programme.ProgrammeEvent.VisitRoundOpened;
import org.minqing.events.programme.RoundKind;

/** A round of visits. */
record RoundState(UUID roundId, UUID programmeId, UUID organisationId, String divisionId, RoundKind kind, String name) {
    static RoundState opened(VisitRoundOpened e) {
        return new RoundState(e.roundId(), e.programmeId(), e.organisationId(), e.divisionId(), e.kind(), e.name());
    }
}
