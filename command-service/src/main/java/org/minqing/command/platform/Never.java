package org.minqing.command.platform;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.StepList.Step;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.Voids;

/**
 * Why something never was, and the event that says so. Every event that can be voided has in its family one record
 * {@code implements Voids<ItsOwnType>}; whatever that has beside target, before and reason it has from what is voided.
 */
public record Never(Sealed reason, @Nullable String reasonCode) {
    private static final Map<Class<?>, Class<?>> VOIDS = new ConcurrentHashMap<>();

    /** The void of one step. */
    public <E extends DomainEvent> E of(Step<E> step) {
        Class<?> type = VOIDS.computeIfAbsent(step.event().getClass(), Never::voidOf);
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (components[i].getName()) {
                case "target" -> step.id();
                case "before" -> step.event();
                case "reason" -> reason;
                case "reasonCode" -> reasonCode;
                default -> Rules.read(step.event(), component(step.event().getClass(), components[i].getName()));
            };
        }
        return made(type, components, values);
    }

    @SuppressWarnings("unchecked")
    private static <E> E made(Class<?> type, RecordComponent[] components, @Nullable Object[] values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return (E) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot void by " + type, e);
        }
    }

    private static Class<?> voidOf(Class<?> event) {
        return Arrays.stream(event.getEnclosingClass().getPermittedSubclasses())
                .filter(Voids.class::isAssignableFrom)
                .filter(each -> component(each, "before").getType() == event)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing in its family voids " + event));
    }

    private static RecordComponent component(Class<?> record, String name) {
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(record + " has no " + name));
    }
}
