package org.minqing.query.platform.projection;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows for one table, as text for COPY in UTF-8: the way in which both the tail and a rebuild write. Bytes from the beginning, because
 * writing costs a rebuild more than all it works out.
 */
final class Rows {
    private static final int FULL = 1 << 20;
    private static final int LAST_OF_ASCII = 0x7f;
    private static final int LONGEST_NUMBER = 20;
    private static final int LONGEST_CHARACTER = 3;
    private static final int LENGTH_OF_UUID = 36;
    private static final int BITS_OF_A_DIGIT = 4;
    private static final int LAST_DIGIT = 0xf;
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[1 << 12];
    private int length;
    private boolean fresh = true;

    Rows add(@Nullable Object value) {
        if (!fresh) {
            put('\t');
        }
        fresh = false;
        switch (value) {
            case null -> plain("\\N");
            case String text -> text(text);
            case UUID id -> id(id);
            case Long number -> number(number);
            case Integer number -> number(number);
            case BigDecimal number -> plain(number.toPlainString());
            case Boolean bool -> put(bool ? 't' : 'f');
            case Collection<?> values -> text(array(values));
            default -> text(value.toString());
        }
        return this;
    }

    /** {@code [from,to)}; null: without an end. */
    Rows range(Object from, @Nullable Object to) {
        return add("[" + from + "," + (to == null ? "" : to) + ")");
    }

    void end() {
        put('\n');
        fresh = true;
    }

    private static String array(Collection<?> values) {
        if (values.isEmpty()) {
            return "{}";
        }
        StringBuilder array = new StringBuilder("{");
        for (Object value : values) {
            if (array.length() > 1) {
                array.append(',');
            }
            array.append('"')
                    .append(value.toString().replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return array.append('}').toString();
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    private void put(char c) {
        room(1);
        bytes[length++] = (byte) c;
    }

    private void number(long number) {
        room(LONGEST_NUMBER);
        if (number < 0) {
            plain(Long.toString(number));
            return;
        }
        int begin = length;
        long left = number;
        do {
            bytes[length++] = (byte) ('0' + left % 10);
            left /= 10;
        } while (left > 0);
        for (int i = begin, j = length - 1; i < j; i++, j--) {
            byte swapped = bytes[i];
            bytes[i] = bytes[j];
            bytes[j] = swapped;
        }
    }

    private void id(UUID id) {
        room(LENGTH_OF_UUID);
        hex(id.getMostSignificantBits(), 60, 32);
        put('-');
        hex(id.getMostSignificantBits(), 28, 16);
        put('-');
        hex(id.getMostSignificantBits(), 12, 0);
        put('-');
        hex(id.getLeastSignificantBits(), 60, 48);
        put('-');
        hex(id.getLeastSignificantBits(), 44, 0);
    }

    /** Digits from one bit to another, four bits each. */
    private void hex(long bits, int from, int to) {
        for (int shift = from; shift >= to; shift -= BITS_OF_A_DIGIT) {
            bytes[length++] = DIGITS[(int) (bits >>> shift) & LAST_DIGIT];
        }
    }

    /** Of ASCII alone, with nothing to be escaped. */
    private void plain(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
    }

    private void text(String text) {
        room(text.length() * 2);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > LAST_OF_ASCII) {
                beyondAscii(text.substring(i));
                return;
            }
            ascii(c);
        }
    }

    private void ascii(int c) {
        switch (c) {
            case '\\' -> escaped('\\');
            case '\t' -> escaped('t');
            case '\n' -> escaped('n');
            case '\r' -> escaped('r');
            default -> bytes[length++] = (byte) c;
        }
    }

    private void escaped(char c) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) c;
    }

    /** No byte of a longer character is one of ASCII. */
    private void beyondAscii(String text) {
        room(text.length() * LONGEST_CHARACTER);
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            room(2);
            ascii(each);
        }
    }

    /** Whether it is time to write: whatever is to be written, no more than some MiB of it are held. */
    boolean full() {
        return length > FULL;
    }

    /** Begins anew afterwards. */
    void copy(Connection connection, String into) throws SQLException {
        if (length == 0) {
            return;
        }
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + into + " from stdin");
        try {
            copy.writeToCopy(bytes, 0, length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        length = 0;
    }
}
