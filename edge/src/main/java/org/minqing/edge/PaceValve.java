package org.minqing.edge;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * A body comes at a pace or not at all: once waiting for it has taken longer than a start may, it must have come at so many bytes a second,
 * else 408 and the connection is closed. Only waiting counts: what the application does between two readings is its own affair.
 * A valve of the context: what it refuses is then told as every other refusal is.
 */
final class PaceValve extends ValveBase {
    private final Duration start;
    private final long bytesASecond;

    PaceValve(Duration start, long bytesASecond) {
        super(true);
        this.start = start;
        this.bytesASecond = bytesASecond;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request below = request.getCoyoteRequest();
        InputBuffer plain = below.getInputBuffer();
        var paced = new Paced(plain);
        below.setInputBuffer(paced);
        try {
            getNext().invoke(request, response);
        } catch (IOException | ServletException e) {
            if (!paced.tooSlow) {
                throw e;
            }
        } finally {
            below.setInputBuffer(plain);
        }
        if (paced.tooSlow && !response.isCommitted()) {
            response.reset();
            request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
            response.setHeader("Connection", "close");
            response.sendError(HttpServletResponse.SC_REQUEST_TIMEOUT);
        }
    }

    private final class Paced implements InputBuffer {
        private final InputBuffer plain;
        private long waited;
        private long bytes;
        private boolean tooSlow;

        Paced(InputBuffer plain) {
            this.plain = plain;
        }

        @Override
        public int doRead(ApplicationBufferHandler into) throws IOException {
            if (tooSlow) {
                throw slow();
            }
            long began = System.nanoTime();
            int read;
            try {
                read = plain.doRead(into);
            } catch (java.net.SocketTimeoutException e) {
                tooSlow = true;
                throw e;
            }
            waited += System.nanoTime() - began;
            bytes += Math.max(0, read);
            if (read >= 0 && waited > start.toNanos() && bytes < bytesASecond * (waited / 1e9)) {
                tooSlow = true;
                throw slow();
            }
            return read;
        }

        private IOException slow() {
            return new IOException("the body comes at less than " + bytesASecond + " bytes a second");
        }

        @Override
        public int available() {
            return plain.available();
        }
    }
}
