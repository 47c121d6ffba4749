package org.minqing.edge.header;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.watch.SecurityLog;

/**
 * {@link AnswerHeaders} on all that goes through the container. And a service calls itself by the name it was given, or by this machine's own
 * where it was asked so: never by whatever stands in {@code Host}, which anybody may write.
 */
final class HeaderValve extends ValveBase {
    private static final Set<String> OWN = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Pattern AREA = Pattern.compile(
            "/(v1/[a-z-]{1,30}|actuator/[a-z]{1,20}|oauth2/[a-z]{1,20}|forms/[a-z]{1,20}|operator|sign-in|logout)(?![^/])");
    private static final int FIRST_ERROR = 400;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final @Nullable URI named;
    private final Refusals refusals;

    /** @param publicUrl where people reach the service, {@code https://minqing.example}; empty: on this machine alone */
    HeaderValve(String publicUrl, Refusals refusals) {
        super(true);
        this.refusals = refusals;
        this.named = publicUrl.isEmpty() ? null : URI.create(publicUrl);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        name(request);
        AnswerHeaders.on(request, response);
        getNext().invoke(request, response);
        // an answer that was begun anew has none
        AnswerHeaders.on(request, response);
        if (refusals.met(response.getStatus())) {
            SecurityLog.tell(
                    "refused",
                    request.getAttribute(SecurityLog.ACCOUNT) instanceof String account ? account : null,
                    request.getRemoteAddr(),
                    "status",
                    response.getStatus(),
                    "method",
                    METHODS.contains(request.getMethod()) ? request.getMethod() : "other",
                    "area",
                    area(request.getRequestURI()),
                    "port",
                    request.getLocalPort());
        }
        if (response.getStatus() >= FIRST_ERROR
                && !response.isCommitted()
                && !response.containsHeader("Cache-Control")) {
            response.setHeader("Cache-Control", "no-store");
        }
    }

    /** The first parts of an address, which are the house's words: what follows may be anything. */
    private static String area(@Nullable String address) {
        Matcher known = AREA.matcher(String.valueOf(address));
        return known.lookingAt() ? known.group() : "other";
    }

    private void name(Request request) {
        String asked = String.valueOf(request.getServerName()).toLowerCase(Locale.ROOT);
        int port = request.getServerPort();
        URI name = named;
        if (name != null && asked.equals(name.getHost()) && port(name) == port) {
            secure(request, name);
        } else if (!OWN.contains(asked) || port != request.getLocalPort()) {
            var below = request.getCoyoteRequest();
            below.serverName().setString(name == null ? "127.0.0.1" : name.getHost());
            below.setServerPort(name == null ? request.getLocalPort() : port(name));
            if (name != null) {
                secure(request, name);
            }
        }
    }

    /** Behind a proxy that speaks TLS for it. */
    private static void secure(Request request, URI name) {
        if ("https".equals(name.getScheme())) {
            request.getCoyoteRequest().scheme().setString("https");
            request.setSecure(true);
        }
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : "https".equals(address.getScheme()) ? HTTPS : HTTP;
    }
}
