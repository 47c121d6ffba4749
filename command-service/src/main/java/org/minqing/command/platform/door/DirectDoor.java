package org.minqing.command.platform.door;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.BearerHeader;
import org.minqing.edge.VerifiedTokens;
import org.minqing.edge.token.Scope;
import org.minqing.edge.watch.SecurityLog;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;

/**
 * The straight way in for the most frequent request of all: one command, written plainly, whose bearer's token was verified lately.
 * It is answered by the same {@link CommandEndpoint}, as the same request would be on the ordinary way, which every other one goes:
 * through the security chain, which verifies its token, and the dispatcher. What is left out on the straight way is what they would
 * do for each request to find out what is known here. Role and scope are judged behind it, on every call.
 */
final class DirectDoor implements Filter {
    private static final String COMMANDS = "/v1/commands/";
    private static final String JSON = "application/json";
    private static final List<String> HEADERS =
            List.of("Idempotency-Key", "If-Match", "traceparent", "Content-Encoding", "Accept-Language");

    private final VerifiedTokens tokens;
    private final CommandEndpoint endpoint;
    private final ProblemAdvice advice;
    /** Those that the security chain writes too, as {@code HeadersConfigurer} orders them. */
    private final HeaderWriterFilter headers = new HeaderWriterFilter(List.<HeaderWriter>of(
            new XContentTypeOptionsHeaderWriter(),
            new XXssProtectionHeaderWriter(),
            new CacheControlHeadersWriter(),
            new HstsHeaderWriter(),
            new XFrameOptionsHeaderWriter()));

    DirectDoor(VerifiedTokens tokens, CommandEndpoint endpoint, ProblemAdvice advice) {
        this.tokens = tokens;
        this.endpoint = endpoint;
        this.advice = advice;
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answered, FilterChain ordinary)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) asked;
        String command = plain(request) ? command(request.getRequestURI()) : null;
        String token = command == null ? null : BearerHeader.token(request.getHeader("Authorization"));
        Jwt bearer = token == null ? null : tokens.known(token);
        if (command == null || bearer == null || !Scope.of(bearer).contains(Scope.WRITE)) {
            ordinary.doFilter(asked, answered);
            return;
        }
        asked.setAttribute(SecurityLog.ACCOUNT, bearer.getSubject());
        headers.doFilter(
                asked,
                answered,
                (inside, out) -> take(command, bearer, (HttpServletRequest) inside, (HttpServletResponse) out));
    }

    private void take(String command, Jwt bearer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            endpoint.one(command, new JwtAuthenticationToken(bearer, List.of()), request, response);
        } catch (Exception | Error fault) {
            if (response.isCommitted()) {
                throw fault;
            }
            advice.inHandler(fault, request, response);
        }
    }

    /** Nothing about it that anybody but the endpoint would have to look at. */
    private static boolean plain(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getMethod().equals("POST")
                && JSON.equals(request.getContentType())
                && (query == null || query.equals("dryRun=true"))
                && HEADERS.stream().allMatch(name -> printable(request.getHeaders(name)));
    }

    private static boolean printable(Enumeration<String> values) {
        while (values.hasMoreElements()) {
            if (!values.nextElement().chars().allMatch(c -> c >= ' ' && c <= '~')) {
                return false;
            }
        }
        return true;
    }

    /** The command's name, where the address is its own and nothing in it is encoded. */
    private static @Nullable String command(String address) {
        if (!address.startsWith(COMMANDS) || address.length() == COMMANDS.length()) {
            return null;
        }
        for (int i = COMMANDS.length(); i < address.length(); i++) {
            char c = address.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')) {
                return null;
            }
        }
        return address.substring(COMMANDS.length());
    }
}
