package org.minqing.benchmarks.torture;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.random.RandomGenerator;

/** One client asks for everything that is dear, as much at once as it can; the others are those whose answers count. */
final class HeavyClient implements Fault {
    private static final int AT_ONCE = 24;
    private static final String[] DEAR = {
        "/v1/data-quality", "/v1/findings?limit=500", "/v1/visits?limit=500", "/v1/coverage", "/v1/dashboards/5303"
    };

    @Override
    public String name() {
        return "heavy-client";
    }

    @Override
    public void strike(Victim victim, RandomGenerator random) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            Burst.of(AT_ONCE, random.nextInt(3_000, 6_000), number -> {
                HttpResponse<Void> answer = http.send(
                        victim.request(victim.queryPort(), DEAR[number % DEAR.length])
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
                if (answer.statusCode() >= 400) {
                    Thread.sleep(50);
                }
            });
        }
    }
}
