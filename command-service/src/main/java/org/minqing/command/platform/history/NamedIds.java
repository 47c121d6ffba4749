package org.minqing.command.platform.history;

import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Source;
import org.minqing.events.attachment.AttachedTo;

/**
 * The ids an event names, its own and its stream's among them: every UUID in it, every text called {@code ..Id}, and where it
 * came up ({@link Source}), or what a file was attached to.
 */
public final class NamedIds {
    private static final Map<Class<?>, List<RecordComponent>> COMPONENTS = new ConcurrentHashMap<>();

    private NamedIds() {}

    /** @param said an event, or a record inside one */
    public static Set<String> in(Object said) {
        Set<String> ids = new HashSet<>();
        collect("", said, ids);
        return ids;
    }

    private static void collect(String name, @Nullable Object value, Set<String> ids) {
        switch (value) {
            case UUID id -> ids.add(id.toString());
            case String text when name.endsWith("Id") -> ids.add(text);
            case Source source -> ids.add(source.id());
            case AttachedTo file -> ids.add(file.id().toString());
            case List<?> several -> several.forEach(each -> collect(name, each, ids));
            case Record record ->
                COMPONENTS
                        .computeIfAbsent(record.getClass(), type -> List.of(type.getRecordComponents()))
                        .forEach(component -> collect(component.getName(), value(component, record), ids));
            case null, default -> {}
        }
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
