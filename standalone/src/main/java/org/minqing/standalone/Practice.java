package org.minqing.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.minqing.standalone.identity.CredentialsFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same few commands and questions over and over: a JVM is quick in what it has done before. */
final class Practice implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Practice.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 3;
    private static final String CLIENT = "office";

    private final HttpClient http;
    private final Ports ports;
    private final String token;
    private final String visit;
    private final String division;

    Practice(DataDirectory directory, Ports ports) throws IOException, InterruptedException {
        this.http = directory.http();
        this.ports = ports;
        this.token = Token.fetch(directory, CLIENT);
        this.division = any("/v1/divisions?limit=1");
        this.visit = JsonMapper.shared()
                .createObjectNode()
                .put("householdId", any("/v1/households?limit=1"))
                .put("kind", "DISPERSED")
                .set("cadreIds", JsonMapper.shared().createArrayNode().add(any("/v1/cadres?limit=1")))
                .toString();
    }

    /** So many visits for good. */
    void record(int visits) throws IOException, InterruptedException {
        for (int i = 0; i < visits; i++) {
            JsonNode recorded = send("");
            ask(
                    i,
                    recorded.at("/subject/id").asString(""),
                    recorded.at("/position").asString(""));
        }
    }

    /** For so long, nothing of it for good. What goes wrong is no reason not to start. */
    static void dry(DataDirectory directory, Ports ports, Duration lasting) throws IOException, InterruptedException {
        // whoever has made accounts of his own, and told this folder nothing of them, starts cold
        if (CredentialsFile.in(directory.root()).read().stream()
                .flatMap(told -> told.clients().stream())
                .noneMatch(client -> client.clientId().equals(CLIENT))) {
            return;
        }
        long end = System.nanoTime() + lasting.toNanos();
        try (var practice = new Practice(directory, ports);
                ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < AT_ONCE; i++) {
                senders.submit(() -> {
                    for (int n = 0; System.nanoTime() < end; n++) {
                        practice.send("?dryRun=true");
                        practice.ask(n, "", "");
                    }
                    return null;
                });
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("could not warm up; the first answers take longer", e);
        }
    }

    private JsonNode send(String how) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                to(ports.commandUrl() + "/v1/commands/RecordVisit" + how)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(visit))
                        .build(),
                BodyHandlers.ofString());
        return JsonMapper.shared().readTree(answer.body());
    }

    /** Now and then a question of each kind. */
    private void ask(int round, String id, String position) throws IOException, InterruptedException {
        switch (round % 20) {
            case 0 -> ask("/v1/visits?limit=100");
            case 5 -> ask("/v1/dashboards/" + division);
            case 10 -> ask(id.isEmpty() ? "/v1/visits?limit=1" : "/v1/visits/" + id + "?after=" + position);
            default -> {}
        }
    }

    /** Of nobody where there is nobody yet: then a refusal is practised. */
    private String any(String list) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(ask(list)).at("/items/0/id").asString(new UUID(0, 0).toString());
    }

    private String ask(String question) throws IOException, InterruptedException {
        return http.send(to(ports.queryUrl() + question).build(), BodyHandlers.ofString())
                .body();
    }

    private HttpRequest.Builder to(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).header("Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        http.close();
    }
}
