package org.minqing.query.platform.answer;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.util.ForwardedHeaderUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where people reach the installation, for links in what they take away with them: as it is set, else as they asked for it, also
 * through a proxy that says so ({@code Forwarded}, {@code X-Forwarded-*}). Without a slash at its end.
 */
public final class PublicAddress {
    private final String set;

    /** @param set {@code https://minqing.example} or with a path; empty: as asked for */
    PublicAddress(String set) {
        if (!set.isEmpty() && !web(URI.create(set))) {
            throw new IllegalArgumentException(
                    "minqing.public-url must be an address like https://minqing.example, not " + set);
        }
        this.set = set.replaceFirst("/+$", "");
    }

    public String of(HttpServletRequest request) {
        return set.isEmpty() ? asked(request) : set;
    }

    private static String asked(HttpServletRequest request) {
        ServletServerHttpRequest asked = new ServletServerHttpRequest(request);
        URI uri = asked.getURI();
        HttpHeaders headers = asked.getHeaders();
        try {
            URI forwarded = root(ForwardedHeaderUtils.adaptFromForwardedHeaders(uri, headers), request);
            if (web(forwarded)) {
                return forwarded.toString();
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            // what a proxy says is no address
        }
        return root(UriComponentsBuilder.fromUri(uri), request).toString();
    }

    private static URI root(UriComponentsBuilder address, HttpServletRequest request) {
        return URI.create(address.userInfo(null)
                .replacePath(request.getContextPath())
                .replaceQuery(null)
                .fragment(null)
                .build()
                .toUriString());
    }

    private static boolean web(URI address) {
        return address.getHost() != null
                && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                && address.getQuery() == null
                && address.getFragment() == null;
    }
}
