package org.minqing.command.platform.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minqing.command.platform.form.RecordFields;
import org.minqing.command.platform.history.StreamEntry;
import org.minqing.command.platform.history.StreamName;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.DomainEvent;

/**
 * What stands of a process: its steps in the order in which they were entered, each allowed by the table. What an aggregate
 * that is a process is made of: it hands {@link #check}, {@link #on} and {@link #repeats} through.
 *
 * @param <E> the stream's family
 */
public final class Steps<E extends DomainEvent> {
    private final String kind;
    private final Transitions<E> transitions;
    private final List<StreamEntry<E>> taken = new ArrayList<>();

    /** @param kind the stream's type, {@code Rectification} */
    public Steps(String kind, Transitions<E> transitions) {
        this.kind = kind;
        this.transitions = transitions;
    }

    /**
     * 409 {@code already-exists} for a second beginning, {@code <kind>-voided} for a step of what does not stand, the table's
     * code with the day of the step it may not follow, and {@code out-of-order} for a day before that of a step that stands.
     */
    public void check(StreamEntry<E> entry) {
        E event = entry.event();
        if (event.getClass() == transitions.beginning()) {
            if (!taken.isEmpty()) {
                throw Refusal.alreadyExists(
                        kind, String.valueOf(RecordFields.value(begun().of(), StreamName.idField(kind))));
            }
            return;
        }
        requireAllowed(sort(event));
        taken.stream()
                .map(step -> step.event().occurredOn())
                .max(LocalDate::compareTo)
                .filter(event.occurredOn()::isBefore)
                .ifPresent(last -> {
                    throw Refusal.outOfOrder(last);
                });
    }

    /** Whether what stands allows a step of a sort. */
    public boolean allows(Class<? extends E> sort) {
        return !taken.isEmpty() && transitions.row(sort).refusal(stage().getClass()) == null;
    }

    /** Refuses a step of a sort before it is made, where making it asks others: 409 with the table's code. */
    public void requireAllowed(Class<? extends E> sort) {
        String code = transitions.row(sort).refusal(stage().getClass());
        if (code != null) {
            throw Refusal.conflict(code, stage().occurredOn());
        }
    }

    public void on(StreamEntry<E> entry) {
        taken.add(entry);
    }

    /** Whether it is one that is taken once and was, or one that may be taken and is the very step taken last. */
    public boolean repeats(E event) {
        if (taken.isEmpty() || event.getClass() == transitions.beginning()) {
            return false;
        }
        Transitions.Row<E> row = transitions.row(event.getClass());
        Class<?> stage = stage().getClass();
        return row.once() && stage == event.getClass() && !event.occurredOn().isBefore(stage().occurredOn())
                || row.refusal(stage) == null && taken.getLast().event().equals(event);
    }

    public boolean isEmpty() {
        return taken.isEmpty();
    }

    /** What it began with; 409 {@code <kind>-voided} where that does not stand. */
    public E begun() {
        return taken.stream().findFirst().orElseThrow(this::voided).event();
    }

    /** The step taken last, those beside the process left out; 409 {@code <kind>-voided} where there is none. */
    public E stage() {
        return taken.stream()
                .map(StreamEntry::event)
                .filter(event -> !transitions.row(event.getClass()).beside())
                .reduce((earlier, later) -> later)
                .orElseThrow(this::voided);
    }

    @SuppressWarnings("unchecked")
    private Class<? extends E> sort(E event) {
        return (Class<? extends E>) event.getClass();
    }

    private Refusal voided() {
        return Refusal.conflict(Refusal.hyphenated(kind) + "-voided");
    }

    /** The last step of a sort that stands. */
    public <S extends E> Optional<S> last(Class<S> sort) {
        return all(sort).stream().reduce((earlier, later) -> later).map(StreamEntry::event);
    }

    /** The steps of a sort that stand, in the order in which they were entered. */
    public <S extends E> List<StreamEntry<S>> all(Class<S> sort) {
        return taken.stream()
                .filter(step -> sort.isInstance(step.event()))
                .map(step -> new StreamEntry<>(step.id(), sort.cast(step.event()), step.actor()))
                .toList();
    }
}
