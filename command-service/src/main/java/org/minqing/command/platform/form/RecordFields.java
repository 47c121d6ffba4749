package org.minqing.command.platform.form;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a record has in a component of a name. What a class consists of is asked of the machine once. */
public final class RecordFields {
    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            List<RecordComponent> components = List.of(type.getRecordComponents());
            components.forEach(component -> component.getAccessor().setAccessible(true));
            return components;
        }
    };

    private RecordFields() {}

    /** In the order of the declaration. */
    public static List<RecordComponent> components(Class<?> record) {
        return COMPONENTS.get(record);
    }

    /** Null where the record or the component is not there. */
    public static @Nullable Object value(@Nullable Object record, String name) {
        return record == null
                ? null
                : component(record.getClass(), name)
                        .map(component -> value(record, component))
                        .orElse(null);
    }

    /** @param component one of {@link #components} */
    public static @Nullable Object value(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    public static Optional<RecordComponent> component(Class<?> record, String name) {
        return components(record).stream()
                .filter(component -> component.getName().equals(name))
                .findFirst();
    }
}
