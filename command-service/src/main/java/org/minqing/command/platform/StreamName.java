package org.minqing.command.platform;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Axon's aggregate identifier is the whole stream name, {@code LinkPoint-<id>}; it is put together here alone. */
final class StreamName {
    private StreamName() {}

    static String of(String type, Object id) {
        return type + "-" + id;
    }

    /** {@code LinkPoint} of {@code LinkPoint-<id>}. */
    static String type(String stream) {
        return stream.substring(0, stream.indexOf('-'));
    }

    /** {@code <id>} of {@code LinkPoint-<id>}. */
    static String id(String stream) {
        return stream.substring(stream.indexOf('-') + 1);
    }

    /** Whose data a stream is that says nothing else: {@code linkpoint:<id>}. */
    static String subject(String type, String id) {
        return type.toLowerCase(Locale.ROOT) + ":" + id;
    }

    /** {@code LinkPoint} gives {@code linkPointId}: how a command names its target. */
    static String idField(String type) {
        return Character.toLowerCase(type.charAt(0)) + type.substring(1) + "Id";
    }

    /** The stream a command goes to: determined, given, or made. */
    static String target(Object command, String type, boolean creating, DecisionContext situation) {
        String field = idField(type);
        Object given = value(command, field);
        if (command instanceof DeterminedStream determined) {
            if (given != null) {
                throw Refusal.invalid("/" + field, "determined");
            }
            return of(type, determined.streamId(situation));
        }
        if (given == null) {
            if (!creating) {
                throw Refusal.invalid("/" + field, "required");
            }
            return of(type, situation.madeId());
        }
        if (given instanceof String code && isDivisionCode(command, field)) {
            return of(
                    type,
                    situation
                            .gazetteer()
                            .place(code)
                            .map(Gazetteer.Place::id)
                            .orElseGet(() -> situation.gazetteer().divisionId(code, situation.today())));
        }
        return of(type, given);
    }

    static @Nullable Object value(@Nullable Object command, String field) {
        return command == null
                ? null
                : component(command.getClass(), field)
                        .map(c -> {
                            try {
                                c.getAccessor().setAccessible(true);
                                return c.getAccessor().invoke(command);
                            } catch (ReflectiveOperationException e) {
                                throw new IllegalStateException(e);
                            }
                        })
                        .orElse(null);
    }

    private static boolean isDivisionCode(Object command, String field) {
        return component(command.getClass(), field)
                .map(c -> c.isAnnotationPresent(DivisionCode.class))
                .orElse(false);
    }

    private static Optional<RecordComponent> component(Class<?> command, String field) {
        return Arrays.stream(command.getRecordComponents())
                .filter(c -> c.getName().equals(field))
                .findFirst();
    }
}
