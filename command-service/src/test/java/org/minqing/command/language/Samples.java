package org.minqing.command.language;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Ids;
import org.minqing.events.Money;
import org.minqing.events.MoneyUnit;
import org.minqing.events.Sealed;
import org.minqing.log.EventCodec;

/**
 * Makes an example of any event, always the same: what a component holds follows from its name and type. Two kinds: with
 * every component, and with the optional ones left out and lists as short as they say anything.
 */
public final class Samples {
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("divisionId", "530328202"),
            Map.entry("parentId", "530328"),
            Map.entry("villageId", "530328202207"),
            Map.entry("formerVillageId", "530328202208"),
            Map.entry("formerCode", "530328202"),
            Map.entry("code", "530303202"),
            Map.entry("formerRankCode", "141"),
            Map.entry("rankCode", "132"),
            Map.entry("rankCodes", "131"),
            Map.entry("formerBand", "科级及以下"),
            Map.entry("band", "县处级及以上"),
            Map.entry("sex", "2"),
            Map.entry("relation", "10"),
            Map.entry("politicalStatus", "01"),
            Map.entry("taskCode", "T3"),
            Map.entry("earmark", "饮水"),
            Map.entry("unit", "米"),
            Map.entry("month", "2012-03"),
            Map.entry("reasonCode", "DUPLICATE"),
            Map.entry("creditCode", "91350100M000100Y43"),
            Map.entry("type", "Visit"));

    /** Components that came after the event was first written: the bytes of before are still those without them. */
    private static final Set<String> LATER = Set.of(
            "MediationAgreementReached.attachmentId", "QuantityMeasured.attachmentId", "PaidFromFund.attachmentId");

    /** Components that came later still. */
    private static final Set<String> LATEST = Set.of(
            "Withdrawal.twoPersons",
            "PaymentApproved.purpose",
            "PaymentApproved.projectId",
            "ReceiptIssued.donor",
            "ReceiptIssued.items");

    private final boolean whole;
    private final Set<String> left;

    private Samples(boolean whole, Set<String> left) {
        this.whole = whole;
        this.left = left;
    }

    /** With every component that was there from the beginning. */
    public static Samples whole() {
        return new Samples(true, Stream.concat(LATER.stream(), LATEST.stream()).collect(Collectors.toSet()));
    }

    /** With those too that came later. */
    public static Samples later() {
        return new Samples(true, LATEST);
    }

    /** With every component there is. */
    static Samples latest() {
        return new Samples(true, Set.of());
    }

    /** Whether a component of its own came later. */
    static boolean grew(Class<?> record) {
        return has(record, LATER);
    }

    /** Whether a component of its own came later still. */
    static boolean grewAgain(Class<?> record) {
        return has(record, LATEST);
    }

    private static boolean has(Class<?> record, Set<String> names) {
        return Arrays.stream(record.getRecordComponents())
                .anyMatch(component -> in(names, component)
                        || EventCodec.unwrapped(component.getType()) && has(component.getType(), names));
    }

    private static boolean in(Set<String> names, RecordComponent component) {
        return names.contains(component.getDeclaringRecord().getSimpleName() + "." + component.getName());
    }

    /** Without what may be left out. */
    static Samples least() {
        return new Samples(false, Set.of());
    }

    /** Whether the two kinds of example differ in more than values. */
    static boolean leaveSomethingOut(Type type) {
        if (type instanceof ParameterizedType) {
            return true;
        }
        return ((Class<?>) type).isRecord()
                && Arrays.stream(((Class<?>) type).getRecordComponents())
                        .anyMatch(component -> optional(component) || leaveSomethingOut(component.getGenericType()));
    }

    /** Finds every enum that may stand in an event. */
    static void enums(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType of) {
            enums(of.getActualTypeArguments()[0], found);
        } else if (((Class<?>) type).isEnum()) {
            found.add((Class<?>) type);
        } else if (((Class<?>) type).isRecord()) {
            for (RecordComponent component : ((Class<?>) type).getRecordComponents()) {
                enums(component.getGenericType(), found);
            }
        }
    }

    private static boolean optional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    public Object of(Class<?> record) {
        RecordComponent[] components = record.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            types[i] = component.getType();
            values[i] = optional(component) && (!whole || in(left, component))
                    ? null
                    : value(component.getName(), component.getGenericType());
        }
        try {
            var constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no example of " + record.getName(), e);
        }
    }

    private Object value(String name, Type type) {
        if (type instanceof ParameterizedType of && of.getRawType() == List.class) {
            Type element = of.getActualTypeArguments()[0];
            if (whole) {
                return List.of(value(name, element), value(name + "2", element));
            }
            return ((Class<?>) element).isRecord() ? List.of(value(name, element)) : List.of();
        }
        Class<?> simple = (Class<?>) type;
        if (simple == UUID.class) {
            return Ids.named("golden", name);
        } else if (simple == String.class) {
            return TEXTS.getOrDefault(name, "示例" + name);
        } else if (simple == LocalDate.class) {
            return LocalDate.of(2012, 3, name.equals("occurredOn") ? 5 : 6);
        } else if (simple == long.class || simple == Long.class) {
            return 4_000_000_000L + name.length();
        } else if (simple == int.class || simple == Integer.class) {
            return name.length();
        } else if (simple == boolean.class || simple == Boolean.class) {
            return whole;
        } else if (simple == BigDecimal.class) {
            return new BigDecimal("2400.50");
        } else if (simple == Money.class) {
            return new Money("21000.00", whole ? MoneyUnit.万元 : null);
        } else if (simple == Sealed.class) {
            return new Sealed(1, "subject:" + name, "A256GCM", "AAECAwQFBgcICQoL", "b3BhcXVl");
        } else if (simple.isEnum()) {
            Object[] constants = simple.getEnumConstants();
            return constants[whole ? 1 : 0];
        } else if (simple.isRecord()) {
            return of(simple);
        }
        throw new IllegalStateException("events do not hold " + type + ": " + name);
    }
}
