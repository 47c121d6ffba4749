package org.minqing.benchmarks.torture;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.random.RandomGenerator;

/** Somebody guesses the secrets of the pages' client and of the office's, many at once. */
final class WrongSecrets implements Fault {
    private static final int AT_ONCE = 8;

    @Override
    public String name() {
        return "wrong-secrets";
    }

    @Override
    public void strike(Victim victim, RandomGenerator random) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            Burst.of(AT_ONCE, random.nextInt(2_000, 5_000), number -> {
                HttpRequest guess = HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + victim.identityPort() + "/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id="
                                + (number % 2 == 0 ? "pages" : "office") + "&client_secret=guess" + number))
                        .build();
                http.send(guess, HttpResponse.BodyHandlers.discarding());
            });
        }
    }
}
