package org.minqing.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The trace a request belongs to: the caller's own (W3C Trace Context) or a new one. */
public final class Trace {
    private static final String ID = Trace.class.getName();
    private static final Pattern PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private Trace() {}

    /** 32 hexadecimal digits, the same as long as the request lasts. */
    public static String id(HttpServletRequest request) {
        if (request.getAttribute(ID) instanceof String known) {
            return known;
        }
        String parent = parent(request);
        String id = parent == null ? fresh() : parent.substring(3, 35);
        request.setAttribute(ID, id);
        return id;
    }

    /** The header {@code traceparent} as it was sent, if it has the standard's form. */
    public static @Nullable String parent(HttpServletRequest request) {
        String header = request.getHeader("traceparent");
        return header != null && PARENT.matcher(header).matches() ? header : null;
    }

    private static String fresh() {
        byte[] bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
