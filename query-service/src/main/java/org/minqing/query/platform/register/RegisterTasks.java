package org.minqing.query.platform.register;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.Task;
import org.minqing.query.platform.view.Views;

/** The tasks that follow from the state of an entity. */
public final class RegisterTasks {
    private final Views views;

    public RegisterTasks(Views views) {
        this.views = views;
    }

    /** Whether something about it is overdue on the day; nothing where nothing is ever to be done about such entities. */
    public Optional<Boolean> overdue(String type, Item item, LocalDate asOf) {
        return views.entity(type)
                .filter(entity -> !entity.waiting().isEmpty())
                .map(entity -> of(entity, item).flatMap(task -> task.on(asOf)).anyMatch(task -> task.overdue(asOf)));
    }

    private static <S> Stream<Task> of(Entity<?, S> entity, Item item) {
        return item.status() != null && entity.waiting().contains(item.status())
                ? entity.tasks().apply(States.read(entity, item.state()))
                : Stream.empty();
    }
}
