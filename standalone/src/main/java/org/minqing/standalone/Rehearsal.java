package org.minqing.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything started on an empty folder, given some work and stopped: for the launcher, which has the JVM write down the classes this
 * takes and which of their methods are worth compiling first.
 */
final class Rehearsal {
    private static final String VILLAGE = "530303202207";
    private static final int VISITS = 400;
    private static final int VISITS_A_QUESTION = 20;

    private final HttpClient http;
    private final Ports ports;
    private final String token;

    private Rehearsal(HttpClient http, Ports ports, String token) {
        this.http = http;
        this.ports = ports;
        this.token = token;
    }

    static int run(Options options) throws IOException, InterruptedException {
        DataDirectory directory = DataDirectory.make(options.data());
        Logging.into(directory.log());
        Ports ports = Ports.anyFree();
        try (var instance = new Instance(directory, ports, Story.BEGINNING_OF_THE_YEAR);
                HttpClient http = HttpClient.newHttpClient()) {
            instance.start();
            new Rehearsal(http, ports, Token.fetch(directory, "office")).work();
        }
        return 0;
    }

    private void work() throws IOException, InterruptedException {
        String visit = JsonMapper.shared()
                .createObjectNode()
                .put("householdId", first("/v1/households?limit=1&village=" + VILLAGE))
                .put("kind", "DISPERSED")
                .set("cadreIds", JsonMapper.shared().createArrayNode().add(first("/v1/cadres?limit=1")))
                .toString();
        for (int i = 0; i < VISITS; i++) {
            HttpResponse<String> recorded = http.send(
                    to(ports.commandUrl() + "/v1/commands/RecordVisit")
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .POST(BodyPublishers.ofString(visit))
                            .build(),
                    BodyHandlers.ofString());
            JsonNode answer = JsonMapper.shared().readTree(recorded.body());
            if (i % VISITS_A_QUESTION == 0) {
                ask("/v1/visits/" + answer.at("/subject/id").asString("") + "?after="
                        + answer.at("/position").asString(""));
                ask("/v1/visits?limit=100");
                ask("/v1/dashboards/" + VILLAGE);
            }
        }
    }

    private String first(String list) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(ask(list)).at("/items/0/id").asString("");
    }

    private String ask(String question) throws IOException, InterruptedException {
        return http.send(to(ports.queryUrl() + question).build(), BodyHandlers.ofString())
                .body();
    }

    private HttpRequest.Builder to(String address) {
        return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token);
    }
}
