package org.minqing.query.platform.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private final County county = new County();

    private AutoCloseable listen(List<String> ids, String query, @Nullable String lastEventId) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(county.server.uri("/v1/events/stream" + query))
                .header("Authorization", "Bearer " + county.office())
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        Thread.startVirtualThread(() -> hear(response.body(), ids));
        return response.body();
    }

    /** The positions of the beginning and of events, not of a stream that says it is still there. */
    private static void hear(InputStream stream, List<String> ids) {
        try (var lines = new java.io.BufferedReader(
                new java.io.InputStreamReader(stream, java.nio.charset.StandardCharsets.UTF_8))) {
            String id = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:") || line.equals(":listening")) {
                    ids.add(id);
                }
            }
        } catch (java.io.IOException closed) {
            // the test has hung up
        }
    }

    @Test
    void tells_whoever_listens_as_soon_as_something_is_recorded_and_goes_on_where_one_broke_off() throws Exception {
        List<String> ids = new CopyOnWriteArrayList<>();
        String position;
        String head = String.valueOf(county.server.log.log().head());
        try (AutoCloseable stream =
                listen(ids, "?type=org.minqing.Household.HouseholdRegistered&after=" + head, null)) {
            await().until(() -> ids.equals(List.of(head)));
            county.household(county.village, "李示例");
            await().until(() -> ids.size() == 2);
            county.household(county.village, "王示例");
            await().until(() -> ids.size() == 3);
            position = ids.get(1);
        }
        List<String> again = new CopyOnWriteArrayList<>();
        try (AutoCloseable stream = listen(again, "?type=Household.HouseholdRegistered", position)) {
            await().until(() -> again.size() == 2);
            assertThat(again).containsExactly(ids.get(1), ids.get(2));
        }
    }

    @Test
    void begins_where_the_batches_begin_when_nothing_is_given() throws Exception {
        county.household(county.village, "李示例");
        county.ask("/v1/households");
        String first = county.server
                .get(county.office(), "/v1/events?limit=1&division=" + county.village, "en")
                .json()
                .path(0)
                .path("position")
                .asString();
        List<String> ids = new CopyOnWriteArrayList<>();
        try (AutoCloseable stream = listen(ids, "?division=" + county.village, null)) {
            await().until(() -> ids.size() >= 2);
            assertThat(ids).startsWith("0", first);
        }
    }

    @Test
    void answers_at_once_with_the_position_it_stands_at_though_nothing_has_happened() throws Exception {
        long head = county.server.log.log().head();
        await().until(() -> county.server
                        .get(county.office(), "/v1/measures?after=" + head, "en")
                        .status()
                == 200);
        var request = HttpRequest.newBuilder(county.server.uri("/v1/events/stream?after=" + head))
                .header("Authorization", "Bearer " + county.office())
                .build();
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (var lines = new java.io.BufferedReader(new java.io.InputStreamReader(response.body()))) {
            assertThat(List.of(lines.readLine(), lines.readLine(), lines.readLine(), lines.readLine()))
                    .containsExactly("id:" + head, "retry:3000", ":listening", "");
        }
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(response.headers().firstValueAsLong("Minqing-Position")).hasValue(head);
    }

    @Test
    void refuses_before_the_stream_begins() {
        assertThat(county.server
                        .get(county.office(), "/v1/events/stream?division=999999", "en")
                        .status())
                .isEqualTo(404);
        assertThat(county.server.get(null, "/v1/events/stream", "en").status()).isEqualTo(401);
    }
}
