package org.minqing.command.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as people send them, made on the spot. */
final class Files {
    /** Stands where a camera writes the place. */
    static final String PLACE = "25.6N 103.8E sample place";

    private Files() {}

    static byte[] pdf(String text) {
        return bytes("%PDF-1.4\n% " + text + "\nxref\n0 0\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n");
    }

    static byte[] picture(String format) {
        BufferedImage image = new BufferedImage(32, 24, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 32; x++) {
            image.setRGB(x, x % 24, 0xff3300 + x);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** With EXIF: which way is up (6), and a place; and XMP with the place too. */
    static byte[] jpegWithPlace() {
        byte[] place = bytes(PLACE);
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 2 * 12 + 4 + place.length);
        tiff.putShort((short) 0x4d4d).putShort((short) 42).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0);
        tiff.putShort((short) 0x8825).putShort((short) 2).putInt(place.length).putInt(38);
        tiff.putInt(0).put(place);
        byte[] jpeg = picture("jpg");
        return joined(
                Arrays.copyOf(jpeg, 2),
                segment(joined(bytes("Exif\0\0"), tiff.array())),
                segment(bytes("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + PLACE + "</x:xmpmeta>")),
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] segment(byte[] content) {
        int length = content.length + 2;
        return joined(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length}, content);
    }

    static byte[] pngWithPlace() {
        byte[] png = picture("png");
        int afterHeader = 8 + 25;
        return joined(
                Arrays.copyOf(png, afterHeader),
                chunk("eXIf", bytes(PLACE)),
                chunk("tEXt", bytes("Comment\0" + PLACE)),
                Arrays.copyOfRange(png, afterHeader, png.length));
    }

    static byte[] chunk(String type, byte[] content) {
        byte[] named = joined(bytes(type), content);
        CRC32 crc = new CRC32();
        crc.update(named);
        return joined(
                ByteBuffer.allocate(4).putInt(content.length).array(),
                named,
                ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    static byte[] docx() {
        return zip("[Content_Types].xml", "word/document.xml");
    }

    static byte[] xlsx() {
        return zip("[Content_Types].xml", "xl/workbook.xml");
    }

    static byte[] zip(String... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write(bytes("<x>" + part + "</x>"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] form(String boundary, String name, byte[] file) {
        return joined(
                bytes("--" + boundary + "\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nx\r\n--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"),
                file,
                bytes("\r\n--" + boundary + "--\r\n"));
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static boolean holds(byte[] content, String text) {
        return new String(content, StandardCharsets.ISO_8859_1)
                .contains(new String(bytes(text), StandardCharsets.ISO_8859_1));
    }
}
