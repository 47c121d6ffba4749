package org.minqing.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * The page somebody asked for before signing in. Their own browser keeps it, in a cookie: whoever has not signed in takes no memory here.
 * It is an address of this application and of no other, and it is asked for anew, not sent again.
 */
public final class AskedAddress implements RequestCache {
    /** Longer ones are not kept: a browser holds about 4 KiB a cookie. */
    private static final int LONGEST = 2_500;

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final BrowserCookie cookie;

    /** @param cookie its name; ports do not keep cookies apart */
    public AskedAddress(String cookie) {
        this.cookie = new BrowserCookie(cookie);
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String address = address(request);
        if (request.getMethod().equals("GET") && ofThisApplication(address)) {
            cookie.keep(request, response, ENCODER.encodeToString(address.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        String address = kept(request);
        return address == null ? null : new SimpleSavedRequest(address);
    }

    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI().substring(request.getContextPath().length())
                + (query == null ? "" : "?" + query);
    }

    /** Nothing is sent again; whoever has come to where they wanted to go needs it no more. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        if (address(request).equals(kept(request))) {
            removeRequest(request, response);
        }
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        if (cookie.value(request) != null) {
            cookie.forget(request, response);
        }
    }

    private @Nullable String kept(HttpServletRequest request) {
        String found = cookie.value(request);
        if (found == null) {
            return null;
        }
        try {
            String address = new String(Base64.getUrlDecoder().decode(found), StandardCharsets.UTF_8);
            return ofThisApplication(address) ? address : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A path: what a browser would read as another server's is none. */
    private static boolean ofThisApplication(String address) {
        return address.length() <= LONGEST
                && address.startsWith("/")
                && !address.startsWith("//")
                && address.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
    }
}
