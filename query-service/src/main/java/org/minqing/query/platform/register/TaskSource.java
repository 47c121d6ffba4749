package org.minqing.query.platform.register;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.Task;

/**
 * Knows of tasks. Where they follow from the state of one entity alone, {@link Entity#tasks} is enough; a feature whose tasks
 * follow from several gives a bean of this type.
 */
@FunctionalInterface
public interface TaskSource {
    /** What the asker may see and asks for, as of a day, as known at a position. */
    @FunctionalInterface
    interface Sight {
        /** Entities of a type in sight, of one status or of any. */
        Filter of(String type, @Nullable String status);
    }

    /** Called within the snapshot of a question. */
    Stream<Task> tasks(Sight sight);
}
