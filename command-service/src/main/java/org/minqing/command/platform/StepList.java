package org.minqing.command.platform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrects;
import org.minqing.events.DomainEvent;
import org.minqing.events.Voids;

/**
 * What stands of a process: its steps in the order in which they were entered, as they were last corrected, voided ones
 * left out. Takes every event of the stream.
 *
 * @param <E> the stream's family
 */
public final class StepList<E extends DomainEvent> {
    private final List<Step<E>> steps = new ArrayList<>();
    private final Set<UUID> voided = new HashSet<>();

    /** @param id of the event that made the step, however often it was corrected since */
    public record Step<E>(UUID id, E event) {}

    public void take(UUID id, E event) {
        switch (event) {
            case Voids<?> v -> {
                steps.removeIf(step -> step.id().equals(v.target()));
                voided.add(v.target());
            }
            case Corrects<?> c ->
                steps.replaceAll(step -> step.id().equals(c.target()) ? new Step<>(step.id(), amended(c, step)) : step);
            default -> steps.add(new Step<>(id, event));
        }
    }

    @SuppressWarnings("unchecked")
    private E amended(Corrects<?> correction, Step<E> step) {
        return (E) correction.after();
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** In the order in which they were entered. */
    public List<Step<E>> all() {
        return List.copyOf(steps);
    }

    /** The last of a sort. */
    public <S extends E> Optional<Step<S>> last(Class<S> sort) {
        return steps.stream()
                .filter(step -> sort.isInstance(step.event()))
                .map(step -> new Step<>(step.id(), sort.cast(step.event())))
                .reduce((earlier, later) -> later);
    }

    /** 409 {@code out-of-order}: a step's day never lies before that of a step that stands. */
    public void notBefore(LocalDate day) {
        steps.stream()
                .map(step -> step.event().occurredOn())
                .max(LocalDate::compareTo)
                .filter(day::isBefore)
                .ifPresent(last -> {
                    throw Refusal.outOfOrder(last);
                });
    }

    /**
     * What is voided with a step: it and all that stand after it, the last first, so that no step ever stands on one that
     * never was. Nothing where that was done already; 404 {@code <kind>-step-not-found} where there is no such step, 422
     * for a day other than its own.
     *
     * @param kind the stream's type
     * @param stepId null: everything
     */
    public List<Step<E>> undone(
            Situation situation, String kind, @Nullable UUID stepId, @Nullable LocalDate occurredOn) {
        if (steps.isEmpty() || stepId != null && voided.contains(stepId)) {
            return List.of();
        }
        int from = 0;
        while (stepId != null && from < steps.size() && !steps.get(from).id().equals(stepId)) {
            from++;
        }
        if (from == steps.size()) {
            throw Refusal.notFound(kind + "Step", stepId);
        }
        situation.dayOf(steps.get(from).event().occurredOn(), occurredOn);
        return List.copyOf(steps.subList(from, steps.size())).reversed();
    }
}
