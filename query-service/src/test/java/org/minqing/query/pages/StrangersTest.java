package org.minqing.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.query.QueryServer;

/** Nothing is kept of whoever has not signed in. */
class StrangersTest {
    private final QueryServer server = QueryServer.shared();
    private final HttpClient browser = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/evidence?measure=M05",
                "/report?year=2012",
                "/nothing",
                "/sign-in-again",
                "/oauth2/authorization/pages",
                "/login/oauth2/code/pages?code=1&state=2",
                "/login/oauth2/code/pages?error=access_denied&state=2",
                "/logout",
                "/v1/divisions"
            })
    void no_address_begins_a_session(String address) throws Exception {
        assertThat(cookies(get(address))).noneMatch(cookie -> cookie.startsWith("minqing-query="));
        HttpResponse<String> posted =
                send(HttpRequest.newBuilder(server.uri(address)).POST(BodyPublishers.noBody()));
        assertThat(cookies(posted)).noneMatch(cookie -> cookie.startsWith("minqing-query="));
    }

    @Test
    void where_they_wanted_to_go_and_what_a_sign_in_rests_on_is_kept_by_the_browser() throws Exception {
        HttpResponse<String> asked = get("/evidence?measure=M05&division=530328");
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(cookies(asked))
                .anyMatch(cookie -> cookie.startsWith("minqing-address=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Lax"));
        HttpResponse<String> begun = get("/oauth2/authorization/pages");
        String state = begun.headers().firstValue("Location").orElseThrow().replaceAll(".*[?&]state=([^&]*).*", "$1");
        assertThat(cookies(begun))
                .anyMatch(cookie -> cookie.startsWith("minqing-sign-in=" + state.replace("%3D", "="))
                        && cookie.contains("HttpOnly"));
    }

    private HttpResponse<String> get(String address) throws Exception {
        return send(HttpRequest.newBuilder(server.uri(address)).header("Accept", "text/html"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private static List<String> cookies(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie");
    }
}
