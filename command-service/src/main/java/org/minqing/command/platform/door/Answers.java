package org.minqing.command.platform.door;

import jakarta.servlet.ServletInputStream;
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
 *
 * <p>Whether a client is still there shows only when something is written to it. While answers wait, a blank goes out with each: it
 * stands before the object of the next line, where JSON reads over it. The connection of one who is gone refuses it, and the
 * request ends there.
 */
final class Answers implements AutoCloseable {
    /** Of this process: others on the machine keep answers in the same folder. */
    static final String NAME = "minqing-answers-" + ProcessHandle.current().pid() + "-";

    private static final int AT_ONCE = 32 << 10;

    /** So many blanks in a row, six bytes each on the wire, a connection takes in beside the rest. */
    private static final int BLANKS = 1000;

    /** After those one goes out whenever this part of the time so far has gone by, so that few are enough for hours. */
    private static final int PART = 500;

    private final ServletInputStream request;
    private final HttpServletResponse response;
    private final long began = System.nanoTime();
    private int sent;
    private long bytes;
    private int blanks;
    private long lastBlank = began;
    private boolean allRead;
    private boolean held;
    private @Nullable Path file;
    private @Nullable OutputStream waiting;

    /** @param request what the client sends, which is looked at only for whether that is all */
    Answers(ServletInputStream request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    /**
     * An answer, which goes out with the next {@link #flush}.
     *
     * @throws IOException when the client is gone
     */
    void add(byte[] line) throws IOException {
        bytes += line.length + 1;
        if (!allRead && request.isFinished()) {
            sendWaiting();
        }
        if (allRead || (waiting == null && sent + line.length < AT_ONCE)) {
            OutputStream out = response.getOutputStream();
            out.write(line);
            out.write('\n');
            held = true;
            sent += line.length + 1;
            return;
        }
        keep(line);
        requireListener();
    }

    /** How many were added. */
    long bytes() {
        return bytes;
    }

    /** What was added goes out: before anything is waited for, so that many that come together go out together. */
    void flush() throws IOException {
        if (held) {
            held = false;
            response.flushBuffer();
        }
    }

    private void keep(byte[] line) throws IOException {
        if (waiting == null) {
            file = Files.createTempFile(NAME, ".ndjson");
            waiting = new BufferedOutputStream(Files.newOutputStream(file));
        }
        waiting.write(line);
        waiting.write('\n');
    }

    private void requireListener() throws IOException {
        long now = System.nanoTime();
        if (blanks < BLANKS || (now - lastBlank) * PART > now - began) {
            response.getOutputStream().write(' ');
            response.flushBuffer();
            blanks++;
            lastBlank = now;
        }
    }

    /** The client has sent everything, so it reads now. */
    private void sendWaiting() throws IOException {
        allRead = true;
        if (waiting != null && file != null) {
            waiting.close();
            Files.copy(file, response.getOutputStream());
        }
    }

    /** The request has been read: everything goes out. */
    void finish() throws IOException {
        if (!allRead) {
            sendWaiting();
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
