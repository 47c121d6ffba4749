package org.minqing.query.programme;

import java.util.UUID;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.programme.ProgrammeEvent.VisitRoundOpened;
import org.minqing.events.programme.RoundKind;

/** A round of visits. */
record RoundState(UUID roundId, Sphere of, RoundKind kind, String name) {
    static RoundState of(VisitRoundOpened e) {
        return new RoundState(e.roundId(), e.of(), e.kind(), e.name());
    }
}
