package org.minqing.query.platform.register;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minqing.query.platform.view.Circumstances;
import org.minqing.query.platform.view.Circumstances.Contribution;
import org.minqing.query.platform.view.Circumstances.State;
import org.minqing.query.platform.view.Retelling;
import org.minqing.query.platform.view.Task;

/** The tasks of one subject as they were told at each position at which anything about it changed. */
public final class ToldTasks {
    private final Retelling retelling;
    private final Circumstances circumstances;
    private final TaskStory story = new TaskStory(List.of());

    private ToldTasks(Retelling retelling, Circumstances circumstances) {
        this.retelling = retelling;
        this.circumstances = circumstances;
    }

    /** All there ever were. */
    public static List<TaskRectangle> of(Retelling retelling, Circumstances circumstances) {
        ToldTasks tasks = new ToldTasks(retelling, circumstances);
        tasks.changes().forEach(tasks::tell);
        return tasks.story.added();
    }

    /** From which day on something changed, by position. */
    private SortedMap<Long, LocalDate> changes() {
        SortedMap<Long, LocalDate> changes = new TreeMap<>();
        for (State state : circumstances.states()) {
            changed(changes, state.knownFrom(), state.from());
            if (state.knownTo() != null) {
                changed(changes, state.knownTo(), state.from());
            }
        }
        for (List<Contribution> together : circumstances.facts()) {
            together.forEach(fact -> changed(changes, fact.position(), fact.validOn()));
        }
        return changes;
    }

    private static void changed(SortedMap<Long, LocalDate> changes, long position, LocalDate day) {
        changes.merge(position, day, (one, other) -> one.isBefore(other) ? one : other);
    }

    private void tell(long position, LocalDate first) {
        SortedMap<LocalDate, List<Task>> told = new TreeMap<>();
        told(told, first, position);
        for (State state : circumstances.states()) {
            if (state.known(position)) {
                toldLater(told, state.from(), position);
                if (state.to() != null) {
                    toldLater(told, state.to(), position);
                }
            }
        }
        for (List<Contribution> together : circumstances.facts()) {
            for (Contribution fact : together) {
                if (fact.position() <= position) {
                    toldLater(told, fact.validOn(), position);
                }
            }
        }
        story.tell(position, told);
    }

    private void toldLater(SortedMap<LocalDate, List<Task>> told, LocalDate day, long position) {
        if (day.isAfter(told.firstKey())) {
            told(told, day, position);
        }
    }

    private void told(SortedMap<LocalDate, List<Task>> told, LocalDate day, long position) {
        told.computeIfAbsent(day, on -> retelling.told().on(circumstances, on, position));
    }
}
