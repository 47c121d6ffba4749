package org.minqing.command.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a part of an office file is, by how it begins. */
enum PartKind {
    EMPTY,
    XML,
    PNG,
    JPEG,
    /** Without room for anything beside the picture. */
    PLAIN_PICTURE,
    /** May say where it was taken, and is not cleaned. */
    PICTURE_WITH_PLACES,
    /** Another file: an object, macros, an archive, a program. */
    PROGRAM,
    OPAQUE;

    static final int ENOUGH = 64;

    private static final byte[] OLE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] JPEG_START = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] WMF = {(byte) 0xd7, (byte) 0xcd, (byte) 0xc6, (byte) 0x9a};
    private static final byte[] LITTLE_TIFF = {'I', 'I', 42, 0};
    private static final byte[] BIG_TIFF = {'M', 'M', 0, 42};
    private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};
    private static final byte[] EMF = {1, 0, 0, 0};
    private static final int EMF_NAME = 40;

    static PartKind of(byte[] start) {
        if (start.length == 0) {
            return EMPTY;
        }
        if (begins(start, PNG_START)) {
            return PNG;
        }
        if (begins(start, JPEG_START)) {
            return JPEG;
        }
        if (begins(start, OLE)
                || begins(start, "PK")
                || begins(start, "MZ")
                || begins(start, ELF)
                || begins(start, "%PDF")
                || begins(start, "{\\rt")
                || begins(start, "#!")
                || begins(start, "Rar!")
                || begins(start, "7z")) {
            return PROGRAM;
        }
        if (begins(start, LITTLE_TIFF)
                || begins(start, BIG_TIFF)
                || begins(start, "RIFF")
                || at(start, 4, "ftyp")
                || begins(start, "GIF")) {
            return PICTURE_WITH_PLACES;
        }
        if (begins(start, WMF) || begins(start, "BM") || begins(start, EMF) && at(start, EMF_NAME, " EMF")) {
            return PLAIN_PICTURE;
        }
        return isXml(start) ? XML : OPAQUE;
    }

    /** In UTF-8 or UTF-16, with a mark of its order or without. */
    private static boolean isXml(byte[] start) {
        for (byte each : start) {
            if (each == '<') {
                return true;
            }
            boolean before = each == 0
                    || Character.isWhitespace(each)
                    || each == (byte) 0xef
                    || each == (byte) 0xbb
                    || each == (byte) 0xbf
                    || each == (byte) 0xfe
                    || each == (byte) 0xff;
            if (!before) {
                return false;
            }
        }
        return false;
    }

    private static boolean begins(byte[] start, String with) {
        return at(start, 0, with);
    }

    private static boolean at(byte[] start, int from, String text) {
        byte[] with = text.getBytes(StandardCharsets.ISO_8859_1);
        return start.length >= from + with.length
                && Arrays.equals(start, from, from + with.length, with, 0, with.length);
    }

    private static boolean begins(byte[] start, byte[] with) {
        return start.length >= with.length && Arrays.equals(start, 0, with.length, with, 0, with.length);
    }
}
