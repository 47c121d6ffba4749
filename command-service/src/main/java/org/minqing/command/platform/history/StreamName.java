package org.minqing.command.platform.history;

import java.util.Locale;

/** Axon's aggregate identifier is the whole stream name, {@code LinkPoint-<id>}; it is put together here alone. */
public final class StreamName {
    private StreamName() {}

    public static String of(String type, Object id) {
        return type + "-" + id;
    }

    /** {@code LinkPoint} of {@code LinkPoint-<id>}. */
    public static String type(String stream) {
        return stream.substring(0, stream.indexOf('-'));
    }

    /** {@code <id>} of {@code LinkPoint-<id>}. */
    public static String id(String stream) {
        return stream.substring(stream.indexOf('-') + 1);
    }

    /** Whose data a stream is that says nothing else: {@code linkpoint:<id>}. */
    public static String subject(String type, String id) {
        return type.toLowerCase(Locale.ROOT) + ":" + id;
    }

    /** {@code LinkPoint} gives {@code linkPointId}: how a command names its target. */
    public static String idField(String type) {
        return Character.toLowerCase(type.charAt(0)) + type.substring(1) + "Id";
    }
}
