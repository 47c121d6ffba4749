package org.minqing.command.dispute;

import java.util.Optional;
import org.minqing.command.platform.StepList;
import org.minqing.command.platform.StepList.Step;
import org.minqing.events.Voids;
import org.minqing.events.dispute.DisputeEvent;
import org.minqing.events.dispute.DisputeEvent.CourtDecisionRecorded;
import org.minqing.events.dispute.DisputeEvent.DisputeRegistered;
import org.minqing.events.dispute.DisputeEvent.DisputeResolved;
import org.minqing.events.dispute.DisputeEvent.JudicialConfirmationApplied;
import org.minqing.events.dispute.DisputeEvent.MediationAccepted;
import org.minqing.events.dispute.DisputeEvent.MediationAgreementReached;
import org.minqing.events.dispute.DisputeEvent.MediationFailed;
import org.minqing.events.dispute.DisputeEvent.MediationSessionHeld;
import org.minqing.events.dispute.DisputeEvent.PerformanceRecorded;
import org.minqing.events.dispute.DisputeEvent.ReturnVisitRecorded;

/** What stands of a dispute, and how far that brings it. */
final class Proceedings {
    private final StepList<DisputeEvent> steps = new StepList<>();

    StepList<DisputeEvent> steps() {
        return steps;
    }

    Optional<DisputeRegistered> registered() {
        return last(DisputeRegistered.class);
    }

    /** The last standing step of a sort. */
    <E extends DisputeEvent> Optional<E> last(Class<E> sort) {
        return steps.last(sort).map(Step::event);
    }

    /** Whether this very step is the last one standing. */
    boolean endsWith(DisputeEvent event) {
        return !steps.isEmpty() && steps.all().getLast().event().equals(event);
    }

    /** How far mediation has come. */
    Phase phase() {
        return steps.all().stream()
                .flatMap(step -> phaseAfter(step.event()).stream())
                .reduce(Phase.NONE, (earlier, later) -> later);
    }

    int sessions() {
        return (int) steps.all().stream()
                .filter(step -> step.event() instanceof MediationSessionHeld)
                .count();
    }

    private static Optional<Phase> phaseAfter(DisputeEvent step) {
        return switch (step) {
            case DisputeRegistered e -> Optional.of(Phase.REGISTERED);
            case MediationAccepted e -> Optional.of(Phase.ACCEPTED);
            case MediationSessionHeld e -> Optional.of(Phase.IN_SESSION);
            case MediationAgreementReached e -> Optional.of(Phase.AGREED);
            case MediationFailed e -> Optional.of(Phase.FAILED);
            case DisputeResolved e -> Optional.of(Phase.RESOLVED);
            // what follows an agreement does not move the mediation on
            case PerformanceRecorded e -> Optional.empty();
            case JudicialConfirmationApplied e -> Optional.empty();
            case CourtDecisionRecorded e -> Optional.empty();
            case ReturnVisitRecorded e -> Optional.empty();
            case Voids<?> e -> Optional.empty();
        };
    }
}
