package org.minqing.command.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** Walks a PNG's chunks (ISO/IEC 15948); what is not the picture is left out, the picture is not encoded again. */
final class Png {
    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;
    private static final Set<String> PICTURE = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "pHYs", "bKGD", "sBIT",
            "acTL", "fcTL", "fdAT");

    private Png() {}

    static byte[] cleaned(byte[] content, boolean keepLocation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
        out.write(content, 0, SIGNATURE);
        boolean data = false;
        for (int at = SIGNATURE; at + FRAME <= content.length; ) {
            int length = ByteBuffer.wrap(content).getInt(at);
            if (length < 0 || length > content.length - at - FRAME || !intact(content, at, length)) {
                throw Kind.broken();
            }
            String type = new String(content, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (at == SIGNATURE && !type.equals("IHDR")) {
                throw Kind.broken();
            }
            data |= type.equals("IDAT");
            if (keepLocation || PICTURE.contains(type)) {
                out.write(content, at, length + FRAME);
            }
            if (type.equals("IEND") && data) {
                return out.toByteArray();
            }
            at += length + FRAME;
        }
        throw Kind.broken();
    }

    private static boolean intact(byte[] content, int at, int length) {
        CRC32 crc = new CRC32();
        crc.update(content, at + 4, length + 4);
        return (int) crc.getValue() == ByteBuffer.wrap(content).getInt(at + 8 + length);
    }
}
