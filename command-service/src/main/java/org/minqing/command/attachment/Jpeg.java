package org.minqing.command.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Walks a JPEG's segments (ISO/IEC 10918-1); of what is not the picture only colours and which way is up are kept. The
 * picture is not encoded again.
 */
final class Jpeg {
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COM = 0xfe;
    private static final String COLOURS = "ICC_PROFILE\0";

    private final byte[] in;
    private final boolean keepLocation;
    private final ByteArrayOutputStream out;
    private int at;

    private Jpeg(byte[] in, boolean keepLocation) {
        this.in = in;
        this.keepLocation = keepLocation;
        this.out = new ByteArrayOutputStream(in.length);
    }

    static byte[] cleaned(byte[] content, boolean keepLocation) {
        try {
            return new Jpeg(content, keepLocation).walk();
        } catch (IndexOutOfBoundsException e) {
            throw Kind.broken();
        }
    }

    private byte[] walk() {
        copy(2);
        boolean scanned = false;
        while (true) {
            int marker = marker();
            if (marker == EOI && scanned) {
                // what comes behind the picture (previews with data of their own) is left out too
                copy(2);
                return out.toByteArray();
            }
            if (marker == EOI || marker == SOI || marker < 0xc0) {
                throw Kind.broken();
            }
            int length = 2 + u16(at + 2);
            if (length < 4 || at + length > in.length) {
                throw Kind.broken();
            }
            take(marker, length);
            if (marker == SOS) {
                scanned = true;
                scan();
            }
        }
    }

    private int marker() {
        if ((in[at] & 0xff) != 0xff) {
            throw Kind.broken();
        }
        while ((in[at + 1] & 0xff) == 0xff) {
            at++;
        }
        return in[at + 1] & 0xff;
    }

    private void take(int marker, int length) {
        boolean told = marker >= APP0 && marker <= APP15 || marker == COM;
        if (keepLocation || !told || marker == APP0 || marker == APP14 || marker == APP2 && starts(COLOURS)) {
            copy(length);
            return;
        }
        byte @Nullable [] orientation = marker == APP1 ? Orientation.alone(in, at + 4, length - 4) : null;
        if (orientation != null) {
            out.writeBytes(orientation);
        }
        at += length;
    }

    private boolean starts(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
        return java.util.Arrays.equals(in, at + 4, at + 4 + bytes.length, bytes, 0, bytes.length);
    }

    /** Coded data up to the next marker that is neither stuffing nor a restart. */
    private void scan() {
        int from = at;
        while ((in[at] & 0xff) != 0xff || !ends(in[at + 1] & 0xff)) {
            at++;
        }
        out.write(in, from, at - from);
    }

    private static boolean ends(int next) {
        return next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7);
    }

    private void copy(int length) {
        out.write(in, at, length);
        at += length;
    }

    private int u16(int index) {
        return (in[index] & 0xff) << 8 | in[index + 1] & 0xff;
    }
}
