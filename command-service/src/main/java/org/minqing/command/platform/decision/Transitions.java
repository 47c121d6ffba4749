package org.minqing.command.platform.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;

/**
 * A process as a table: for each kind of step, after which step it may come. The step that was taken last, those beside
 * the process left out, is how far the process has come.
 *
 * <pre>{@code
 * new Transitions<>(MatterRaised.class)
 *         .step(MeasureSet.class).notAfter("already-done", DoneReported.class)
 *         .step(DoneReported.class).once().onlyAfter("without-measure", MeasureSet.class)
 * }</pre>
 *
 * @param <E> the stream's family
 */
public final class Transitions<E extends DomainEvent> {
    private final Class<? extends E> beginning;
    private final Map<Class<? extends E>, Row<E>> rows = new LinkedHashMap<>();

    /** @param beginning the step with which the process begins */
    public Transitions(Class<? extends E> beginning) {
        this.beginning = beginning;
        rows.put(beginning, new Row<>(beginning));
    }

    /** One kind of step. Its conditions are asked in the order in which they are written. */
    public static final class Row<E extends DomainEvent> {
        private final Class<? extends E> step;
        private final List<Condition<E>> conditions = new ArrayList<>();
        private boolean once;
        private boolean beside;

        private Row(Class<? extends E> step) {
            this.step = step;
        }

        public Class<? extends E> step() {
            return step;
        }

        /** Whether taking it where it is the last step is taking it no second time. */
        public boolean once() {
            return once;
        }

        /** Whether the process stands where it stood. */
        public boolean beside() {
            return beside;
        }

        public List<Condition<E>> conditions() {
            return conditions;
        }

        /** The code by which the step is refused after another; null where it may be taken. */
        public @Nullable String refusal(Class<?> after) {
            return conditions.stream()
                    .filter(condition -> condition.steps().contains(after) != condition.only())
                    .map(Condition::code)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** @param only whether the step comes after these alone, or after any but these */
    public record Condition<E extends DomainEvent>(String code, boolean only, Set<Class<? extends E>> steps) {}

    /** Begins the row of a kind of step; what follows is about it. */
    public Rows step(Class<? extends E> step) {
        Row<E> row = new Row<>(step);
        if (rows.put(step, row) != null) {
            throw new IllegalArgumentException("two rows for " + step);
        }
        return new Rows(row);
    }

    /** A row being written. */
    public final class Rows {
        private final Row<E> row;

        private Rows(Row<E> row) {
            this.row = row;
        }

        /** Taken again where it is the last step: nothing. */
        public Rows once() {
            row.once = true;
            return this;
        }

        /** It moves the process nowhere. */
        public Rows beside() {
            row.beside = true;
            return this;
        }

        /** 409 with the code after any of these steps. */
        @SafeVarargs
        public final Rows notAfter(String code, Class<? extends E>... steps) {
            row.conditions.add(new Condition<>(code, false, Set.of(steps)));
            return this;
        }

        /** 409 with the code after any step but these. */
        @SafeVarargs
        public final Rows onlyAfter(String code, Class<? extends E>... steps) {
            row.conditions.add(new Condition<>(code, true, Set.of(steps)));
            return this;
        }

        public Rows step(Class<? extends E> step) {
            return Transitions.this.step(step);
        }

        public Transitions<E> end() {
            return Transitions.this;
        }
    }

    public Class<? extends E> beginning() {
        return beginning;
    }

    /** The rows in the order in which they were written, that of the beginning first. */
    public List<Row<E>> rows() {
        return List.copyOf(rows.values());
    }

    Row<E> row(Class<?> step) {
        Row<E> row = rows.get(step);
        if (row == null) {
            throw new IllegalStateException("no row for " + step);
        }
        return row;
    }
}
