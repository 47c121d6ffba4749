package org.minqing.benchmarks.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product as its users start it, with the demonstration year, on a disk of its own where that can be had: what faults are done to. */
final class Victim implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SHORT = 30;

    private final Path launcher;
    private final Path data;
    private final int port;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private volatile String token = "";

    /** @param launcher {@code ./minqing} */
    Victim(Path launcher, Path data, int port) {
        this.launcher = launcher;
        this.data = data;
        this.port = port;
    }

    void up() throws IOException, InterruptedException {
        launcher(List.of("up", "--detach", "--data", data.toString(), "--port", "" + port));
        token = launcher(List.of("token", "office", "--data", data.toString()));
    }

    /** What an operator does when the log's time lies ahead. */
    void settle() throws IOException, InterruptedException {
        launcher(List.of("clock", "settle", "--data", data.toString()));
    }

    Path data() {
        return data;
    }

    int queryPort() {
        return port;
    }

    int commandPort() {
        return port + 1;
    }

    int identityPort() {
        return port + 2;
    }

    String token() {
        return token;
    }

    String credentials() throws IOException {
        return Files.readString(data.resolve("credentials.json"));
    }

    /** The server of the database; 0 if none runs. */
    long postgres() {
        return pid(data.resolve("postgres/data/postmaster.pid"));
    }

    /** The process that has everything but the database; 0 if none runs. */
    long process() {
        return pid(data.resolve("pid"));
    }

    private static long pid(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            long pid = lines.isEmpty() ? 0 : Long.parseLong(lines.getFirst().strip());
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent() ? pid : 0;
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    /** Sends a signal, such as {@code KILL}. */
    static void signal(String signal, long pid) throws IOException, InterruptedException {
        if (pid > 1) {
            new ProcessBuilder("kill", "-" + signal, "" + pid).start().waitFor();
        }
    }

    HttpResponse<String> command(String name, UUID key, String body) throws IOException, InterruptedException {
        return send(request(commandPort(), "/v1/commands/" + name)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> question(String path) throws IOException, InterruptedException {
        return send(request(queryPort(), path).build());
    }

    JsonNode ask(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = question(path);
        if (answer.statusCode() != 200) {
            throw new IOException(path + " " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    HttpRequest.Builder request(int onPort, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + onPort + path))
                .timeout(Duration.ofSeconds(SHORT))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en");
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 401) {
            renewToken();
        }
        return answer;
    }

    private synchronized void renewToken() throws InterruptedException {
        try {
            token = launcher(List.of("token", "office", "--data", data.toString()));
        } catch (IOException e) {
            Thread.sleep(200); // the sign-in is harmed too: with the next refusal it is tried again
        }
    }

    /** @return the body of a RecordVisit that is accepted as often as it is sent */
    String visit() throws IOException, InterruptedException {
        return "{\"householdId\":\"%s\",\"kind\":\"DISPERSED\",\"cadreIds\":[\"%s\"]}"
                .formatted(
                        ask("/v1/households?limit=1&village=530303202207")
                                .at("/items/0/id")
                                .asString(),
                        ask("/v1/cadres?limit=1").at("/items/0/id").asString());
    }

    /** Looks into the log as its owner may. */
    Connection database() throws SQLException {
        try {
            JsonNode access = JSON.readTree(Files.readString(data.resolve("postgres/access.json")));
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + access.at("/port").asInt() + "/minqing?connectTimeout=5",
                    "minqing_admin",
                    access.at("/passwords/ADMIN").asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            launcher(List.of("down", "--data", data.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            http.close();
        }
    }

    private String launcher(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(arguments);
        Path said = Files.createTempFile("minqing-said", ".txt");
        try {
            var builder = new ProcessBuilder(command)
                    .redirectOutput(said.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            if (builder.start().waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " failed: " + Files.readString(said));
            }
            return Files.readString(said).strip();
        } finally {
            Files.delete(said);
        }
    }
}
