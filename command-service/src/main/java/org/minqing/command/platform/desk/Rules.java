package org.minqing.command.platform.desk;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Pattern;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.form.DivisionCode;
import org.minqing.command.platform.form.OptionalText;
import org.minqing.command.platform.form.RecordFields;
import org.minqing.command.platform.form.Ref;
import org.minqing.command.platform.history.StreamName;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.refusal.Refusal.FieldError;
import tools.jackson.core.JsonPointer;

/** What the annotations on a command's components say, of the command itself and of the records inside it. */
public final class Rules {
    /** Types of streams that lie in nobody's scope. */
    private static final Set<String> FROM_ABOVE = Set.of("Programme", "Cadre");

    private final Validator validator;

    public Rules(Validator validator) {
        this.validator = validator;
    }

    /** A stream that a field refers to. */
    public record Referred(String pointer, String type, Object id, boolean scoped) {
        String stream() {
            return StreamName.of(type, id);
        }
    }

    /** A division that a field names by a code. */
    record Place(String pointer, String code, boolean scoped) {}

    /** Rules of fields that the command breaks; at most one for each field. */
    public List<FieldError> broken(Object command) {
        Map<String, FieldError> errors = new LinkedHashMap<>();
        walk(
                command,
                JsonPointer.empty(),
                (holder, at) -> validate(holder, at).forEach(error -> errors.putIfAbsent(error.pointer(), error)));
        return List.copyOf(errors.values());
    }

    private List<FieldError> validate(Object holder, JsonPointer at) {
        return validator.validate(holder).stream()
                .map(violation -> error(violation, at))
                .toList();
    }

    private static FieldError error(ConstraintViolation<Object> violation, JsonPointer at) {
        JsonPointer pointer = at;
        for (var node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                pointer = pointer.appendIndex(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer = pointer.appendProperty(node.getName());
            }
        }
        var constraint = violation.getConstraintDescriptor();
        String template = violation.getMessageTemplate();
        if (constraint.getAnnotation() instanceof Pattern form) {
            return new FieldError(pointer.toString(), code(form), arguments(form));
        }
        String code = template.startsWith("{")
                ? code(constraint.getAnnotation().annotationType().getSimpleName(), violation.getInvalidValue())
                : template;
        return new FieldError(pointer.toString(), code, arguments(constraint.getAttributes()));
    }

    /** A form has words of its own, or is one of some words: people are not shown regular expressions. */
    public static String code(Pattern form) {
        return form.message().startsWith("{") ? "not-one-of" : form.message();
    }

    public static List<Object> arguments(Pattern form) {
        return List.of(form.regexp().replace("|", ", "));
    }

    private static String code(String constraint, @Nullable Object value) {
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> value == null ? "required" : OptionalText.CODE;
            default -> Refusal.hyphenated(constraint);
        };
    }

    private static List<Object> arguments(Map<String, Object> attributes) {
        List<Object> arguments = new ArrayList<>();
        for (String name : List.of("min", "max", "value")) {
            Object value = attributes.get(name);
            if (value != null) {
                arguments.add(value);
            }
        }
        return arguments;
    }

    /** A day that lies ahead. */
    public static List<FieldError> ahead(LocalDate day, LocalDate today) {
        return day.isAfter(today) ? List.of(new FieldError("/occurredOn", "in-the-future", List.of(today))) : List.of();
    }

    public static List<Referred> references(Object command) {
        List<Referred> found = new ArrayList<>();
        walk(command, JsonPointer.empty(), (holder, at) -> {
            for (RecordComponent component : RecordFields.components(holder.getClass())) {
                Ref ref = component.getAnnotation(Ref.class);
                if (ref != null) {
                    each(
                            holder,
                            component,
                            at,
                            (id, pointer) -> found.add(new Referred(pointer, ref.value(), id, scoped(ref))));
                }
            }
        });
        return found;
    }

    private static boolean scoped(Ref ref) {
        return ref.scoped() && !FROM_ABOVE.contains(ref.value());
    }

    static List<Place> places(Object command) {
        List<Place> found = new ArrayList<>();
        walk(command, JsonPointer.empty(), (holder, at) -> {
            for (RecordComponent component : RecordFields.components(holder.getClass())) {
                DivisionCode code = component.getAnnotation(DivisionCode.class);
                if (code != null) {
                    each(
                            holder,
                            component,
                            at,
                            (value, pointer) -> found.add(new Place(pointer, value.toString(), code.scoped())));
                }
            }
        });
        return found;
    }

    private interface Visit {
        void at(Object value, JsonPointer pointer);
    }

    private interface Found {
        void value(Object value, String pointer);
    }

    private static void walk(Object holder, JsonPointer at, Visit visit) {
        visit.at(holder, at);
        for (RecordComponent component : RecordFields.components(holder.getClass())) {
            Object value = RecordFields.value(holder, component);
            if (value instanceof Record record && isInput(record)) {
                walk(record, at.appendProperty(component.getName()), visit);
            } else if (value instanceof Collection<?> many && many.stream().anyMatch(Record.class::isInstance)) {
                JsonPointer below = at.appendProperty(component.getName());
                int i = 0;
                for (Object element : many) {
                    if (element instanceof Record record && isInput(record)) {
                        walk(record, below.appendIndex(i), visit);
                    }
                    i++;
                }
            }
        }
    }

    /** Values of the published language have checked themselves. */
    private static boolean isInput(Record record) {
        return !record.getClass().getPackageName().startsWith("org.minqing.events");
    }

    private static void each(Object holder, RecordComponent component, JsonPointer at, Found found) {
        Object value = RecordFields.value(holder, component);
        JsonPointer pointer = at.appendProperty(component.getName());
        if (value instanceof Collection<?> many) {
            int i = 0;
            for (Object element : many) {
                found.value(element, pointer.appendIndex(i++).toString());
            }
        } else if (value != null) {
            found.value(value, pointer.toString());
        }
    }
}
