package org.minqing.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long each data-quality rule takes on a running system, the slowest first.
 *
 * <p>Arguments: a bearer token, port (8080), parameters of the question ({@code asOf=2012-12-31}), rounds (3). The figure is the
 * quickest of the rounds, in milliseconds, of {@code GET /v1/data-quality?rule=...&limit=1}: a whole question with all that it finds
 * but one left unprinted.
 */
public final class TimeOfRules {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String token;
    private final String base;

    private TimeOfRules(String token, int port) {
        this.token = token;
        this.base = "http://127.0.0.1:" + port + "/v1/data-quality";
    }

    private record Timed(String rule, double millis) {}

    public static void main(String[] args) throws Exception {
        if (args.length < 1) {
            System.err.println("usage: TimeOfRules TOKEN [port] [parameters] [rounds]");
            System.exit(2);
        }
        new TimeOfRules(args[0], args.length > 1 ? Integer.parseInt(args[1]) : 8080)
                .run(args.length > 2 ? args[2] : "asOf=2012-12-31", args.length > 3 ? Integer.parseInt(args[3]) : 3);
    }

    private void run(String parameters, int rounds) throws Exception {
        List<Timed> timed = new ArrayList<>();
        for (JsonNode rule : get("/rules").get("items")) {
            String number = rule.get("rule").asString();
            long quickest = Long.MAX_VALUE;
            for (int i = 0; i < rounds; i++) {
                long start = System.nanoTime();
                get("?limit=1&rule=" + number + "&" + parameters);
                quickest = Math.min(quickest, System.nanoTime() - start);
            }
            timed.add(new Timed(number, quickest / (double) TimeUnit.MILLISECONDS.toNanos(1)));
        }
        timed.sort(Comparator.comparingDouble(Timed::millis).reversed());
        timed.forEach(each -> System.out.printf("%s %8.0f ms%n", each.rule(), each.millis()));
        System.out.printf(
                "%d rules %.0f ms%n",
                timed.size(), timed.stream().mapToDouble(Timed::millis).sum());
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }
}
