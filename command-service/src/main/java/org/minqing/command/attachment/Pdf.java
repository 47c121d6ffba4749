package org.minqing.command.attachment;

import java.nio.charset.StandardCharsets;

/** Whether a PDF came whole: its end says where its table begins. */
final class Pdf {
    private static final int TAIL = 2048;

    private Pdf() {}

    static byte[] whole(byte[] content) {
        int from = Math.max(0, content.length - TAIL);
        String tail = new String(content, from, content.length - from, StandardCharsets.ISO_8859_1);
        int table = tail.lastIndexOf("startxref");
        if (table < 0 || tail.indexOf("%%EOF", table) < 0) {
            throw Kind.broken();
        }
        return content;
    }
}
