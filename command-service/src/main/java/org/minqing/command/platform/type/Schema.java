package org.minqing.command.platform.type;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.minqing.command.platform.form.CodeOf;
import org.minqing.command.platform.form.Shape;
import org.minqing.events.CodeList;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** JSON Schema 2020-12 of a command, from the very shape its body is checked against. */
public final class Schema {
    private Schema() {}

    public static Map<String, Object> of(CommandType type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:minqing:command:" + type.name());
        schema.put("title", type.name());
        Map<String, Object> object = composite(type.shape(), type);
        schema.putAll(object);
        return schema;
    }

    /** What of a command may be given again when its event is corrected. */
    public static Map<String, Object> ofChanges(CommandType type) {
        Map<String, Object> schema = of(type);
        schema.put("$id", "urn:minqing:changes:" + type.ownEvent());
        schema.put("title", type.ownEvent());
        schema.put("required", List.of());
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            AmendmentType.FIXED.forEach(properties::remove);
            properties.remove(type.idField());
            properties.remove(CommandType.AUTHORITY);
        }
        return schema;
    }

    /** The same where an event may have been made by any of several commands. */
    public static Map<String, Object> ofChanges(List<CommandType> types) {
        if (types.size() == 1) {
            return ofChanges(types.getFirst());
        }
        List<Map<String, Object>> any = new ArrayList<>();
        for (CommandType type : types) {
            Map<String, Object> one = ofChanges(type);
            one.keySet().removeAll(List.of("$schema", "$id"));
            one.put("title", type.name());
            any.add(one);
        }
        Map<String, Object> schema = ofChanges(types.getFirst());
        schema.keySet().retainAll(List.of("$schema", "$id", "title"));
        schema.put("anyOf", any);
        return schema;
    }

    private static Map<String, Object> composite(Shape.Composite shape, CommandType type) {
        boolean root = shape == type.shape();
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Shape.Member member : shape.members()) {
            if (root && type.determined() && member.name().equals(type.idField())) {
                continue;
            }
            Map<String, Object> property = of(member.shape(), type);
            constraints(member.component(), property);
            properties.put(member.name(), property);
            boolean target = root && !type.creating() && member.name().equals(type.idField());
            boolean reason = root && type.reasonRequired() && member.name().equals("reason");
            if (target || reason || required(member)) {
                required.add(member.name());
            }
        }
        if (root && type.name().equals(AmendmentType.CORRECT)) {
            properties.put(AmendmentType.CHANGES, new LinkedHashMap<>(Map.of("type", "object")));
            required.add(AmendmentType.CHANGES);
        }
        if (root) {
            properties.put(
                    CommandType.AUTHORITY,
                    new LinkedHashMap<>(Map.of("type", "string", "maxLength", CommandType.AUTHORITY_MAX)));
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    public static boolean required(Shape.Member member) {
        // Bean Validation's annotations go to a component's accessor, not to the component
        Method accessor = member.component().getAccessor();
        return member.requiredByType()
                || accessor.isAnnotationPresent(NotNull.class)
                || accessor.isAnnotationPresent(NotBlank.class)
                || accessor.isAnnotationPresent(NotEmpty.class);
    }

    private static Map<String, Object> of(Shape shape, CommandType type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        switch (shape) {
            case Shape.Composite composite -> schema.putAll(composite(composite, type));
            case Shape.Many many -> {
                schema.put("type", "array");
                schema.put("items", of(many.element(), type));
                if (many.distinct()) {
                    schema.put("uniqueItems", true);
                }
            }
            case Shape.Truth truth -> schema.put("type", "boolean");
            case Shape.Whole whole -> {
                schema.put("type", "integer");
                schema.put("minimum", whole.min());
                schema.put("maximum", whole.max());
            }
            case Shape.Decimal decimal -> {
                schema.put("type", "number");
                schema.put("multipleOf", new BigDecimal("0.01"));
            }
            case Shape.Yuan yuan -> {
                schema.put("type", List.of("string", "number"));
                schema.put("pattern", "^-?\\d{1,40}(\\.\\d{1,40})?$");
                schema.put("description", "CNY in enteredUnit (元 when left out); must come to whole fen");
            }
            case Shape.Words words -> {
                schema.put("type", "string");
                if (words.sealing() != null) {
                    schema.put("minLength", 1);
                }
                schema.put("maxLength", words.max());
                if (words.codes() != null) {
                    codes(words.codes(), schema);
                }
            }
            case Shape.Value value -> {
                schema.put("type", "string");
                if (value.type() == UUID.class) {
                    schema.put("format", "uuid");
                } else if (value.type() == LocalDate.class) {
                    schema.put("format", "date");
                } else {
                    schema.put("pattern", "^\\d{4}-\\d{2}$");
                }
            }
            case Shape.Choice choice -> schema.put("enum", choice.names());
        }
        return schema;
    }

    private static void codes(CodeList codes, Map<String, Object> schema) {
        schema.put("enum", List.copyOf(codes.titles().keySet()));
        schema.put("description", codes.standard());
    }

    /** Codes of a list's elements, which are not those of the list. */
    @SuppressWarnings("unchecked")
    private static void elementCodes(RecordComponent component, Map<String, Object> schema) {
        if (component.getAnnotatedType() instanceof AnnotatedParameterizedType many
                && schema.get("items") instanceof Map<?, ?> items) {
            CodeOf code = many.getAnnotatedActualTypeArguments()[0].getAnnotation(CodeOf.class);
            if (code != null) {
                codes(code.value().list(), (Map<String, Object>) items);
            }
        }
    }

    private static void constraints(RecordComponent component, Map<String, Object> schema) {
        elementCodes(component, schema);
        boolean array = "array".equals(schema.get("type"));
        on(component, Pattern.class, p -> schema.put("pattern", anchored(p.regexp())));
        on(component, NotBlank.class, n -> {
            schema.put("minLength", 1);
            schema.putIfAbsent("pattern", "\\S");
        });
        on(component, NotEmpty.class, n -> schema.put(array ? "minItems" : "minLength", 1));
        on(component, Size.class, s -> {
            if (s.min() > 0) {
                schema.put(array ? "minItems" : "minLength", s.min());
            }
            if (s.max() < Integer.MAX_VALUE) {
                schema.put(array ? "maxItems" : "maxLength", s.max());
            }
        });
        on(component, Min.class, m -> schema.put("minimum", m.value()));
        on(component, Max.class, m -> schema.put("maximum", m.value()));
        boolean number = "integer".equals(schema.get("type")) || "number".equals(schema.get("type"));
        if (number) {
            on(component, DecimalMin.class, m -> schema.put("minimum", new BigDecimal(m.value())));
            on(component, Positive.class, p -> {
                schema.remove("minimum");
                schema.put("exclusiveMinimum", 0);
            });
            on(component, PositiveOrZero.class, p -> schema.put("minimum", 0));
        }
    }

    private static <A extends Annotation> void on(RecordComponent component, Class<A> type, Consumer<A> then) {
        A annotation = AnnotatedElementUtils.findMergedAnnotation(component.getAccessor(), type);
        if (annotation != null) {
            then.accept(annotation);
        }
    }

    /** Bean Validation matches the whole text, JSON Schema any part of it. */
    private static String anchored(String regexp) {
        return "^(?:" + regexp.replaceFirst("^\\(\\?s\\)", "") + ")$";
    }
}
