package org.minqing.edge;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/** The token of {@code Authorization: Bearer ...} (RFC 6750), read without matching a thousand characters against a pattern. */
public final class BearerHeader implements BearerTokenResolver {
    private static final String BEARER = "Bearer ";

    /** For whatever is written otherwise, and for what is wrong with it. */
    private final DefaultBearerTokenResolver otherwise = new DefaultBearerTokenResolver();

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        String token = token(request.getHeader("Authorization"));
        return token == null ? otherwise.resolve(request) : token;
    }

    /** Null where the header is not written exactly so. */
    public static @Nullable String token(@Nullable String header) {
        if (header == null || !header.startsWith(BEARER)) {
            return null;
        }
        int end = header.length();
        while (end > BEARER.length() && header.charAt(end - 1) == '=') {
            end--;
        }
        for (int i = BEARER.length(); i < end; i++) {
            if (!ofToken(header.charAt(i))) {
                return null;
            }
        }
        return end == BEARER.length() ? null : header.substring(BEARER.length());
    }

    private static boolean ofToken(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~+/".indexOf(c) >= 0;
    }
}
