package org.minqing.query.platform.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.query.QueryServer.Answer;

/** Whatever is asked for, in whatever form: the answer is a problem, and never a page, a trace or a failure of ours. */
class WrongAddressesTest {
    private final County county = new County();

    @ParameterizedTest
    @CsvSource({
        "/v1,                            404, not-found",
        "/v1/,                           404, not-found",
        "/docs/nothing,                  404, not-found",
        "/v1/households?asOf=%,          400, malformed-query",
        "/v1/households?asOf=%zz,        400, malformed-query",
        "/v1/households?asOf=%ff,        400, malformed-query",
        "/v1/households?=1,              400, malformed-query",
        "/v1//households,                400, bad-request",
        "/v1/households;a=b,             400, bad-request",
        "/v1/%2e%2e/x,                   400, bad-request",
        "/v1/households/..,              400, bad-request",
        "/v1/households%2f1,             400, bad-request",
        "/v1/a%5cb,                      400, bad-request",
        "/v1/households/%00,             400, bad-request",
        "/v1/households?status=[a],      400, bad-request",
        "/v1/households?limit=~,         400, bad-request",
    })
    void an_address_that_cannot_be_read_is_a_problem(String path, int status, String code) throws IOException {
        for (String accept : List.of("*/*", "text/html")) {
            String answer = raw(path.replace("~", "1".repeat(9000)), accept);
            assertThat(answer)
                    .as(path)
                    .startsWith("HTTP/1.1 " + status)
                    .contains("application/problem+json", "\"code\":\"" + code + "\"", "\"traceId\":")
                    .doesNotContain("<", "Exception", "query.problem", "timestamp");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/nothing?colour=red",
                "/v1/nothing/1?reveal=",
                "/v1/nothing/1/timeline?limit=none",
                "/v1/nothing?after=x"
            })
    void a_path_that_leads_nowhere_is_not_found_whatever_is_asked_of_it(String path) {
        Answer answer = county.server.get(county.office(), path, "en");
        assertThat(answer.status()).as(answer.body()).isEqualTo(404);
        assertThat(answer.json().path("code").asString()).isEqualTo("not-found");
    }

    @Test
    void every_problem_says_where_the_read_side_stands() {
        String later = "/v1/households?after=" + (county.server.log.log().head() + 1_000_000);
        for (String path : List.of("/v1/nothing", "/v1/households?colour=red", "/v1/dashboards/53", later)) {
            Answer answer = county.server.get(county.office(), path, "en");
            assertThat(answer.status()).isGreaterThanOrEqualTo(400);
            assertThat(answer.header("Minqing-Position")).as(path).matches("\\d+");
        }
    }

    @Test
    void a_cursor_somebody_made_by_hand_is_malformed() {
        UUID household = county.household(county.village, "李示例");
        String head = String.valueOf(county.server.log.log().head());
        for (String path : List.of(
                "/v1/households?cursor=" + cursor("1", "\u0000", "2012-01-01", "1"),
                "/v1/households?cursor=" + cursor("1", "x", "+99999-01-01", "1"),
                "/v1/households/" + household + "/timeline?cursor="
                        + cursor("+999999999-01-01", "1", "2013-01-01", head),
                "/v1/households/" + household + "/timeline?cursor="
                        + cursor("-999999999-01-01", "1", "2013-01-01", head),
                "/v1/audit?cursor=" + cursor("+1000000000-12-31T23:59:59Z", "1", "1", "2012-01-01", "1"),
                "/v1/figures/evidence?measure=M05&cursor=" + cursor("x", "1", "2012-01-01", "1"))) {
            Answer answer = county.server.get(county.office(), path, "en");
            assertThat(answer.status()).as(path + answer.body()).isEqualTo(400);
            assertThat(answer.json().path("code").asString()).isEqualTo("malformed-parameter");
        }
    }

    private static String cursor(String... parts) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/openapi", "/actuator/health", "/actuator/health/liveness"})
    void what_programs_read_is_json_whatever_is_accepted(String path) throws IOException {
        for (String accept : List.of("text/html", "image/png", "no media type", "*/*")) {
            assertThat(raw(path, accept))
                    .as(path + " " + accept)
                    .startsWith("HTTP/1.1 200")
                    .containsIgnoringCase("Content-Type: application/json");
        }
    }

    /** As no library would send it. */
    private String raw(String path, String accept) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", county.server.uri("/").getPort())) {
            socket.setSoTimeout(90_000);
            String request = "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAccept: " + accept
                    + "\r\nAuthorization: Bearer " + county.office() + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
