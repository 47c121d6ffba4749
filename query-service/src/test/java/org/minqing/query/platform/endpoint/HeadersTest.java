package org.minqing.query.platform.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.minqing.edge.watch.SecurityLog;
import org.minqing.query.QueryServer;

/** Every answer bears the headers of security, whoever made it, and none says the name by which it was asked. */
class HeadersTest {
    private static final List<String> ALWAYS = List.of(
            "content-security-policy",
            "x-content-type-options",
            "referrer-policy",
            "permissions-policy",
            "cross-origin-opener-policy",
            "cross-origin-embedder-policy",
            "cross-origin-resource-policy",
            "cache-control");
    /** Files of the release, and the documentation. */
    private static final Pattern KEPT =
            Pattern.compile("^GET /(webjars|swagger-ui|docs|pages\\.|favicon|v1/openapi|\\.well-known)");

    private static final String HOST = "elsewhere.example";

    static Stream<String> asked() {
        Stream<String> plain = Stream.of(
                        "/",
                        "/nothing",
                        "/actuator/health",
                        "/actuator/prometheus",
                        "/v1/households",
                        "/v1/nothing",
                        "/v1/openapi",
                        "/docs",
                        "/swagger-ui/index.html",
                        "/pages.css",
                        "/pages.js",
                        "/favicon.svg",
                        "/favicon.ico",
                        "/webjars/htmx.org/2.0.10/dist/htmx.min.js",
                        "/oauth2/authorization/pages",
                        "/error",
                        "/.well-known/oauth-protected-resource",
                        "/%zz",
                        "/a|b")
                .map(
                        path -> "GET " + path + " HTTP/1.1\r\nHost: " + HOST
                                + "\r\nOrigin: http://elsewhere.example\r\nX-Forwarded-Host: elsewhere.example\r\nForwarded: host=elsewhere.example\r\n");
        Stream<String> odd = Stream.of(
                "NONSENSE\r\n",
                "GET / HTTP/1.1\r\n",
                "GET / HTTP/9.9\r\nHost: " + HOST + "\r\n",
                "TRACE / HTTP/1.1\r\nHost: " + HOST + "\r\n",
                "POST / HTTP/1.1\r\nHost: " + HOST + "\r\nContent-Length: 0\r\n",
                "POST /logout HTTP/1.1\r\nHost: " + HOST + "\r\nContent-Length: 0\r\n",
                "POST / HTTP/1.1\r\nHost: " + HOST + "\r\nTransfer-Encoding: foo\r\n",
                "GET / HTTP/1.1\r\nHost: " + HOST + "\r\nX: " + "a".repeat(20_000) + "\r\n");
        return Stream.concat(plain, odd);
    }

    @ParameterizedTest
    @MethodSource("asked")
    void every_answer_bears_them(String request) throws IOException {
        String answer = raw(request);
        String head = answer.substring(0, answer.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT);
        for (String header : ALWAYS) {
            assertThat(head.split("\r\n" + header + ":", -1)).as(header).hasSize(2);
        }
        assertThat(head)
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe")
                .contains("base-uri 'none'")
                .contains("default-src 'none'")
                .contains("x-content-type-options: nosniff")
                .doesNotContain("access-control-allow")
                .doesNotContain("strict-transport-security");
        // what is not the same for everybody is kept nowhere
        assertThat(head)
                .containsPattern(
                        KEPT.matcher(request).find() ? "cache-control: [^\r]+" : "cache-control: [^\r]*no-store");
        assertThat(answer).doesNotContain(HOST);
        if (head.contains("cache-control: max-age")) {
            assertThat(head).doesNotContain("set-cookie");
        }
        for (String line : head.split("\r\n")) {
            if (line.startsWith("set-cookie")) {
                assertThat(line).contains("samesite=lax");
                assertThat(line.contains("httponly") || line.startsWith("set-cookie: minqing-csrf="))
                        .isTrue();
            }
        }
    }

    @Test
    void nothing_is_echoed_and_nothing_listed() throws IOException {
        assertThat(raw("TRACE / HTTP/1.1\r\nHost: localhost\r\nX-Own: secret\r\n"))
                .startsWith("HTTP/1.1 405")
                .doesNotContain("secret");
        assertThat(raw("GET /webjars/ HTTP/1.1\r\nHost: localhost\r\n")).startsWith("HTTP/1.1 404");
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked, x\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    /** What its lines look like, and that a flood is not written line by line, SecurityLogTest says. */
    @Test
    void whoever_is_turned_away_is_told_to_the_security_log() throws IOException {
        long before = SecurityLog.met("refused");
        raw("GET /actuator/prometheus?x=%0A HTTP/1.1\r\nHost: localhost\r\n");
        // told when the answer has gone out
        await().until(() -> SecurityLog.met("refused"), met -> met > before);
    }

    @Test
    void files_that_are_the_same_for_everybody_come_without_a_cookie() throws IOException {
        for (String file :
                List.of("/pages.css", "/pages.js", "/favicon.svg", "/webjars/htmx.org/2.0.10/dist/htmx.min.js")) {
            assertThat(raw("GET " + file + " HTTP/1.1\r\nHost: localhost\r\n"))
                    .startsWith("HTTP/1.1 200")
                    .doesNotContainIgnoringCase("set-cookie");
        }
    }

    private static String raw(String request) throws IOException {
        int port = QueryServer.shared().uri("/").getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write((request + (request.startsWith("NONSENSE") ? "" : "Connection: close\r\n") + "\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
