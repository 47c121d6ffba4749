package org.minqing.log;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Metadata split into what an actor's commands have in common and what differs, without loss of a byte. Holes are marked
 * by control characters, which JSON text never contains; the migration of table {@code log.frame} lists them.
 *
 * @param frame metadata with holes
 * @param parts what fills the holes but the command id, in order
 */
record MetadataFrame(String frame, byte[] parts) {
    private static final char COMMAND = 1;
    private static final char UUID_HOLE = 2;
    private static final char TRACE_HOLE = 3;
    private static final char VERBATIM = 4;
    private static final Pattern IS_UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern IS_TRACE = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final HexFormat HEX = HexFormat.of();

    static MetadataFrame split(byte[] bytes, Map<String, String> metadata, @Nullable UUID commandId) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        var parts = new ByteArrayOutputStream();
        // an authority comes from the world, one for each document: frames must stay few
        boolean regular = !metadata.containsKey("authority");
        for (String key : new String[] {"commandId", "causationId", "correlationId", "traceparent"}) {
            String value = metadata.get(key);
            if (value == null || !regular) {
                continue;
            }
            char hole = 0;
            if (commandId != null && value.equals(commandId.toString())) {
                hole = COMMAND;
            } else if (IS_UUID.matcher(value).matches()) {
                hole = UUID_HOLE;
                UUID id = UUID.fromString(value);
                parts.writeBytes(ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
            } else if (IS_TRACE.matcher(value).matches()) {
                hole = TRACE_HOLE;
                parts.writeBytes(HEX.parseHex(value.replace("-", "")));
            } else {
                regular = false;
            }
            text = text.replace("\"" + key + "\":\"" + value + "\"", "\"" + key + "\":\"" + hole + "\"");
        }
        return regular && text.length() <= 1000
                ? new MetadataFrame(text, parts.toByteArray())
                : new MetadataFrame(String.valueOf(VERBATIM), bytes);
    }

    byte[] join(@Nullable UUID commandId) {
        var joined = new StringBuilder(frame.length() + 120);
        ByteBuffer rest = ByteBuffer.wrap(parts);
        for (int i = 0; i < frame.length(); i++) {
            char c = frame.charAt(i);
            switch (c) {
                case COMMAND -> joined.append(commandId);
                case UUID_HOLE -> joined.append(new UUID(rest.getLong(), rest.getLong()));
                case TRACE_HOLE -> {
                    byte[] trace = new byte[26];
                    rest.get(trace);
                    String hex = HEX.formatHex(trace);
                    joined.append(hex, 0, 2).append('-').append(hex, 2, 34).append('-');
                    joined.append(hex, 34, 50).append('-').append(hex, 50, 52);
                }
                case VERBATIM -> {
                    return parts;
                }
                default -> joined.append(c);
            }
        }
        return joined.toString().getBytes(StandardCharsets.UTF_8);
    }
}
