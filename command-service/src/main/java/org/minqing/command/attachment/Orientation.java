package org.minqing.command.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Which way is up, taken alone out of EXIF (CIPA DC-008): all else in there, the place among it, is left out. */
final class Orientation {
    private static final byte[] NAME = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    private Orientation() {}

    /** A segment APP1 with nothing else in it; null where nothing is said or can be read. */
    static byte @Nullable [] alone(byte[] in, int from, int length) {
        try {
            ByteBuffer data = ByteBuffer.wrap(in, from, length).slice();
            for (byte expected : NAME) {
                if (data.get() != expected) {
                    return null;
                }
            }
            int value = value(data.slice());
            return value < 2 || value > 8 ? null : segment(value);
        } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException e) {
            return null;
        }
    }

    private static int value(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                return tiff.getShort(entry + 8);
            }
        }
        return 0;
    }

    private static byte[] segment(int value) {
        ByteBuffer segment = ByteBuffer.allocate(36);
        segment.putShort((short) 0xffe1).putShort((short) 34).put(NAME);
        segment.putShort((short) 0x4d4d).putShort((short) 42).putInt(8);
        segment.putShort((short) 1).putShort((short) TAG).putShort((short) 3).putInt(1);
        segment.putShort((short) value).putShort((short) 0).putInt(0);
        return segment.array();
    }
}
