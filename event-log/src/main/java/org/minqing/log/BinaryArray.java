package org.minqing.log;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * One column of a batch in the bytes in which PostgreSQL takes an array. The driver writes arrays of UUIDs as text, and boxes the
 * others.
 */
final class BinaryArray {
    private static final int HEADER = 20;
    private static final int ONE_DIMENSION = 1;
    private static final int NULL = -1;

    private final int type;
    private final int element;
    private ByteBuffer bytes = ByteBuffer.allocate(512).position(HEADER);
    private int count;
    private boolean nulls;

    private BinaryArray(int type, int element) {
        this.type = type;
        this.element = element;
    }

    static BinaryArray ofSmallints() {
        return new BinaryArray(Oid.INT2_ARRAY, Oid.INT2);
    }

    static BinaryArray ofIntegers() {
        return new BinaryArray(Oid.INT4_ARRAY, Oid.INT4);
    }

    static BinaryArray ofBigints() {
        return new BinaryArray(Oid.INT8_ARRAY, Oid.INT8);
    }

    static BinaryArray ofUuids() {
        return new BinaryArray(Oid.UUID_ARRAY, Oid.UUID);
    }

    static BinaryArray ofBytes() {
        return new BinaryArray(Oid.BYTEA_ARRAY, Oid.BYTEA);
    }

    void add(short value) {
        element(Short.BYTES).putShort(value);
    }

    void add(int value) {
        element(Integer.BYTES).putInt(value);
    }

    void add(long value) {
        element(Long.BYTES).putLong(value);
    }

    void add(UUID value) {
        element(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
    }

    void add(byte @Nullable [] value) {
        if (value == null) {
            addNull();
        } else {
            element(value.length).put(value);
        }
    }

    void addNull() {
        nulls = true;
        room(Integer.BYTES).putInt(NULL);
        count++;
    }

    private ByteBuffer element(int length) {
        count++;
        return room(Integer.BYTES + length).putInt(length);
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            int filled = bytes.position();
            byte[] larger = Arrays.copyOf(bytes.array(), Math.max(2 * bytes.capacity(), filled + more));
            bytes = ByteBuffer.wrap(larger).position(filled);
        }
        return bytes;
    }

    PgArray on(BaseConnection connection) throws SQLException {
        int length = count == 0 ? HEADER - 2 * Integer.BYTES : bytes.position();
        byte[] array = Arrays.copyOf(bytes.array(), length);
        ByteBuffer header = ByteBuffer.wrap(array);
        header.putInt(count == 0 ? 0 : ONE_DIMENSION).putInt(nulls ? 1 : 0).putInt(element);
        if (count > 0) {
            header.putInt(count).putInt(1);
        }
        return new PgArray(connection, type, array);
    }
}
