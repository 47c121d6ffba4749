package org.minqing.query.platform.register;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.view.Task;

/**
 * A task that is told from one day to another (excluded; null: for ever), known from one position to another (excluded; null: still).
 *
 * @param keptBy the organisation whose entity it follows from, by which it is seen; whose task it is may be another
 */
public record TaskRectangle(
        Task task,
        @Nullable UUID keptBy,
        LocalDate from,
        @Nullable LocalDate to,
        long knownFrom,
        @Nullable Long knownTo) {

    /** Those that follow from an entity's state in a rectangle, each while it is told. */
    public static List<TaskRectangle> of(Rectangle r) {
        return r.tile().tasks().stream()
                .filter(task -> task.monthly() || !task.tooLate(r.from()))
                .map(task -> new TaskRectangle(
                        task,
                        r.tile().dimensions().organisation(),
                        task.from() == null || task.from().isBefore(r.from()) ? r.from() : task.from(),
                        r.to(),
                        r.knownFrom(),
                        r.knownTo()))
                .filter(each -> each.to == null || each.from.isBefore(each.to))
                .toList();
    }

    TaskRectangle knownUntil(long position) {
        return new TaskRectangle(task, keptBy, from, to, knownFrom, position);
    }

    TaskRectangle between(LocalDate first, @Nullable LocalDate end) {
        return new TaskRectangle(task, keptBy, first, end, knownFrom, knownTo);
    }
}
