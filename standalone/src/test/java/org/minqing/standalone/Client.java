package org.minqing.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of the clients of an installation, speaking REST with a token of its own. */
final class Client {
    /** 21000.00 stays 21000.00. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Installation minqing;
    private final String token;
    private final Map<String, JsonNode> boards = new ConcurrentHashMap<>();

    Client(Installation minqing, String name) throws IOException, InterruptedException {
        this.minqing = minqing;
        this.token = minqing.token(name);
    }

    /** What came back, the body read as JSON. */
    record Answer(int status, JsonNode body, boolean replayed) {
        long position() {
            return body.get("position").asLong();
        }

        String code() {
            return body.path("code").asString("");
        }

        /** The id of its first event, and so of the entity that was made by it. */
        String event() {
            return body.get("events").get(0).get("id").asString();
        }

        /** The position of its first event. */
        long first() {
            return body.get("events").get(0).get("position").asLong();
        }
    }

    Answer send(UUID key, String command, Map<String, ?> body) throws IOException, InterruptedException {
        HttpResponse<String> answer = minqing.command(token, key, command, body);
        return new Answer(
                answer.statusCode(),
                JSON.readTree(answer.body()),
                answer.headers().firstValue("Idempotency-Replayed").isPresent());
    }

    Answer send(String command, Map<String, ?> body) throws IOException, InterruptedException {
        return send(UUID.randomUUID(), command, body);
    }

    /** A command that is to be taken. */
    Answer done(String command, Map<String, ?> body) throws IOException, InterruptedException {
        Answer answer = send(command, body);
        assertThat(answer.status()).as(command + answer.body()).isEqualTo(201);
        return answer;
    }

    /** The answer to a question, as it came. */
    String text(String path, String... headers) throws IOException, InterruptedException {
        HttpResponse<String> answer = minqing.question(token, path, headers);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        return answer.body();
    }

    byte[] bytes(String path, String... headers) throws IOException, InterruptedException {
        return minqing.file(token, path, headers);
    }

    JsonNode ask(String path, String... headers) throws IOException, InterruptedException {
        return JSON.readTree(text(path, headers));
    }

    /** One measure of a dashboard. What was known then is asked for once, however many measures of it are looked at. */
    JsonNode measure(String dashboard, String id) throws IOException, InterruptedException {
        JsonNode board = boards.get(dashboard);
        if (board == null) {
            board = ask(dashboard);
            if (dashboard.contains("knownAt=")) {
                boards.put(dashboard, board);
            }
        }
        for (JsonNode measure : board.get("measures")) {
            if (measure.get("id").asString().equals(id)) {
                return measure;
            }
        }
        throw new AssertionError("no measure " + id + " at " + dashboard);
    }
}
