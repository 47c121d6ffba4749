package org.minqing.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.minqing.standalone.postgres.DatabaseAccess;
import org.minqing.standalone.postgres.DatabaseAccess.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** A data folder with its ports, driven by the launcher and spoken to over REST, as by somebody outside. */
final class Installation {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    /** The first start makes the archive of classes that later ones take: nobody starts beside it. */
    private static final AtomicBoolean FIRST = new AtomicBoolean(true);

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String OPTIONS = "MINQING_JAVA_OPTIONS";
    /** A process that lives for some seconds spends half of them on making itself faster. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

    private final Shell shell;
    private final List<String> prefix;
    final Path data;
    final int port;

    Installation(Path data, int port) {
        this(Shell.project(), data, port, Map.of());
    }

    /**
     * @param house the folder of the launcher
     * @param prefix what goes before the launcher, such as {@code setpriv}
     */
    Installation(Path house, Path data, int port, Map<String, String> environment, String... prefix) {
        this.shell = new Shell(house, environment).with(OPTIONS, SHORT_LIVED);
        this.prefix = List.of(prefix);
        this.data = data;
        this.port = port;
    }

    /** As if never used: what an earlier run of the tests has left is stopped and taken away. */
    Installation fresh() throws IOException, InterruptedException {
        if (Files.exists(data)) {
            new Installation(data, port).minqing("down");
            try (Stream<Path> all = Files.walk(data)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return this;
    }

    /** The same in another folder, on other ports. Nothing may run here meanwhile. */
    Installation copied(Path other) throws IOException, InterruptedException {
        Installation copy = new Installation(other, FreePorts.first(4)).fresh();
        Shell.Said said = shell.run("cp", "-Rp", data.toString(), other.toString());
        if (said.status() != 0) {
            throw new IOException("not copied: " + said);
        }
        return copy;
    }

    Shell.Said minqing(String command, String... more) throws IOException, InterruptedException {
        return shell.run(line(command, more));
    }

    Shell.Said up(String... more) throws IOException, InterruptedException {
        var options = new ArrayList<>(List.of("--detach", "--port", Integer.toString(port)));
        options.addAll(List.of(more));
        synchronized (FIRST) {
            if (FIRST.compareAndSet(true, false)) {
                return minqing("up", options.toArray(String[]::new));
            }
        }
        return minqing("up", options.toArray(String[]::new));
    }

    /** Started in the foreground, as a terminal would. */
    Process foreground(String... more) throws IOException {
        var options = new ArrayList<>(List.of("--port", Integer.toString(port)));
        options.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(line("up", options.toArray(String[]::new)))
                .directory(shell.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling(data.getFileName() + ".out").toFile());
        builder.environment().putAll(shell.environment());
        return builder.start();
    }

    private List<String> line(String command, String... more) {
        var line = new ArrayList<>(prefix);
        line.addAll(List.of(shell.folder().resolve("minqing").toString(), command, "--data", data.toString()));
        line.addAll(List.of(more));
        return line;
    }

    String token(String client) throws IOException, InterruptedException {
        Shell.Said said = minqing("token", client);
        if (said.status() != 0) {
            throw new IOException("no token: " + said);
        }
        return said.out().strip();
    }

    HttpResponse<String> command(String token, UUID key, String name, Object body)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/v1/commands/%s".formatted(port + 1, name)))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key.toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** @param headers names and values in turn */
    HttpResponse<String> question(String token, String path, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .header("Authorization", "Bearer " + token);
        return insist(headers.length == 0 ? request : request.headers(headers));
    }

    /** What is no text. */
    byte[] file(String token, String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE);
        HttpResponse<byte[]> answer = HTTP.send(request.headers(headers).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " " + answer.statusCode());
        }
        return answer.body();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    /** As a client does: once more where the read side has not come there yet. */
    private static HttpResponse<String> insist(HttpRequest.Builder question) throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpResponse<String> answer = send(question);
        while (answer.statusCode() == 503 && System.nanoTime() - began < PATIENCE.toNanos()) {
            answer = send(question);
        }
        return answer;
    }

    /** Its database, looked into past everything else, as who keeps the read models may. */
    JdbcClient database() throws IOException {
        DatabaseAccess access = access();
        return JdbcClient.create(
                new DriverManagerDataSource(access.url(), Role.UPKEEP.user(), access.password(Role.UPKEEP)));
    }

    DatabaseAccess access() throws IOException {
        return JSON.readValue(Files.readString(data.resolve("postgres/access.json")), DatabaseAccess.class);
    }

    /** The process that runs here. */
    ProcessHandle process() throws IOException {
        long pid = Long.parseLong(Files.readString(data.resolve("pid")).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    /** The server process of its PostgreSQL. */
    ProcessHandle postmaster() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postgres/data/postmaster.pid")).getFirst());
        return ProcessHandle.of(pid).orElseThrow();
    }
}
