package org.minqing.command.platform.door;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The answers to a stream of commands. The first go out at once; many clients, though, read nothing until they have sent
 * everything, and waiting for such a one would hold up both sides for ever. So past what a connection takes in by itself
 * the rest waits in a file until the request has been read.
 */
final class Answers implements AutoCloseable {
    private static final int AT_ONCE = 32 << 10;

    private final HttpServletResponse response;
    private int sent;
    private @Nullable Path file;
    private @Nullable OutputStream waiting;

    Answers(HttpServletResponse response) {
        this.response = response;
    }

    void add(byte[] line) throws IOException {
        if (waiting == null && sent + line.length < AT_ONCE) {
            OutputStream out = response.getOutputStream();
            out.write(line);
            out.write('\n');
            response.flushBuffer();
            sent += line.length + 1;
            return;
        }
        if (waiting == null) {
            file = Files.createTempFile("minqing-answers", ".ndjson");
            waiting = new BufferedOutputStream(Files.newOutputStream(file));
        }
        waiting.write(line);
        waiting.write('\n');
    }

    /** The request has been read: everything goes out. */
    void finish() throws IOException {
        if (waiting != null && file != null) {
            waiting.close();
            Files.copy(file, response.getOutputStream());
        }
        response.flushBuffer();
    }

    @Override
    public void close() throws IOException {
        if (waiting != null) {
            waiting.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
