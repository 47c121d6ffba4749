package org.minqing.command.concern;

import java.util.List;
import org.minqing.command.platform.StepList.Step;
import org.minqing.events.Corrects;
import org.minqing.events.Voids;
import org.minqing.events.concern.ConcernEvent;
import org.minqing.events.concern.ConcernEvent.ConcernAccepted;
import org.minqing.events.concern.ConcernEvent.ConcernAssigned;
import org.minqing.events.concern.ConcernEvent.ConcernEscalated;
import org.minqing.events.concern.ConcernEvent.ConcernProgressed;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.concern.ConcernEvent.ConcernRejected;
import org.minqing.events.concern.ConcernEvent.ConcernReopened;
import org.minqing.events.concern.ConcernEvent.ConcernResolved;
import org.minqing.events.concern.ConcernEvent.ResolutionConfirmed;

/** How far a concern has come. */
enum Phase {
    /** Never raised, or voided. */
    NONE,
    RAISED,
    ACCEPTED,
    ASSIGNED,
    RESOLVED,
    REJECTED,
    CONFIRMED;

    static Phase of(List<Step<ConcernEvent>> steps) {
        Phase phase = NONE;
        boolean assigned = false;
        for (Step<ConcernEvent> step : steps) {
            assigned |= step.event() instanceof ConcernAssigned;
            phase = phase.after(step.event(), assigned);
        }
        return phase;
    }

    /** Somebody waits for an answer. */
    boolean open() {
        return this == RAISED || this == ACCEPTED || this == ASSIGNED;
    }

    private Phase after(ConcernEvent step, boolean assigned) {
        return switch (step) {
            case ConcernRaised e -> RAISED;
            case ConcernAccepted e -> ACCEPTED;
            case ConcernAssigned e -> ASSIGNED;
            case ConcernResolved e -> RESOLVED;
            case ConcernRejected e -> REJECTED;
            case ResolutionConfirmed e -> CONFIRMED;
            case ConcernReopened e -> assigned ? ASSIGNED : ACCEPTED;
            case ConcernProgressed e -> this;
            case ConcernEscalated e -> this;
            case Voids<?> e -> this;
            case Corrects<?> e -> this;
        };
    }
}
