package org.minqing.command.platform.door;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.refusal.Faults;
import org.minqing.command.platform.refusal.Refusal;

/** Reads what comes in without ever holding more than a command may have. */
final class Body {
    static final int MAX = 1 << 20;
    private static final Pattern CHARSET =
            Pattern.compile("(?i);\\s*charset(?:\\*\\d*)?\\*?\\s*=\\s*[\"']?([^\"';\\s]*)");

    private Body() {}

    /** 413 over 1 MiB. */
    static byte[] whole(InputStream in, long announced) throws IOException {
        if (announced > MAX) {
            throw tooLarge();
        }
        byte[] body = in.readNBytes(MAX + 1);
        if (body.length > MAX) {
            throw tooLarge();
        }
        return body;
    }

    /** 415 where what comes is announced as anything but UTF-8 that nothing was done to. */
    static void requirePlain(HttpServletRequest request) {
        requireUncoded(request);
        requireUtf8(request);
    }

    /** 415 for any {@code Content-Encoding}: what is packed is not unpacked here. */
    static void requireUncoded(HttpServletRequest request) {
        for (String header : Collections.list(request.getHeaders("Content-Encoding"))) {
            for (String coding : header.split(",")) {
                if (!coding.isBlank() && !coding.strip().equalsIgnoreCase("identity")) {
                    throw Faults.status(415);
                }
            }
        }
    }

    /** 415 for another {@code charset} than UTF-8; where none is said it is UTF-8. */
    static void requireUtf8(HttpServletRequest request) {
        String type = request.getContentType();
        Matcher charset = CHARSET.matcher(type == null ? "" : type);
        while (charset.find()) {
            if (!charset.group(1).matches("(?i)utf-?8")) {
                throw Faults.status(415);
            }
        }
    }

    static Refusal tooLarge() {
        return new Refusal(413, "content-too-large", List.of(MAX), List.of());
    }

    /**
     * The lines of a body.
     *
     * @param bytes null where the line is longer than a command may be; the rest of it was skipped
     */
    record Line(int number, byte @Nullable [] bytes) {}

    /** One line after the other; empty lines count and are skipped. */
    static final class Lines {
        private final InputStream in;
        private int number;
        private long bytes;

        Lines(InputStream in) {
            this.in = new BufferedInputStream(in, 1 << 14);
        }

        /** The next line that has something in it, or null at the end. */
        @Nullable
        Line next() throws IOException {
            while (true) {
                ByteArrayOutputStream line = new ByteArrayOutputStream(256);
                boolean tooLong = false;
                int read = in.read();
                if (read < 0) {
                    return null;
                }
                number++;
                bytes++;
                while (read >= 0 && read != '\n') {
                    if (line.size() < MAX) {
                        line.write(read);
                    } else {
                        tooLong = true;
                    }
                    read = in.read();
                    bytes++;
                }
                if (tooLong) {
                    return new Line(number, null);
                }
                byte[] bytes = line.toByteArray();
                if (!isBlank(bytes)) {
                    return new Line(number, bytes);
                }
            }
        }

        /** How many have been read. */
        long bytes() {
            return bytes;
        }

        /** Whether more has arrived already, so that reading on will not wait. */
        boolean moreAtHand() throws IOException {
            return in.available() > 0;
        }

        private static boolean isBlank(byte[] bytes) {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }
    }
}
