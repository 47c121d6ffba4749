package org.minqing.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Payloads as the log holds them, without loss of a byte: where a string of the JSON is a UUID, 01 and its 16 bytes stand for the
 * string and its quotation marks. JSON text never contains 01.
 */
final class PackedPayload {
    private static final byte HOLE = 1;
    private static final int UUID_CHARS = 36;
    private static final int UUID_BYTES = 16;
    /** Longer strings are texts, sealed or not, and name nothing. */
    private static final int LONGEST_NAME = 40;

    private PackedPayload() {}

    /** @throws IllegalArgumentException if it contains 01, as no JSON does */
    static byte[] pack(byte[] json) {
        byte[] packed = new byte[json.length];
        int to = 0;
        int from = 0;
        while (from < json.length) {
            byte b = json[from];
            if (b == HOLE) {
                throw new IllegalArgumentException("a payload is JSON, which never contains a byte 01");
            }
            if (b != '"') {
                packed[to++] = b;
                from++;
                continue;
            }
            int end = endOfString(json, from);
            if (end - from == UUID_CHARS + 2 && packUuid(json, from + 1, packed, to)) {
                to += 1 + UUID_BYTES;
            } else {
                for (int i = from; i < end; i++) {
                    if (json[i] == HOLE) {
                        throw new IllegalArgumentException("a payload is JSON, which never contains a byte 01");
                    }
                }
                System.arraycopy(json, from, packed, to, end - from);
                to += end - from;
            }
            from = end;
        }
        return Arrays.copyOf(packed, to);
    }

    /** Behind the quotation mark that ends the string which begins here. */
    private static int endOfString(byte[] json, int from) {
        int i = from + 1;
        while (i < json.length && json[i] != '"') {
            i += json[i] == '\\' ? 2 : 1;
        }
        return Math.min(i + 1, json.length);
    }

    /** False, and nothing done, where it is not a UUID as {@link UUID#toString} writes it. */
    private static boolean packUuid(byte[] text, int from, byte[] packed, int to) {
        for (int i = 0; i < UUID_CHARS; i++) {
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            byte b = text[from + i];
            if (hyphen ? b != '-' : hex(b) < 0) {
                return false;
            }
        }
        packed[to] = HOLE;
        int at = to + 1;
        for (int i = 0; i < UUID_CHARS; i += 2) {
            if (text[from + i] == '-') {
                i++;
            }
            packed[at++] = (byte) (hex(text[from + i]) << 4 | hex(text[from + i + 1]));
        }
        return true;
    }

    private static int hex(byte b) {
        return b >= '0' && b <= '9' ? b - '0' : b >= 'a' && b <= 'f' ? b - 'a' + 10 : -1;
    }

    static byte[] unpack(byte[] packed) {
        int holes = 0;
        for (int i = 0; i < packed.length; i++) {
            if (packed[i] == HOLE) {
                holes++;
                i += UUID_BYTES;
            }
        }
        byte[] json = new byte[packed.length + holes * (UUID_CHARS + 2 - 1 - UUID_BYTES)];
        int to = 0;
        for (int from = 0; from < packed.length; from++) {
            if (packed[from] == HOLE) {
                json[to++] = '"';
                for (int i = 0; i < UUID_BYTES; i++) {
                    if (i == 4 || i == 6 || i == 8 || i == 10) {
                        json[to++] = '-';
                    }
                    byte b = packed[++from];
                    json[to++] = (byte) HexFormat.of().toHighHexDigit(b);
                    json[to++] = (byte) HexFormat.of().toLowHexDigit(b);
                }
                json[to++] = '"';
            } else {
                json[to++] = packed[from];
            }
        }
        return json;
    }

    /** A text as it stands in a packed payload that holds it as a value. */
    static byte[] form(String text) {
        return pack(('"' + text + '"').getBytes(StandardCharsets.UTF_8));
    }

    /** Whether {@link #addNames} tells of such a form. */
    static boolean isName(byte[] form) {
        return form.length <= LONGEST_NAME + 2;
    }

    /** Hashes of what a packed payload holds in quotation marks and is not long, but for the key of its own stream. */
    static void addNames(byte[] packed, byte[] ownKey, Set<Integer> names) {
        int from = 0;
        while (from < packed.length) {
            int end = from + 1;
            if (packed[from] == HOLE) {
                end = from + 1 + UUID_BYTES;
                if (!Arrays.equals(packed, from + 1, end, ownKey, 0, ownKey.length)) {
                    names.add(hash(packed, from, end));
                }
            } else if (packed[from] == '"') {
                end = endOfString(packed, from);
                if (end - from <= LONGEST_NAME + 2) {
                    names.add(hash(packed, from, end));
                }
            }
            from = end;
        }
    }

    static int hash(byte[] form) {
        return hash(form, 0, form.length);
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    /** Null where the text is not a UUID as {@link UUID#toString} writes it. */
    static @Nullable UUID uuid(String text) {
        if (text.length() != UUID_CHARS) {
            return null;
        }
        byte[] form = form(text);
        return form.length == 1 + UUID_BYTES
                ? new UUID(
                        ByteBuffer.wrap(form, 1, 8).getLong(),
                        ByteBuffer.wrap(form, 9, 8).getLong())
                : null;
    }
}
