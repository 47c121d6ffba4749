package org.minqing.command.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Opens a zip to see whether it is a document or a workbook; every part is read to its end, none is kept. */
final class OfficeFile {
    /** More than this unpacked is no paper but an attack. */
    private static final long MOST_UNPACKED = 256L << 20;

    private static final int MOST_PARTS = 10_000;
    private static final int END_OF_DIRECTORY = 22;
    private static final int LONGEST_COMMENT = 65_535;

    private OfficeFile() {}

    static Kind kind(byte[] content) {
        if (!hasDirectory(content)) {
            throw Kind.broken();
        }
        Set<String> parts = parts(content);
        if (!parts.contains("[Content_Types].xml")
                || parts.contains("word/vbaProject.bin")
                || parts.contains("xl/vbaProject.bin")) {
            throw Kind.refused();
        }
        if (parts.contains("word/document.xml")) {
            return Kind.DOCX;
        }
        if (parts.contains("xl/workbook.xml")) {
            return Kind.XLSX;
        }
        throw Kind.refused();
    }

    private static boolean hasDirectory(byte[] zip) {
        int lowest = Math.max(0, zip.length - END_OF_DIRECTORY - LONGEST_COMMENT);
        for (int i = zip.length - END_OF_DIRECTORY; i >= lowest; i--) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 5 && zip[i + 3] == 6) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> parts(byte[] content) {
        Set<String> parts = new HashSet<>();
        byte[] buffer = new byte[1 << 14];
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.add(entry.getName());
                unpacked += read(zip, buffer, MOST_UNPACKED - unpacked);
                if (parts.size() > MOST_PARTS) {
                    throw Kind.broken();
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Kind.broken();
        }
        return parts;
    }

    private static long read(InputStream part, byte[] buffer, long most) throws IOException {
        long all = 0;
        for (int n = part.read(buffer); n >= 0; n = part.read(buffer)) {
            all += n;
            if (all > most) {
                throw Kind.broken();
            }
        }
        return all;
    }
}
