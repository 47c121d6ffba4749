package org.minqing.command.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request a trace id: the caller's own (W3C Trace Context) or a new one. Problems and log lines carry it. */
final class TraceFilter extends OncePerRequestFilter {
    private static final String TRACE_ID = TraceFilter.class.getName();
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    static String traceId(HttpServletRequest request) {
        return request.getAttribute(TRACE_ID) instanceof String traceId ? traceId : fresh();
    }

    /** The header as it was sent, if it has the standard's form. */
    static @Nullable String traceparent(HttpServletRequest request) {
        String header = request.getHeader("traceparent");
        return header != null && TRACEPARENT.matcher(header).matches() ? header : null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String traceparent = traceparent(request);
        String traceId = traceparent == null ? fresh() : traceparent.substring(3, 35);
        request.setAttribute(TRACE_ID, traceId);
        try (MDC.MDCCloseable traced = MDC.putCloseable("traceId", traceId)) {
            chain.doFilter(request, response);
        }
    }

    private static String fresh() {
        byte[] bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
