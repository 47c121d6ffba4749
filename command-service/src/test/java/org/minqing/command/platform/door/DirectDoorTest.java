package org.minqing.command.platform.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;

/** What comes by the straight way is answered as on the ordinary way, header for header and byte for byte. */
class DirectDoorTest {
    private static final CommandServer SERVER = CommandServer.shared();
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String VILLAGE = "{\"villageCode\": \"530328202207\"}";

    /** Requests whose answer is the same however often they come. */
    enum Request {
        REPLAYED("OpenNote", VILLAGE),
        DRY_RUN("OpenNote?dryRun=true", VILLAGE),
        UNKNOWN_COMMAND("OpenNothing", VILLAGE),
        UNKNOWN_PARAMETER("OpenNote?dry=true", VILLAGE),
        NO_BODY("OpenNote", ""),
        NOT_JSON("OpenNote", "{"),
        NOT_AN_OBJECT("OpenNote", "[]"),
        UNKNOWN_FIELD("OpenNote", "{\"villageCode\": \"530328202207\", \"village\": 1}"),
        MISSING_FIELD("OpenNote", "{}"),
        UNKNOWN_PLACE("OpenNote", "{\"villageCode\": \"530328202299\"}"),
        OUT_OF_SCOPE("RegisterDivision", "{\"code\": \"54\", \"name\": \"西藏\", \"occurredOn\": \"2011-01-01\"}"),
        NOT_FOUND("CloseNote", "{\"noteId\": \"00000000-0000-0000-0000-00000000dead\"}"),
        STALE("OpenNote", VILLAGE, "If-Match", "\"7\""),
        MALFORMED_CONDITION("OpenNote", VILLAGE, "If-Match", "7"),
        NO_KEY("OpenNote", VILLAGE, "Idempotency-Key", ""),
        MALFORMED_KEY("OpenNote", VILLAGE, "Idempotency-Key", "one"),
        KEY_BEYOND_ASCII("OpenNote", VILLAGE, "Idempotency-Key", "\u00e9"),
        PACKED("OpenNote", VILLAGE, "Content-Encoding", "gzip"),
        OTHER_CHARSET("OpenNote", VILLAGE, "Content-Type", "application/json;charset=gbk"),
        OTHER_TYPE("OpenNote", VILLAGE, "Content-Type", "text/plain"),
        IN_ENGLISH("OpenNote", "{}", "Accept-Language", "en"),
        VOID_OF_NOTHING("Void", "{\"eventId\": \"00000000-0000-0000-0000-00000000dead\", \"reason\": \"x\"}"),
        ENCODED_ADDRESS("Open%4Eote", VILLAGE),
        LARGE("OpenNote", "{\"villageCode\": \"" + "5".repeat(1 << 20) + "\"}"),
        MANY_FAULTS("OpenNote", "{" + many() + "\"villageCode\": 1}");

        private final String command;
        private final String body;
        private final List<String> headers;

        Request(String command, String body, String... headers) {
            this.command = command;
            this.body = body;
            this.headers = List.of(headers);
        }

        /** So that the answer is larger than what the container holds back. */
        private static String many() {
            StringBuilder fields = new StringBuilder();
            for (int i = 0; i < 300; i++) {
                fields.append("\"unknown").append(i).append("\": 1, ");
            }
            return fields.toString();
        }
    }

    @ParameterizedTest
    @EnumSource(Request.class)
    void both_ways_answer_the_same(Request request) {
        String key = UUID.randomUUID().toString();
        send(request, key, unseen());
        Reply ordinary = send(request, key, unseen());
        String known = unseen();
        send(request, key, known);
        Reply straight = send(request, key, known);
        assertThat(straight.status()).isEqualTo(ordinary.status());
        assertThat(straight.body()).isEqualTo(ordinary.body());
        assertThat(headers(straight)).isEqualTo(headers(ordinary));
    }

