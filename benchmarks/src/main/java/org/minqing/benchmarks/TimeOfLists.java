package org.minqing.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long each list of a running system takes for a thousand of its entities, beside the peer: as many states selected from the
 * register, parsed and written as JSON again, with no name, no code and no right looked at. Both by turns, so that the load is the
 * same; a ratio is worth more than a time.
 *
 * <p>Arguments: a bearer token, JDBC address of the database with user and password, port (8080), rounds (31). Medians in
 * milliseconds.
 */
public final class TimeOfLists {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> LISTS = List.of(
            "households",
            "cadres",
            "links",
            "enrolments",
            "visits",
            "funds",
            "projects",
            "activities",
            "postings",
            "documents");
    private static final int WARMING = 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String token;
    private final String jdbc;
    private final String base;
    private final int rounds;

    private TimeOfLists(String token, String jdbc, int port, int rounds) {
        this.token = token;
        this.jdbc = jdbc;
        this.base = "http://127.0.0.1:" + port + "/v1/";
        this.rounds = rounds;
    }

    public static void main(String[] args) throws Exception {
        if (args.length < 2) {
            System.err.println("usage: TimeOfLists TOKEN JDBC_URL [port] [rounds]");
            System.exit(2);
        }
        new TimeOfLists(
                        args[0],
                        args[1],
                        args.length > 2 ? Integer.parseInt(args[2]) : 8080,
                        args.length > 3 ? Integer.parseInt(args[3]) : 31)
                .run();
    }

    private interface Timed {
        int items() throws Exception;
    }

    private void run() throws Exception {
        System.out.printf("%-12s %6s %8s %8s %6s%n", "list", "items", "ms", "peer ms", "ratio");
        try (Connection connection = DriverManager.getConnection(jdbc)) {
            for (String list : LISTS) {
                int items = listed(list);
                String type = items == 0
                        ? ""
                        : JSON.readTree(get(list + "?limit=1"))
                                .path("items")
                                .path(0)
                                .path("type")
                                .asString("");
                double[] own = new double[rounds];
                double[] peer = new double[rounds];
                for (int i = -WARMING; i < rounds; i++) {
                    double ms = millis(() -> listed(list));
                    double plain = millis(() -> selected(connection, type));
                    if (i >= 0) {
                        own[i] = ms;
                        peer[i] = plain;
                    }
                }
                System.out.printf(
                        Locale.ROOT,
                        "%-12s %6d %8.1f %8.1f %6.1f%n",
                        list,
                        items,
                        median(own),
                        median(peer),
                        median(own) / median(peer));
            }
        }
    }

    private static double millis(Timed timed) throws Exception {
        long start = System.nanoTime();
        timed.items();
        return (System.nanoTime() - start) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private int listed(String list) throws Exception {
        return JSON.readTree(get(list + "?limit=1000")).path("items").size();
    }

    private String get(String path) throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private static int selected(Connection connection, String type) throws Exception {
        List<JsonNode> states = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select state::text from read.register where type = '" + type
                        + "' and upper_inf(valid) and upper_inf(known) limit 1000")) {
            while (rows.next()) {
                states.add(JSON.readTree(rows.getString(1)));
            }
        }
        return JSON.readTree(JSON.writeValueAsString(states)).size();
    }
}
