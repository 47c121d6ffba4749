package org.minqing.query.platform.register;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.Task;
import org.minqing.query.platform.view.Views;

/** The tasks that follow from the state of one entity, worked out over all of them each time they are asked for. */
public final class MemoryTasks extends TaskReader {
    private final Views views;
    private final MemoryRegister register;

    @SuppressWarnings("NullAway") // there is no database to ask
    public MemoryTasks(Views views, MemoryRegister register) {
        super(null);
        this.views = views;
        this.register = register;
    }

    @Override
    public List<Task> list(Sight sight, String after, int limit) {
        LocalDate asOf = sight.asOf();
        return views.all().stream()
                .flatMap(view -> view.entities().stream())
                .flatMap(entity -> tasks(entity, sight))
                .flatMap(task -> task.on(asOf))
                .filter(task -> !sight.overdue() || task.overdue(asOf))
                .filter(task -> task.place().compareTo(after) > 0)
                .sorted(Comparator.comparing(Task::place))
                .limit(limit)
                .toList();
    }

    private <S> Stream<Task> tasks(Entity<?, S> entity, Sight sight) {
        return register.of(entity.type())
                .filter(r -> MemoryRegister.valid(r, sight.asOf()) && MemoryRegister.known(r, sight.knownAt()))
                .filter(r -> !r.tile().voided())
                .filter(r -> entity.waiting()
                        .contains(String.valueOf(r.tile().dimensions().status())))
                .filter(r -> seen(r.tile().dimensions(), sight))
                .flatMap(r -> entity.tasks().apply(States.read(entity, r.tile().state())))
                .filter(task -> task.of().cadres().containsAll(sight.cadres()))
                .filter(task -> is(sight.organisation(), task.of().organisation()));
    }

    private static boolean seen(Dimensions of, Sight sight) {
        return (of.division() == null || of.division().startsWith(sight.scope()))
                && (of.organisation() == null || is(sight.scopeOrganisation(), of.organisation()))
                && (sight.division() == null
                        || (of.division() != null && of.division().startsWith(sight.division())))
                && (of.programme() == null || is(sight.programme(), of.programme()))
                && is(sight.household(), of.household())
                && (sight.kind() == null || of.kinds().contains(sight.kind()));
    }

    private static boolean is(@Nullable UUID wanted, @Nullable UUID value) {
        return wanted == null || wanted.equals(value);
    }
}
