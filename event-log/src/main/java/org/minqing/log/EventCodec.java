package org.minqing.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;
import tools.jackson.databind.util.NameTransformer;

/**
 * The one way in which events become bytes, for ever: UTF-8 JSON without white space, components in the record's order,
 * nulls left out, days ISO, decimals plain, enums by name. Reading refuses what it does not know.
 */
public final class EventCodec {
    /** Every key metadata may have, in the order in which they are written. */
    public static final List<String> METADATA_KEYS = List.of(
            "commandId",
            "actor",
            "role",
            "organisation",
            "client",
            "authority",
            "causationId",
            "correlationId",
            "traceparent");

    private static final TypeReference<LinkedHashMap<String, String>> METADATA = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder()
            .annotationIntrospector(new FamilyIntrospector())
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL)
                    .withContentInclusion(JsonInclude.Include.ALWAYS))
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withCoercionConfigDefaults(
                    coercion -> coercion.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail))
            .withCoercionConfig(
                    LogicalType.Textual,
                    coercion -> coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();

    /** The exact bytes of an event record. */
    public byte[] encode(Object event) {
        return json.writeValueAsBytes(event);
    }

    /** @throws Unreadable if the bytes are not exactly an event of this class */
    public <T> T decode(byte[] bytes, Class<T> type) {
        return type.cast(decode(bytes, (Type) type));
    }

    /** @throws Unreadable if the bytes are not exactly an event of this type */
    public Object decode(byte[] bytes, Type type) {
        try {
            return readers.computeIfAbsent(type, t -> json.readerFor(json.constructType(t)))
                    .readValue(bytes);
        } catch (JacksonException e) {
            // without Jackson's excerpt of the source: logs carry no personal data
            throw new Unreadable(type.getTypeName() + " cannot be read: " + e.getOriginalMessage());
        }
    }

    /**
     * Whether the components of a record stand in JSON among those of the event it is part of: the headers of a family are
     * declared in it beside its events, and are none.
     */
    public static boolean unwrapped(Class<?> type) {
        Class<?> family = type.getEnclosingClass();
        return type.isRecord()
                && family != null
                && family.isInterface()
                && family.isSealed()
                && family.getSimpleName().endsWith("Event")
                && !family.isAssignableFrom(type);
    }

    /** For others that write what holds a header. */
    public static AnnotationIntrospector introspector() {
        return new FamilyIntrospector();
    }

    private static final class FamilyIntrospector extends JacksonAnnotationIntrospector {
        @Override
        public @Nullable NameTransformer findUnwrappingNameTransformer(MapperConfig<?> config, AnnotatedMember member) {
            return unwrapped(member.getRawType())
                    ? NameTransformer.NOP
                    : super.findUnwrappingNameTransformer(config, member);
        }
    }

    /** The exact bytes of metadata: the keys of {@link #METADATA_KEYS} alone, in their order. */
    public byte[] encodeMetadata(Map<String, String> metadata) {
        var ordered = new LinkedHashMap<String, String>();
        for (String key : METADATA_KEYS) {
            String value = metadata.get(key);
            if (value != null) {
                ordered.put(key, value);
            }
        }
        if (ordered.size() != metadata.size()) {
            var unknown = new LinkedHashMap<>(metadata);
            METADATA_KEYS.forEach(unknown::remove);
            throw new IllegalArgumentException("metadata of an event has no place for " + unknown.keySet());
        }
        return json.writeValueAsBytes(ordered);
    }

    /** Metadata in the order of its bytes. */
    public Map<String, String> decodeMetadata(byte[] bytes) {
        return json.readValue(bytes, METADATA);
    }

    /** Bytes that are no event of their type. */
    public static final class Unreadable extends RuntimeException {
        Unreadable(String message) {
            super(message);
        }
    }
}
