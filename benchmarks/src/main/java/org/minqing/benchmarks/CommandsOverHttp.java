package org.minqing.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Commands over HTTP to a running system with the demonstration year, as fast as so many connections get answers: one request at a
 * time each, over kept connections, beside the system on the same machine.
 *
 * <p>Arguments: a bearer token, port (8080), seconds a row (10), lines of a bulk (5,000), {@code bulk} for bulks alone. Prints for RecordVisit at 1, 16 and 64 connections, for
 * RegisterHousehold at 1 and 16, and for lines in bulk: how many a second, and how long one took at the median and at the 99th
 * percentile, in milliseconds; each row begins when the read side has taken in the one before. What was not 201 is counted and makes the row void.
 */
public final class CommandsOverHttp {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String token;
    private final int port;
    private final String visit;

    private CommandsOverHttp(String token, int port) throws IOException, InterruptedException {
        this.token = token;
        this.port = port;
        String household = first("/v1/households?limit=1&village=530303202207");
        String cadre = first("/v1/cadres?limit=1");
        this.visit =
                "{\"householdId\":\"%s\",\"kind\":\"DISPERSED\",\"cadreIds\":[\"%s\"]}".formatted(household, cadre);
    }

    public static void main(String[] args) throws Exception {
        if (args.length < 1) {
            System.err.println("usage: CommandsOverHttp TOKEN [port] [seconds] [lines] [bulk]");
            System.exit(2);
        }
        CommandsOverHttp commands = new CommandsOverHttp(args[0], args.length > 1 ? Integer.parseInt(args[1]) : 8080);
        int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 10;
        int lines = args.length > 3 ? Integer.parseInt(args[3]) : 5_000;
        if (args.length < 5 || !args[4].equals("bulk")) {
            commands.run("warm-up", 16, Math.max(5, seconds), commands::visits);
            for (int connections : new int[] {1, 16, 64}) {
                commands.run("RecordVisit", connections, seconds, commands::visits);
            }
            for (int connections : new int[] {1, 16}) {
                commands.run("RegisterHousehold", connections, seconds, commands::households);
            }
        }
        commands.bulk("RecordVisit", lines, commands.visits());
        commands.bulk("RegisterHousehold", lines, commands.households());
    }

    private interface Bodies {
        String path();

        String body();
    }

    private Bodies visits() {
        return new Bodies() {
            @Override
            public String path() {
                return "/v1/commands/RecordVisit";
            }

            @Override
            public String body() {
                return visit;
            }
        };
    }

    private Bodies households() {
        return new Bodies() {
            @Override
            public String path() {
                return "/v1/commands/RegisterHousehold";
            }

            @Override
            public String body() {
                return """
                        {"villageCode":"530303202207","group":1,"householdNo":"%s","head":{"name":"压测户主"}}""".formatted(UUID.randomUUID().toString().substring(0, 18));
            }
        };
    }

    private void run(String what, int connections, int seconds, java.util.function.Supplier<Bodies> making)
            throws IOException, InterruptedException {
        settle();
        List<long[]> taken = new ArrayList<>();
        AtomicInteger refused = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        for (int i = 0; i < connections; i++) {
            threads.add(Thread.startVirtualThread(() -> {
                long[] mine = loop(making.get(), end, refused);
                synchronized (taken) {
                    taken.add(mine);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double lasted = (System.nanoTime() - begun) / 1e9;
        long[] all = taken.stream().flatMapToLong(LongStream::of).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-18s %3d connections: %6.0f/s, p50 %6.2f ms, p99 %7.2f ms%s%n",
                what,
                connections,
                all.length / lasted,
                at(all, 0.50),
                at(all, 0.99),
                refused.get() == 0 ? "" : ", " + refused + " NOT ACCEPTED");
    }

    private long[] loop(Bodies bodies, long end, AtomicInteger refused) {
        long[] taken = new long[1024];
        int count = 0;
        while (System.nanoTime() < end) {
            try (var connection = new CommandConnection(port + 1, token)) {
                while (connection.open() && System.nanoTime() < end) {
                    long start = System.nanoTime();
                    if (connection.send(bodies.path(), bodies.body()) != 201) {
                        refused.incrementAndGet();
                    }
                    if (count == taken.length) {
                        taken = Arrays.copyOf(taken, 2 * count);
                    }
                    taken[count++] = System.nanoTime() - start;
                }
            } catch (IOException e) {
                refused.incrementAndGet();
            }
        }
        return Arrays.copyOf(taken, count);
    }

    /** Until the read side has taken in what the row before has sent: each row pays for itself. */
    private void settle() throws IOException, InterruptedException {
        HttpResponse<String> sent = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + (port + 1) + "/v1/commands/RecordVisit"))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(HttpRequest.BodyPublishers.ofString(visit))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        String path = "/v1/cadres?limit=1&after="
                + JSON.readTree(sent.body()).get("position").asLong();
        while (ask(path).statusCode() != 200) {
            Thread.sleep(200);
        }
    }

    private void bulk(String command, int count, Bodies bodies) throws IOException, InterruptedException {
        settle();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("{\"command\":\"")
                    .append(command)
                    .append("\",\"commandId\":\"")
                    .append(UUID.randomUUID())
                    .append("\",\"data\":")
                    .append(bodies.body())
                    .append("}\n");
        }
        long start = System.nanoTime();
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (port + 1) + "/v1/commands"))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/x-ndjson")
                                .POST(HttpRequest.BodyPublishers.ofString(lines.toString()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        double lasted = (System.nanoTime() - start) / 1e9;
        long accepted = response.body()
                .lines()
                .filter(line -> line.contains("\"status\":201"))
                .count();
        System.out.printf(
                Locale.ROOT,
                "%-18s in bulk: %d of %d lines accepted, %.0f lines/s%n",
                command,
                accepted,
                count,
                accepted / lasted);
    }

    private String first(String path) throws IOException, InterruptedException {
        return JSON.readTree(ask(path).body()).at("/items/0/id").asString();
    }

    private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static double at(long[] sorted, double quantile) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(quantile * sorted.length) - 1] / 1e6;
    }
}
