package org.minqing.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product as its users start it, by {@code ./minqing}, with the demonstration year in a folder of its own. */
final class Installation implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path launcher;
    private final Path data;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param root where {@code ./minqing} lies */
    Installation(Path root, Path data, int port) {
        this.launcher = root.resolve("minqing");
        this.data = data;
        this.port = port;
    }

    /** @return seconds until the launcher had said that everything answers */
    double up() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        launcher("up", "--detach", "--data", data.toString(), "--port", "" + port);
        return (System.nanoTime() - begun) / 1e9;
    }

    int port() {
        return port;
    }

    int commandPort() {
        return port + 1;
    }

    Path data() {
        return data;
    }

    String token() throws IOException, InterruptedException {
        return launcher("token", "office", "--data", data.toString());
    }

    /** @return the body of a RecordVisit that is accepted as often as it is sent */
    String visit(String token) throws IOException, InterruptedException {
        return "{\"householdId\":\"%s\",\"kind\":\"DISPERSED\",\"cadreIds\":[\"%s\"]}"
                .formatted(
                        ask(token, "/v1/households?limit=1&village=530303202207")
                                .at("/items/0/id")
                                .asString(),
                        ask(token, "/v1/cadres?limit=1").at("/items/0/id").asString());
    }

    JsonNode ask(String token, String path) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + " " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    /** Stops it; its folder stays. */
    @Override
    public void close() throws IOException {
        try {
            launcher("down", "--data", data.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String launcher(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile("minqing-said", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(said.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " failed: " + Files.readString(said));
            }
            return Files.readString(said).strip();
        } finally {
            Files.delete(said);
        }
    }
}
