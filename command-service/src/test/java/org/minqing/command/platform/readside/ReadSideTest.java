package org.minqing.command.platform.readside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.log.EventLog;

class ReadSideTest {
    private final List<String> asked = new ArrayList<>();
    private final List<String> bearers = new ArrayList<>();
    private HttpServer server;
    private ReadSide readSide;
    private int tokens;
    private int refused;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", exchange -> {
            tokens++;
            answer(
                    exchange,
                    200,
                    "{\"access_token\":\"t" + tokens + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
        });
        server.createContext("/v1/", exchange -> {
            asked.add(exchange.getRequestURI().getRawPath() + "?"
                    + exchange.getRequestURI().getRawQuery());
            bearers.add(exchange.getRequestHeaders().getFirst("Authorization"));
            if (refused-- > 0) {
                answer(exchange, 401, "{}");
            } else {
                answer(exchange, status, status == 200 ? "{\"items\":[1]}" : "{\"code\":\"no-such-thing\"}");
            }
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        readSide = new HttpReadSide(
                mock(EventLog.class), new HttpReadSide.Settings(null, url + "/token", "me", "secret"), url);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void asks_at_the_position_with_a_token_of_its_own_and_keeps_the_bytes() {
        ReadSide.Answer answer = readSide.ask("/v1/samples", Map.of("frame", "水 田&x=1"), 42);
        assertThat(answer.json().at("/items/0").asInt()).isEqualTo(1);
        assertThat(answer.sha256()).isEqualTo("278d9fab4402d2b67f59b2d1cb9a917c7c80932439f364b75710fb1d96436ee3");
        assertThat(asked).containsExactly("/v1/samples?frame=%E6%B0%B4%20%E7%94%B0%26x%3D1&knownAt=42");
        readSide.ask("/v1/samples", Map.of(), 43);
        assertThat(bearers).containsExactly("Bearer t1", "Bearer t1");
    }

    @Test
    void gets_another_token_where_the_first_is_no_longer_good() {
        readSide.ask("/v1/samples", Map.of(), 1);
        refused = 1;
        readSide.ask("/v1/samples", Map.of(), 1);
        assertThat(bearers).containsExactly("Bearer t1", "Bearer t1", "Bearer t2");
    }

    @Test
    void is_away_while_it_does_not_stand_there() {
        status = 503;
        assertThatThrownBy(() -> readSide.ask("/v1/samples", Map.of(), 1)).isInstanceOfSatisfying(Refusal.class, r -> {
            assertThat(r.status()).isEqualTo(503);
            assertThat(r.code()).isEqualTo("read-side-away");
        });
    }

    @Test
    void is_away_while_nobody_listens() {
        server.stop(0);
        assertThatThrownBy(() -> readSide.ask("/v1/samples", Map.of(), 1))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("read-side-away"));
    }

    @Test
    void says_which_question_was_refused() {
        status = 404;
        assertThatThrownBy(() -> readSide.ask("/v1/samples", Map.of(), 1)).isInstanceOfSatisfying(Refusal.class, r -> {
            assertThat(r.status()).isEqualTo(409);
            assertThat(r.code()).isEqualTo("not-answered");
            assertThat(r.arguments()).containsExactly("/v1/samples", "404", "no-such-thing");
        });
    }
}
