package org.minqing.command.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.CommandService;
import org.minqing.command.platform.refusal.StrictJson;
import org.minqing.keys.SubjectKeys;
import org.minqing.log.EventLog;
import org.minqing.log.StoredEvent;
import org.minqing.log.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * The command side as it runs: its own configuration file, over HTTP, on a real log, with signed tokens. Started once for
 * all tests of the module; each test makes what it needs under ids of its own.
 */
public final class CommandServer {
    /** Sees everything below 53. */
    public static final String OFFICE = "office";

    public static final String VILLAGE = "530328202207";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static @Nullable CommandServer shared;
    private static boolean tried;

    private final TestIdentity identity = new TestIdentity();
    private final TestDatabase database;
    private final ConfigurableApplicationContext context;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String base;
    private final List<String> settings;

    private CommandServer(TestDatabase database, String... settings) {
        this.database = database;
        List<String> all = new ArrayList<>(List.of(
                "--spring.config.name=command",
                "--server.port=0",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + TestDatabase.COMMAND,
                "--spring.datasource.password=" + TestDatabase.PASSWORD,
                "--minqing.owner.username=" + TestDatabase.OWNER,
                "--minqing.owner.password=" + TestDatabase.PASSWORD,
                "--minqing.keys-file=" + folder().resolve("master.key"),
                // what the tests share is slow now and then, and never silent
                "--minqing.database.silence-seconds=60",
                // a test sends as fast as it can
                "--minqing.shares.commands.person=0",
                "--minqing.shares.bulk.person=0",
                "--minqing.shares.uploads.person=0",
                "--minqing.query-url=http://query.example",
                "--minqing.resource=" + TestIdentity.RESOURCE,
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + identity.issuer(),
                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + identity.issuer() + "/oauth2/jwks"));
        all.addAll(Arrays.asList(settings));
        this.settings = List.copyOf(all);
        this.context = new SpringApplicationBuilder(CommandService.class).run(all.toArray(String[]::new));
        this.base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** The one that all tests share, with the divisions of the demonstration in it. */
    public static synchronized CommandServer shared() {
        if (shared == null) {
            if (tried) {
                throw new IllegalStateException("it did not start for an earlier test either");
            }
            tried = true;
            shared = new CommandServer(TestDatabase.create(), "--spring.datasource.hikari.maximum-pool-size=4");
            shared.divisions();
        }
        return shared;
    }

    /** One of a test's own; it closes it. */
    public static CommandServer of(TestDatabase database, String... settings) {
        return new CommandServer(database, settings);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("minqing-command-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void divisions() {
        for (String[] division : new String[][] {
            {"53", "云南省"},
            {"5303", "曲靖市"},
            {"530328", "沾益县"},
            {"530328202", "播乐乡"},
            {"530328202207", "水田"},
            {"530328202208", "偏山"}
        }) {
            post("RegisterDivision", """
                            {"code": "%s", "name": "%s", "occurredOn": "2011-01-01"}""".formatted(division[0], division[1])).requireStatus(201);
        }
    }

    public void close() {
        context.close();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public EventLog log() {
        return context.getBean(EventLog.class);
    }

    List<String> settings() {
        return settings;
    }

    public TestDatabase database() {
        return database;
    }

    public TestIdentity identity() {
        return identity;
    }

    public URI uri(String path) {
        return URI.create(base + path);
    }

    public HttpClient http() {
        return http;
    }

    /** Events of a stream as they stand in the log. */
    public List<StoredEvent> stream(String stream) {
        return log().readStreams(Map.of(stream, 0L));
    }

    /** The Authorization header of a client. */
    public String bearer(String client, String division, String... roles) {
        return "Bearer " + identity.token(client, division, roles);
    }

    /** As the office, under a new key. */
    public Reply post(String command, String body) {
        return post(command, body, "Idempotency-Key", UUID.randomUUID().toString());
    }

    /** As the office, unless the headers say otherwise. */
    public Reply post(String command, String body, String... headers) {
        return send("POST", "/v1/commands/" + command, body, withDefaults(headers));
    }

    /** As the office of this division, under a new key. */
    public Reply postIn(String division, String command, String body) {
        return post(
                command,
                body,
                "Authorization",
                "Bearer " + identity.token(OFFICE, division, "office"),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    /** As another person of the office, under a new key. */
    public Reply postAs(String actor, String command, String body) {
        String token =
                identity.token(Map.of("sub", actor, "client_id", OFFICE, "division", "53", "roles", List.of("office")));
        return post(
                command,
                body,
                "Authorization",
                "Bearer " + token,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    /** Uploads a file, as the office unless the headers say otherwise. */
    public Reply upload(String query, byte[] file, String... headers) {
        List<String> all = new ArrayList<>(Arrays.asList(headers));
        if (!all.contains("Idempotency-Key")) {
            all.addAll(List.of("Idempotency-Key", UUID.randomUUID().toString()));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/v1/attachments" + query))
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofByteArray(file));
        request.headers(withDefaults(all.toArray(String[]::new)));
        try {
            return new Reply(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For looking at tables as they are. */
    public JdbcClient tables() {
        return JdbcClient.create(database.owner());
    }

    public SubjectKeys keys() {
        return context.getBean(SubjectKeys.class);
    }

    /** As the office, several commands at once, one to a line. */
    public Reply postLines(String lines) {
        return send("POST", "/v1/commands", lines, withDefaults("Content-Type", "application/x-ndjson"));
    }

    /** As the office, under a new key, to another process. */
    Reply postTo(String otherBase, String command, String body) {
        return send(
                URI.create(otherBase + "/v1/commands/" + command),
                "POST",
                body,
                withDefaults("Idempotency-Key", UUID.randomUUID().toString()));
    }

    public Reply get(String path, String... headers) {
        return send("GET", path, null, withDefaults(headers));
    }

    private String[] withDefaults(String... headers) {
        List<String> all = new ArrayList<>(Arrays.asList(headers));
        if (!all.contains("Authorization")) {
            all.addAll(List.of("Authorization", "Bearer " + identity.token(OFFICE, "53", "office", "province")));
        }
        if (!all.contains("Content-Type")) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        return all.toArray(String[]::new);
    }

    /** Exactly these headers and no others. */
    public Reply send(String method, String path, @Nullable String body, String... headers) {
        return send(uri(path), method, body, headers);
    }

    private Reply send(URI uri, String method, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Reply(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Reply(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            return StrictJson.MAPPER.readTree(response.body());
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        /** The problem's code. */
        public String code() {
            return json().path("code").asString();
        }

        public Reply requireStatus(int status) {
            if (status() != status) {
                throw new AssertionError("expected " + status + ", got " + status() + ": " + body());
            }
            return this;
        }

        /** Refused with this status and code, in words. */
        public Reply requireProblem(int status, String code) {
            requireStatus(status);
            if (!code().equals(code) || json().path("detail").asString().isBlank()) {
                throw new AssertionError("expected " + code + ", got " + body());
            }
            return this;
        }

        /** Id of what the command was about. */
        public UUID id() {
            return UUID.fromString(json().path("subject").path("id").asString());
        }
    }
}
