package org.minqing.command.platform.door;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.refusal.Refusal;

/** Reads what comes in without ever holding more than a command may have. */
final class Body {
    static final int MAX = 1 << 20;

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
                while (read >= 0 && read != '\n') {
                    if (line.size() < MAX) {
                        line.write(read);
                    } else {
                        tooLong = true;
                    }
                    read = in.read();
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
