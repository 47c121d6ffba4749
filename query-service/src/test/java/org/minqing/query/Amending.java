package org.minqing.query;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrected;
import org.minqing.events.Corrects;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.Voids;

/** The event of an event's own family that voids it, or corrects it, as its aggregate would give it. */
public final class Amending {
    private Amending() {}

    public static DomainEvent voiding(DomainEvent before, UUID target, Sealed reason) {
        return before.of() == null
                ? made(Voids.class, before, null, target, reason)
                : new Voided<>(target, before, reason, null);
    }

    public static DomainEvent correcting(DomainEvent before, DomainEvent after, UUID target, Sealed reason) {
        return before.of() == null
                ? made(Corrects.class, before, after, target, reason)
                : new Corrected<>(target, before, after, reason, null);
    }

    private static DomainEvent made(
            Class<?> how, DomainEvent before, @Nullable DomainEvent after, UUID target, Sealed reason) {
        Class<?> type = Arrays.stream(before.getClass().getInterfaces()[0].getPermittedSubclasses())
                .filter(how::isAssignableFrom)
                .filter(each -> component(each, "before").getType() == before.getClass())
                .findFirst()
                .orElseThrow(() -> new AssertionError(how.getSimpleName() + " nothing of " + before.getClass()));
        RecordComponent[] components = type.getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = switch (components[i].getName()) {
                    case "target" -> target;
                    case "before" -> before;
                    case "after" -> after;
                    case "reason" -> reason;
                    case "reasonCode" -> null;
                    default ->
                        component(before.getClass(), components[i].getName())
                                .getAccessor()
                                .invoke(before);
                };
            }
            return (DomainEvent) type.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static RecordComponent component(Class<?> record, String name) {
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(record + " has no " + name));
    }
}
