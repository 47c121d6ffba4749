package org.minqing.command.platform.form;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a record has in a component of a name. */
public final class RecordFields {
    private RecordFields() {}

    /** Null where the record or the component is not there. */
    public static @Nullable Object value(@Nullable Object record, String name) {
        return record == null
                ? null
                : component(record.getClass(), name)
                        .map(component -> value(record, component))
                        .orElse(null);
    }

    public static @Nullable Object value(Object record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    public static Optional<RecordComponent> component(Class<?> record, String name) {
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst();
    }
}
