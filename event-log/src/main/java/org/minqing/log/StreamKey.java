package org.minqing.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/**
 * A stream's name as the log holds it.
 *
 * @param type what stands before the first hyphen
 * @param key what stands behind it: 16 bytes are a UUID, others are text in UTF-8, and a text of 16 bytes is followed by one
 *     more, 00
 */
record StreamKey(String type, byte[] key) {
    private static final int UUID_BYTES = 16;

    /** @throws IllegalArgumentException if it is not {@code <Type>-<id>} */
    static StreamKey of(String stream) {
        int hyphen = stream.indexOf('-');
        if (hyphen < 1 || hyphen == stream.length() - 1 || stream.indexOf(0) >= 0) {
            throw new IllegalArgumentException("a stream is named <Type>-<id>: " + stream);
        }
        return new StreamKey(stream.substring(0, hyphen), key(stream.substring(hyphen + 1)));
    }

    private static byte[] key(String id) {
        UUID uuid = PackedPayload.uuid(id);
        if (uuid != null) {
            return ByteBuffer.allocate(UUID_BYTES)
                    .putLong(uuid.getMostSignificantBits())
                    .putLong(uuid.getLeastSignificantBits())
                    .array();
        }
        byte[] text = id.getBytes(StandardCharsets.UTF_8);
        return text.length == UUID_BYTES ? Arrays.copyOf(text, UUID_BYTES + 1) : text;
    }

    /** The name. */
    String stream() {
        return type + '-' + id();
    }

    private String id() {
        if (key.length == UUID_BYTES) {
            ByteBuffer bytes = ByteBuffer.wrap(key);
            return new UUID(bytes.getLong(), bytes.getLong()).toString();
        }
        boolean filled = key.length == UUID_BYTES + 1 && key[UUID_BYTES] == 0;
        return new String(key, 0, filled ? UUID_BYTES : key.length, StandardCharsets.UTF_8);
    }
}
