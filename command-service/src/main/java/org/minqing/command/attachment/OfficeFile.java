package org.minqing.command.attachment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.refusal.Refusal;

/**
 * Opens a zip to see whether it is a document or a workbook. Every part is read to its end and judged by what is in it, whatever it
 * is called: nothing in it may act by itself, hold another file or fetch one. What is kept is packed anew from the parts that were
 * looked at, so that nobody's reader finds others.
 */
final class OfficeFile {
    /** More than this unpacked is no paper but an attack. */
    private static final long MOST_UNPACKED = 256L << 20;

    private static final int MOST_PARTS = 10_000;
    private static final int END_OF_DIRECTORY = 22;
    private static final int LONGEST_COMMENT = 65_535;

    private final boolean keepLocation;
    private final ContentTypes types = new ContentTypes();
    private final Set<String> parts = new HashSet<>();
    /** Parts of which the content does not tell what they are. */
    private final Set<String> opaque = new HashSet<>();

    private long left = MOST_UNPACKED;

    private OfficeFile(boolean keepLocation) {
        this.keepLocation = keepLocation;
    }

    /** 415 {@code attachment-kind-not-taken}, {@code attachment-holds-...}, 422 {@code attachment-broken}. */
    static Kind kind(byte[] content) {
        return new OfficeFile(true).read(content, null);
    }

    /** The same parts, of its pictures the pictures alone. */
    static byte[] cleaned(byte[] content, boolean keepLocation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
        new OfficeFile(keepLocation).read(content, out);
        return out.toByteArray();
    }

    static Refusal object() {
        return Refusal.content(415, "attachment-holds-object");
    }

    static Refusal link() {
        return Refusal.content(415, "attachment-holds-link");
    }

    static Refusal script() {
        return Refusal.content(415, "attachment-holds-script");
    }

    private static Refusal picture() {
        return Refusal.content(415, "attachment-holds-picture");
    }

    private static Refusal other() {
        return Refusal.content(415, "attachment-holds-other");
    }

    private Kind read(byte[] content, @Nullable ByteArrayOutputStream out) {
        if (!hasDirectory(content)) {
            throw Kind.broken();
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content));
                ZipOutputStream packed = out == null ? null : new ZipOutputStream(out)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!parts.add(entry.getName()) || parts.size() > MOST_PARTS) {
                    throw Kind.broken();
                }
                if (packed == null) {
                    read(entry.getName(), new Bounded(zip), OutputStream.nullOutputStream());
                } else {
                    packed.putNextEntry(again(entry));
                    read(entry.getName(), new Bounded(zip), packed);
                    packed.closeEntry();
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Kind.broken();
        }
        return kind();
    }

    private static ZipEntry again(ZipEntry entry) {
        ZipEntry again = new ZipEntry(entry.getName());
        if (entry.getLastModifiedTime() != null) {
            again.setLastModifiedTime(entry.getLastModifiedTime());
        }
        return again;
    }

    private Kind kind() {
        if (!parts.contains("[Content_Types].xml") || types.macros()) {
            throw Kind.refused();
        }
        if (!opaque.stream().allMatch(types::harmless)) {
            throw other();
        }
        if (parts.contains("word/document.xml")) {
            return Kind.DOCX;
        }
        if (parts.contains("xl/workbook.xml")) {
            return Kind.XLSX;
        }
        throw Kind.refused();
    }

    private void read(String name, InputStream part, OutputStream out) throws IOException {
        if (name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
            throw Kind.refused();
        }
        byte[] start = part.readNBytes(PartKind.ENOUGH);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), part);
        switch (PartKind.of(start)) {
            case EMPTY -> {}
            case XML -> XmlPart.read(name, whole, out, types);
            case PNG -> out.write(Png.cleaned(whole.readAllBytes(), keepLocation));
            case JPEG -> out.write(Jpeg.cleaned(whole.readAllBytes(), keepLocation));
            case PLAIN_PICTURE -> whole.transferTo(out);
            case PICTURE_WITH_PLACES -> throw picture();
            case PROGRAM -> throw object();
            case OPAQUE -> {
                opaque.add(name);
                whole.transferTo(out);
            }
        }
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

    /** One part, which may have what is left to all of them. */
    private final class Bounded extends InputStream {
        private final InputStream part;

        Bounded(InputStream part) {
            this.part = part;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int n = part.read(into, from, most);
            left -= Math.max(n, 0);
            if (left < 0) {
                throw Kind.broken();
            }
            return n;
        }
    }
}
