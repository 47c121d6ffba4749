package org.minqing.query.platform.audit;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Source;
import org.minqing.query.platform.view.Subject;

/**
 * The entities an event names: by components such as householdId, toCadreId or cadreIds, also those of the records inside it, and by its {@link Source}. Its
 * programme and organisation are not meant: everything has them.
 */
public final class NamedEntities {
    private final Collection<String> types;
    private final Map<Class<?>, List<Part>> parts = new ConcurrentHashMap<>();

    /** A component that may name somebody, or holds a record that may; type null for the latter. */
    private record Part(RecordComponent component, @Nullable String type) {}

    /** @param types of entities that may be named */
    public NamedEntities(Collection<String> types) {
        this.types = types;
    }

    public Set<Subject> in(DomainEvent event) {
        Set<Subject> found = new LinkedHashSet<>();
        collect((Record) event, event, found);
        return found;
    }

    private void collect(Record record, DomainEvent event, Set<Subject> found) {
        for (Part part : parts.computeIfAbsent(record.getClass(), this::parts)) {
            Object value = value(part.component, record);
            if (value instanceof Source source && types.contains(source.type())) {
                found.add(new Subject(source.type(), source.id()));
            } else if (value instanceof Record inner) {
                collect(inner, event, found);
            } else if (part.type != null && value != null) {
                for (Object id : value instanceof List<?> several ? several : List.of(value)) {
                    if (id instanceof UUID && !id.equals(event.programme()) && !id.equals(event.organisation())) {
                        found.add(new Subject(part.type, id.toString()));
                    }
                }
            }
        }
    }

    private List<Part> parts(Class<?> record) {
        List<Part> found = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            String type = type(component.getName(), types).orElse(null);
            if (type != null || component.getType().isRecord()) {
                found.add(new Part(component, type));
            }
        }
        return found;
    }

    /** The entity a field is about: {@code Cadre} for cadreId, cadreIds, toCadreId; nothing for a field that names none. */
    public static Optional<String> type(String field, Collection<String> types) {
        String stem = field.endsWith("Id")
                ? field.substring(0, field.length() - 2)
                : field.endsWith("Ids") ? field.substring(0, field.length() - 3) : "";
        List<String> fitting = new ArrayList<>();
        for (String type : types) {
            String plain = Character.toLowerCase(type.charAt(0)) + type.substring(1);
            if (stem.equals(plain) || stem.endsWith(type)) {
                fitting.add(type);
            }
        }
        return fitting.stream().max((a, b) -> Integer.compare(a.length(), b.length()));
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
