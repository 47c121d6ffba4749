package org.minqing.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** A health that is down says when to look again, as every other 503 does. */
final class HealthFilter extends OncePerRequestFilter {
    private final Duration retryAfter;

    HealthFilter(Duration retryAfter) {
        this.retryAfter = retryAfter;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void setStatus(int status) {
                super.setStatus(status);
                if (status == SC_SERVICE_UNAVAILABLE) {
                    setHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
                }
            }
        });
    }
}
