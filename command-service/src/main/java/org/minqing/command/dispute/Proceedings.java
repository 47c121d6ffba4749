package org.minqing.command.dispute;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

/** What stands of a dispute: its steps in the order in which they were entered, voided ones left out. */
final class Proceedings {
    private final List<Step> steps = new ArrayList<>();
    private final Set<UUID> voided = new HashSet<>();

    record Step(UUID id, DisputeEvent event) {}

    void enter(UUID id, DisputeEvent event) {
        steps.add(new Step(id, event));
    }

    void leaveOut(UUID id) {
        steps.removeIf(step -> step.id().equals(id));
        voided.add(id);
    }

    boolean isVoided(UUID id) {
        return voided.contains(id);
    }

    Optional<DisputeRegistered> registered() {
        return last(DisputeRegistered.class);
    }

    /** The last standing step of a sort. */
    <E extends DisputeEvent> Optional<E> last(Class<E> sort) {
        return steps.stream()
                .map(Step::event)
                .filter(sort::isInstance)
                .map(sort::cast)
                .reduce((earlier, later) -> later);
    }

    /** Whether this very step is the last one standing. */
    boolean endsWith(DisputeEvent event) {
        return !steps.isEmpty() && steps.getLast().event().equals(event);
    }

    /** How far mediation has come. */
    Phase phase() {
        return steps.stream()
                .flatMap(step -> phaseAfter(step.event()).stream())
                .reduce(Phase.NONE, (earlier, later) -> later);
    }

    int sessions() {
        return (int) steps.stream()
                .filter(step -> step.event() instanceof MediationSessionHeld)
                .count();
    }

    /** The latest day of any standing step. */
    Optional<LocalDate> lastDay() {
        return steps.stream().map(step -> step.event().occurredOn()).max(LocalDate::compareTo);
    }

    /** A step and all that stand after it, the last first; nothing if it does not stand. */
    List<Step> backTo(UUID id) {
        List<Step> back = new ArrayList<>();
        for (Step step : steps.reversed()) {
            back.add(step);
            if (step.id().equals(id)) {
                return back;
            }
        }
        return List.of();
    }

    List<Step> backToTheBeginning() {
        return steps.isEmpty() ? List.of() : backTo(steps.getFirst().id());
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
