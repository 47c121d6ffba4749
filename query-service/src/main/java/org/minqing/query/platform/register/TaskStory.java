package org.minqing.query.platform.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.view.Task;

/**
 * What there is to be done about one subject, told anew from a day on at each position at which that changes. Rectangles that are no
 * longer true are closed at the position, and others opened from it on.
 */
public final class TaskStory {
    /** Those that stand, as known last. */
    private final List<TaskRectangle> open;

    private final List<TaskRectangle> stood;
    private final List<TaskRectangle> closed = new ArrayList<>();

    /** @param open what is written of it and stands */
    public TaskStory(List<TaskRectangle> open) {
        this.open = new ArrayList<>(open);
        this.stood = List.copyOf(open);
    }

    /**
     * What is to be done from a day on as known from a position on.
     *
     * @param told by day, the first and every other on which it changes
     */
    public void tell(long position, SortedMap<LocalDate, List<Task>> told) {
        LocalDate day = told.firstKey();
        List<TaskRectangle> old = open.stream()
                .filter(r -> r.to() == null || !r.to().isBefore(day))
                .toList();
        List<TaskRectangle> next = new ArrayList<>();
        for (TaskRectangle before : old) {
            if (before.from().isBefore(day)) {
                next.add(before.between(before.from(), day));
            }
        }
        List<Map.Entry<LocalDate, List<Task>>> moments = List.copyOf(told.entrySet());
        for (int i = 0; i < moments.size(); i++) {
            LocalDate end = i + 1 < moments.size() ? moments.get(i + 1).getKey() : null;
            for (Task task : moments.get(i).getValue()) {
                add(task, moments.get(i).getKey(), end, position, next);
            }
        }
        replace(old, next, position);
    }

    private static void add(
            Task task, LocalDate day, @Nullable LocalDate end, long position, List<TaskRectangle> next) {
        LocalDate from = task.from() == null || task.from().isBefore(day) ? day : task.from();
        if (end != null && !from.isBefore(end)) {
            return;
        }
        for (int i = next.size() - 1; i >= 0; i--) {
            TaskRectangle before = next.get(i);
            if (before.task().equals(task) && from.equals(before.to())) {
                next.set(i, before.between(before.from(), end));
                return;
            }
        }
        next.add(new TaskRectangle(task, task.of().organisation(), from, end, position, null));
    }

    private void replace(List<TaskRectangle> old, List<TaskRectangle> next, long position) {
        List<TaskRectangle> left = new ArrayList<>(next);
        for (TaskRectangle before : old) {
            if (!left.removeIf(each -> same(each, before))) {
                open.remove(before);
                closed.add(before.knownUntil(position));
            }
        }
        for (TaskRectangle each : left) {
            open.add(new TaskRectangle(each.task(), each.keptBy(), each.from(), each.to(), position, null));
        }
    }

    private static boolean same(TaskRectangle one, TaskRectangle other) {
        return one.task().equals(other.task())
                && one.from().equals(other.from())
                && Objects.equals(one.to(), other.to());
    }

    /** Rows that are new, those opened and closed in one go among them. */
    public List<TaskRectangle> added() {
        List<TaskRectangle> added = new ArrayList<>(open);
        added.removeAll(stood);
        closed.stream().filter(each -> !stands(each)).forEach(added::add);
        return added;
    }

    /** Rows that stand, and how they end. */
    public List<TaskRectangle> closed() {
        return closed.stream().filter(this::stands).toList();
    }

    private boolean stands(TaskRectangle each) {
        return stood.contains(
                new TaskRectangle(each.task(), each.keptBy(), each.from(), each.to(), each.knownFrom(), null));
    }
}
