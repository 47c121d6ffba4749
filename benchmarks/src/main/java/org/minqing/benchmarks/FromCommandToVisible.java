package org.minqing.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long a fact takes from the command's 201 until a question shows it, at a steady rate against a running system.
 *
 * <p>Arguments: DIR (the data folder of {@code ./minqing up}), port (8080), commands a second (50), seconds (30). Each command is a
 * RecordVisit of a registered household; as soon as its 201 is read, {@code GET /v1/visits/{id}?after=<position>} is sent, and the
 * time until its 200 is read is the figure: the read side's lag and one whole question. Prints p50, p90, p99 and the largest, in
 * milliseconds, of the commands after a warm-up of five seconds.
 */
public final class FromCommandToVisible {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final int port;
    private final String token;

    private FromCommandToVisible(Path dir, int port) throws IOException, InterruptedException {
        this.port = port;
        this.token = token(dir);
    }

    public static void main(String[] args) throws Exception {
        if (args.length < 1) {
            System.err.println("usage: FromCommandToVisible DIR [port] [commands a second] [seconds]");
            System.exit(2);
        }
        int port = args.length > 1 ? Integer.parseInt(args[1]) : 8080;
        int rate = args.length > 2 ? Integer.parseInt(args[2]) : 50;
        int seconds = args.length > 3 ? Integer.parseInt(args[3]) : 30;
        new FromCommandToVisible(Path.of(args[0]), port).run(rate, seconds);
    }

    private void run(int rate, int seconds) throws IOException, InterruptedException {
        JsonNode household = get("/v1/households?limit=1&village=530303202207").at("/items/0/id");
        JsonNode cadre = get("/v1/cadres?limit=1").at("/items/0/id");
        String body = JSON.writeValueAsString(JSON.createObjectNode()
                .put("householdId", household.asString())
                .put("kind", "DISPERSED")
                .set("cadreIds", JSON.createArrayNode().add(cadre.asString())));
        ConcurrentLinkedQueue<Long> lags = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        long warm = start + TimeUnit.SECONDS.toNanos(5);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < rate * (seconds + 5); i++) {
                long due = start + i * TimeUnit.SECONDS.toNanos(1) / rate;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                workers.submit(() -> {
                    try {
                        long lag = recordAndSee(body);
                        if (due > warm) {
                            lags.add(lag);
                        }
                    } catch (IOException | IllegalStateException e) {
                        failures.add(e.toString());
                    }
                    return null;
                });
            }
        }
        report(rate, lags.stream().mapToLong(Long::longValue).sorted().toArray(), failures);
    }

    private static void report(int rate, long[] sorted, ConcurrentLinkedQueue<String> failures) {
        System.out.printf(
                "%d commands at %d/s, %d failed%s: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, largest %.1f ms%n",
                sorted.length,
                rate,
                failures.size(),
                failures.isEmpty() ? "" : " (" + failures.peek() + ")",
                at(sorted, 0.50),
                at(sorted, 0.90),
                at(sorted, 0.99),
                at(sorted, 1.0));
    }

    private static double at(long[] sorted, double quantile) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(quantile * sorted.length) - 1] / 1e6;
    }

    private long recordAndSee(String body) throws IOException, InterruptedException {
        HttpResponse<String> accepted = http.send(
                request(port + 1, "/v1/commands/RecordVisit")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        long recorded = System.nanoTime();
        if (accepted.statusCode() != 201) {
            throw new IllegalStateException(accepted.statusCode() + " " + accepted.body());
        }
        JsonNode answer = JSON.readTree(accepted.body());
        get("/v1/visits/" + answer.at("/subject/id").asString() + "?after="
                + answer.get("position").asLong());
        return System.nanoTime() - recorded;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request(port, path).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token);
    }

    private String token(Path dir) throws IOException, InterruptedException {
        JsonNode credentials = JSON.readTree(Files.readString(dir.resolve("credentials.json")));
        JsonNode office = null;
        for (JsonNode client : credentials.get("clients")) {
            if ("office".equals(client.get("clientId").asString())) {
                office = client;
            }
        }
        if (office == null) {
            throw new IllegalStateException("no client office in " + dir.resolve("credentials.json"));
        }
        String basic = Base64.getEncoder()
                .encodeToString((office.get("clientId").asString() + ":"
                                + office.get("clientSecret").asString())
                        .getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(credentials.get("issuer").asString() + "/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(response.body()).get("access_token").asString();
    }
}