    @Test
    void what_is_accepted_is_told_alike() {
        String known = unseen();
        Reply ordinary =
                send(Request.REPLAYED, UUID.randomUUID().toString(), known).requireStatus(201);
        Reply straight =
                send(Request.REPLAYED, UUID.randomUUID().toString(), known).requireStatus(201);
        assertThat(headers(straight).keySet())
                .containsExactlyElementsOf(headers(ordinary).keySet());
        assertThat(straight.json().propertyNames())
                .containsExactlyElementsOf(ordinary.json().propertyNames());
        assertThat(straight.header("Location")).isPresent();
        assertThat(straight.header("ETag")).isEqualTo(ordinary.header("ETag"));
        assertThat(SERVER.stream("Note-" + straight.id()).getFirst().metadata())
                .containsEntry("traceparent", TRACE)
                .containsOnlyKeys(SERVER.stream("Note-" + ordinary.id())
                        .getFirst()
                        .metadata()
                        .keySet());
    }

    @Test
    void only_whose_token_was_verified_goes_straight_and_whatever_is_sent_is_counted() {
        String known = unseen();
        long before = dispatched();
        long counted = counted();
        send(Request.REPLAYED, UUID.randomUUID().toString(), known).requireStatus(201);
        // both are counted once the answer is on its way
        await().untilAsserted(() -> assertThat(dispatched()).isEqualTo(before + 1));
        send(Request.REPLAYED, UUID.randomUUID().toString(), known).requireStatus(201);
        await().untilAsserted(() -> assertThat(counted()).isEqualTo(counted + 2));
        assertThat(dispatched()).as("straight").isEqualTo(before + 1);
    }

    @Test
    void role_and_scope_are_judged_on_every_call() {
        String cadre = token("53", "auditor");
        String elsewhere = token("54", "office");
        for (int i = 0; i < 3; i++) {
            assertThat(send(Request.REPLAYED, UUID.randomUUID().toString(), cadre)
                            .status())
                    .isEqualTo(403);
            assertThat(send(Request.REPLAYED, UUID.randomUUID().toString(), elsewhere)
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_token_that_is_not_good_gets_no_further_than_before() {
        for (String token :
                List.of(SERVER.identity().expired(), SERVER.identity().ofAnotherIssuer(), "nonsense", unseen() + "x")) {
            for (int i = 0; i < 2; i++) {
                Reply reply = send(Request.REPLAYED, UUID.randomUUID().toString(), token);
                assertThat(reply.status()).isEqualTo(401);
                assertThat(reply.header("WWW-Authenticate"))
                        .hasValueSatisfying(
                                challenge -> assertThat(challenge).startsWith("Bearer error=\"invalid_token\""));
                assertThat(reply.code()).isEqualTo("unauthorized");
            }
        }
    }

    private static String unseen() {
        return token("53", "office", "province");
    }

    private static String token(String division, String... roles) {
        return SERVER.identity()
                .token(Map.of(
                        "client_id",
                        "office",
                        "division",
                        division,
                        "roles",
                        List.of(roles),
                        "jti",
                        UUID.randomUUID().toString()));
    }

    private static Reply send(Request request, String key, String token) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + token);
        headers.put("Content-Type", "application/json");
        headers.put("Idempotency-Key", key);
        headers.put("traceparent", TRACE);
        for (int i = 0; i < request.headers.size(); i += 2) {
            headers.put(request.headers.get(i), request.headers.get(i + 1));
        }
        List<String> flat = new ArrayList<>();
        headers.forEach((name, value) -> flat.addAll(Arrays.asList(name, value)));
        return SERVER.send("POST", "/v1/commands/" + request.command, request.body, flat.toArray(String[]::new));
    }

    private static Map<String, List<String>> headers(Reply reply) {
        Map<String, List<String>> headers =
                new LinkedHashMap<>(reply.response().headers().map());
        headers.remove("date");
        // one less each time
        headers.remove("ratelimit");
        return headers;
    }

    private static long dispatched() {
        return count("http.server.requests");
    }

    private static long counted() {
        return count("minqing.commands");
    }

    private static long count(String timer) {
        return SERVER.bean(MeterRegistry.class).find(timer).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
