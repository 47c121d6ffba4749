package org.minqing.benchmarks.torture;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.random.RandomGenerator;

/** Thousands of GETs of somebody who never signs in and keeps no cookie. */
final class StrangersPages implements Fault {
    private static final int AT_ONCE = 16;

    @Override
    public String name() {
        return "strangers-gets";
    }

    @Override
    public void strike(Victim victim, RandomGenerator random) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest page = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + victim.queryPort() + "/"))
                    .header("Accept", "text/html")
                    .build();
            Burst.of(
                    AT_ONCE,
                    random.nextInt(3_000, 8_000),
                    number -> http.send(page, HttpResponse.BodyHandlers.discarding()));
        }
    }
}
