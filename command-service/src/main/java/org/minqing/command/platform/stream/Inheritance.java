package org.minqing.command.platform.stream;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.history.NamedIds;
import org.minqing.events.DomainEvent;
import org.minqing.log.EventCodec;

/**
 * What later events of a stream took over whole from one that says something else now: the header it began with, and the
 * record of an entity, which has the id of the event that made it. Of an entity that is of somebody else now nothing follows.
 */
final class Inheritance {
    private final Map<Object, Object> otherwise = new HashMap<>();

    /** @param beginning whether the stream began with it, so that its header is that of the stream */
    void changed(UUID id, DomainEvent before, DomainEvent after, boolean beginning) {
        if (before.getClass() == after.getClass()) {
            for (RecordComponent component : before.getClass().getRecordComponents()) {
                Object was = value(component, before);
                Object is = value(component, after);
                if (was != null
                        && is != null
                        && !was.equals(is)
                        && EventCodec.unwrapped(component.getType())
                        && (beginning && was.equals(before.of())
                                || NamedIds.in(was).contains(id.toString())
                                        && NamedIds.in(was).equals(NamedIds.in(is)))) {
                    otherwise.put(was, is);
                }
            }
        }
    }

    /** What an event says that took over what is otherwise now. */
    DomainEvent retold(DomainEvent event) {
        RecordComponent[] components = event.getClass().getRecordComponents();
        @Nullable Object[] said = new Object[components.length];
        boolean retold = false;
        for (int i = 0; i < components.length; i++) {
            Object value = value(components[i], event);
            said[i] = value instanceof Record ? otherwise.getOrDefault(value, value) : value;
            retold |= said[i] != value;
        }
        return retold ? made(event.getClass(), components, said) : event;
    }

    private static @Nullable Object value(RecordComponent component, DomainEvent event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    private static DomainEvent made(
            Class<? extends DomainEvent> type, RecordComponent[] components, @Nullable Object[] said) {
        try {
            return type.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(said);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }
}
