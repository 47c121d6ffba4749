package org.minqing.command.platform.form;

import jakarta.validation.constraints.Pattern;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.CodeList;
import org.minqing.events.Sealed;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * The form of a command's JSON, read from its record: what is checked before anything is bound, what is sealed, and what
 * the schema says all come from here.
 */
public sealed interface Shape {
    /** A JSON string that reads as a value of the type. */
    record Value(Class<?> type) implements Shape {}

    /**
     * A text, clear or to be sealed, which may have to be a code.
     *
     * @param free words of people's own that stand in the log in clear
     */
    record Words(
            int max, @Nullable Sealing sealing, @Nullable CodeList codes, boolean free) implements Shape {}

    /** A whole number, bounded as the type is. */
    record Whole(long min, long max) implements Shape {}

    /** A number that fits {@code numeric(18,2)}. */
    record Decimal() implements Shape {}

    /** Money in the unit beside it, as a string or a number; becomes yuan, a string with two decimals. */
    record Yuan() implements Shape {}

    record Truth() implements Shape {}

    /** @param of what is chosen, {@code DonorKind}: under its name stand the words of each */
    record Choice(String of, List<String> names) implements Shape {}

    record Many(Shape element, boolean distinct) implements Shape {}

    record Composite(Class<?> type, List<Member> members) implements Shape {
        public Optional<Member> member(String name) {
            return members.stream().filter(m -> m.name().equals(name)).findFirst();
        }
    }

    record Member(String name, Shape shape, RecordComponent component) {
        public boolean primitive() {
            return component.getType().isPrimitive();
        }

        /** Values of the published language say by their types alone what may be left out. */
        public boolean requiredByType() {
            return primitive()
                    || component.getDeclaringRecord().getPackageName().startsWith("org.minqing.events")
                            && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        }
    }

    /** Under whose key a text is sealed, see {@link Text}. */
    record Sealing(String under, boolean orOwn, String as, boolean ofStream, String findable, boolean citizenNumber) {}

    int DEFAULT_MAX = 200;

    static Composite of(Class<?> type) {
        return new Composite(
                type,
                Arrays.stream(type.getRecordComponents())
                        .map(c -> new Member(c.getName(), of(c.getGenericType(), c), c))
                        .toList());
    }

    private static Shape of(Type generic, RecordComponent component) {
        if (generic instanceof ParameterizedType many
                && many.getRawType() instanceof Class<?> raw
                && Collection.class.isAssignableFrom(raw)) {
            return new Many(of(many.getActualTypeArguments()[0], component), Set.class.isAssignableFrom(raw));
        }
        if (!(generic instanceof Class<?> type)) {
            throw new IllegalStateException("no JSON form for " + component);
        }
        if (type == String.class) {
            return isMoneyAmount(component)
                    ? new Yuan()
                    : new Words(max(component), null, codes(component), free(component));
        }
        if (type == Sealed.class) {
            return new Words(max(component), sealing(component), codes(component), false);
        }
        if (type == UUID.class || type == LocalDate.class || type == YearMonth.class) {
            return new Value(type);
        }
        if (type == int.class || type == Integer.class) {
            return new Whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (type == long.class || type == Long.class) {
            return new Whole(-9_999_999_999_999_999L, 9_999_999_999_999_999L);
        }
        if (type == BigDecimal.class) {
            return new Decimal();
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Truth();
        }
        if (type.isEnum()) {
            return new Choice(
                    type.getSimpleName(),
                    Arrays.stream(type.getEnumConstants())
                            .map(c -> ((Enum<?>) c).name())
                            .toList());
        }
        if (type.isRecord()) {
            return of(type);
        }
        throw new IllegalStateException("no JSON form for " + component);
    }

    private static boolean isMoneyAmount(RecordComponent component) {
        return component.getDeclaringRecord().getName().equals("org.minqing.events.Money")
                && component.getName().equals("amount");
    }

    private static int max(RecordComponent component) {
        Text text = component.getAnnotation(Text.class);
        return text == null ? DEFAULT_MAX : text.max();
    }

    private static @Nullable CodeList codes(RecordComponent component) {
        CodeOf code = component.getAnnotation(CodeOf.class);
        return code == null ? null : code.value().list();
    }

    /** Neither a division's code or id nor anything else with a form of its own: those may have any digits. */
    private static boolean free(RecordComponent component) {
        Pattern form = AnnotatedElementUtils.findMergedAnnotation(component.getAccessor(), Pattern.class);
        return !component.isAnnotationPresent(DivisionCode.class)
                && (form == null || "A word 字".matches(form.regexp()));
    }

    private static Sealing sealing(RecordComponent component) {
        Text text = component.getAnnotation(Text.class);
        if (text == null) {
            throw new IllegalStateException(
                    "sealed, but without @Text: " + component.getDeclaringRecord() + "." + component.getName());
        }
        return new Sealing(
                text.under(),
                text.orOwn(),
                text.as(),
                text.ofStream(),
                text.findable(),
                component.isAnnotationPresent(CitizenNumber.class));
    }
}
