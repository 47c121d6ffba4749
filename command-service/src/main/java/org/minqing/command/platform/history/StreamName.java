package org.minqing.command.platform.history;

/** Axon's aggregate identifier is the whole stream name, {@code LinkPoint-<id>}; it is put together here alone. */
public final class StreamName {
    private StreamName() {}

    public static String of(String type, Object id) {
        return type + "-" + id;
    }

    /** {@code LinkPoint} gives {@code linkPointId}: how a command names its target. */
    public static String idField(String type) {
        return Character.toLowerCase(type.charAt(0)) + type.substring(1) + "Id";
    }
}
