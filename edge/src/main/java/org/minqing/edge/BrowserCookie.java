package org.minqing.edge;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * What is kept with the browser of somebody who has not signed in, for half an hour, so that it takes no memory here. No script reads it, and
 * under TLS it goes nowhere else.
 *
 * @param name ports do not keep cookies apart
 */
public record BrowserCookie(String name) {
    private static final Duration KEPT = Duration.ofMinutes(30);

    /** Null where the browser sent none. */
    public @Nullable String value(HttpServletRequest request) {
        Cookie found = WebUtils.getCookie(request, name);
        return found == null ? null : found.getValue();
    }

    public void keep(HttpServletRequest request, HttpServletResponse response, String value) {
        set(request, response, value, KEPT);
    }

    public void forget(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", Duration.ZERO);
    }

    private void set(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path(request.getContextPath() + "/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
