package org.minqing.query.platform.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.Task;
import org.minqing.query.platform.view.Views;

/** The tasks that follow from the states of entities. */
public final class RegisterTasks implements TaskSource {
    private final Views views;
    private final RegisterReader register;

    public RegisterTasks(Views views, RegisterReader register) {
        this.views = views;
        this.register = register;
    }

    @Override
    public Stream<Task> tasks(Sight sight) {
        return views.all().stream()
                .flatMap(view -> view.entities().stream())
                .flatMap(entity -> entity.waiting().stream()
                        .map(status -> sight.of(entity.type(), status))
                        .flatMap(filter -> register.pages(filter)
                                .flatMap(List::stream)
                                .flatMap(item -> of(entity, item, filter.asOf()))));
    }

    /** Whether something about it is overdue on the day; nothing where nothing is ever to be done about such entities. */
    public Optional<Boolean> overdue(String type, Item item, LocalDate asOf) {
        return views.entity(type)
                .filter(entity -> !entity.waiting().isEmpty())
                .map(entity -> of(entity, item, asOf).anyMatch(task -> task.overdue(asOf)));
    }

    private static <S> Stream<Task> of(Entity<?, S> entity, Item item, LocalDate asOf) {
        return item.status() != null && entity.waiting().contains(item.status())
                ? entity.tasks().apply(States.read(entity, item.state()), asOf)
                : Stream.empty();
    }
}
