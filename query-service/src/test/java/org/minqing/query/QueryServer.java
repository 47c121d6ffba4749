package org.minqing.query;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.minqing.attachment.AttachmentSchema;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.keys.KeysSchema;
import org.minqing.keys.ReadingSchema;
import org.minqing.keys.SealedText;
import org.minqing.keys.SubjectKeys;
import org.minqing.log.AppendContext.Appended;
import org.minqing.log.EventHeaders.Header;
import org.minqing.log.EventTypes;
import org.minqing.log.Patience;
import org.minqing.log.TestDatabase;
import org.minqing.log.TestLog;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.projection.ReadSchema;
import org.minqing.query.platform.register.RegisterReader;
import org.minqing.query.platform.view.Views;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * query-service as it is started, on a log of its own that opens in 2011 on a simulated clock. Events go in through the log and
 * answers come out over HTTP.
 */
public final class QueryServer implements QuerySide, AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern POSITION = Pattern.compile("(?:^|&)(?:after|knownAt)=(\\d{1,18})(?=&|$)");
    private static final KeyPair SIGNING = keyPair();
    private static final String RESOURCE = "http://questions.example";
    private static final String ISSUER = issuer();
    private static final Map<String, String> OFFICES = new ConcurrentHashMap<>();
    private static @Nullable QueryServer shared;

    public final TestDatabase database = TestDatabase.create();
    public final TestLog log;
    public final ConfigurableApplicationContext context;
    private final Path masters;
    private final SubjectKeys keys;
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    /** The server that tests share: each works in a county of its own. */
    public static synchronized QueryServer shared() {
        if (shared == null) {
            shared = new QueryServer();
        }
        return shared;
    }

    public QueryServer(String... properties) {
        this.log = TestLog.simulated(
                database,
                EventTypes.scan("org.minqing.events"),
                QueryServer::header,
                Instant.parse("2011-01-01T00:00:00Z"));
        ReadSchema.allow(database.owner(), TestDatabase.UPKEEP);
        ReadingSchema.migrate(database.owner());
        KeysSchema.migrate(database.owner());
        AttachmentSchema.migrate(database.owner());
        this.masters = newMasters();
        this.keys = SubjectKeys.open(database.command(), masters);
        this.context = started(properties);
        this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private ConfigurableApplicationContext started(String... properties) {
        return new SpringApplicationBuilder(QueryService.class)
                .properties("spring.config.name=query")
                .run(arguments(properties));
    }

    /** What another one, started on the same log and stopped again, answers to a path in Chinese. */
    public byte[] anothersAnswer(String token, String path, String... properties)
            throws IOException, InterruptedException {
        try (ConfigurableApplicationContext another = started(properties)) {
            String port = another.getEnvironment().getRequiredProperty("local.server.port");
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .header("Authorization", "Bearer " + token)
                                    .header("Accept-Language", "zh")
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        }
    }

    private String[] arguments(String... properties) {
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "--server.port=0",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + TestDatabase.QUERY,
                "--minqing.upkeep.username=" + TestDatabase.UPKEEP,
                "--minqing.keys-file=" + masters,
                "--minqing.read.claim=1s",
                // a test asks as fast as it can
                "--minqing.shares.heavy.person=0",
                "--minqing.shares.feeds.person=0",
                "--minqing.resource=" + RESOURCE,
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ISSUER,
                // what the tests share is slow now and then, and never silent
                "--minqing.database.silence-seconds=60"));
        for (String property : properties) {
            arguments.add("--" + property);
        }
        return arguments.toArray(String[]::new);
    }

    private static Path newMasters() {
        try {
            return Files.createTempDirectory("minqing").resolve("master.key");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Shows the key as an authorization server would; ends with the tests. */
    private static String issuer() {
        try {
            RSAKey key = new RSAKey.Builder((RSAPublicKey) SIGNING.getPublic())
                    .keyID("test")
                    .build();
            byte[] keys = new JWKSet(key).toString().getBytes(StandardCharsets.UTF_8);
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/oauth2/jwks", exchange -> {
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Header header(Object event) {
        DomainEvent e = (DomainEvent) event;
        return new Header(e.programme(), e.division(), e.occurredOn());
    }

    // ------------------------------------------------------------------ the log

    @Override
    public Appended on(String day, String stream, DomainEvent event) {
        return log.appendAt(Instant.parse(day + "T04:00:00Z"), stream, event).getFirst();
    }

    @Override
    public Sealed seal(String subject, String clear) {
        SealedText text = keys.ensure(List.of(subject)).seal(subject, clear);
        return new Sealed(text.v(), text.subject(), text.alg(), text.iv(), text.ct());
    }

    /** As command-service marks a text by which somebody is to be found. */
    public void mark(String kind, String subject, String clear) {
        JdbcClient.create(database.command())
                .sql(
                        "insert into keys.exact_match (kind, master, hmac, subject) select ?, min(number), sha256(?), ? from keys.master")
                .params(kind, clear.getBytes(StandardCharsets.UTF_8), subject)
                .update();
    }

    @Override
    public long head() {
        return log.log().head();
    }

    @Override
    public Views views() {
        return context.getBean(Views.class);
    }

    @Override
    public Catalogue catalogue() {
        return context.getBean(Catalogue.class);
    }

    @Override
    public RegisterReader register() {
        return register(JdbcClient.create(database.query()));
    }

    /** On connections of the caller's. */
    public RegisterReader register(JdbcClient jdbc) {
        return new RegisterReader(jdbc, views().longStories());
    }

    public SubjectKeys keys() {
        return keys;
    }

    // ------------------------------------------------------------------ questions

    public record Answer(int status, String body, Map<String, List<String>> headers) {
        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(e -> e.getKey().equalsIgnoreCase(name))
                    .map(e -> e.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    public static String token(String role, @Nullable String division, Map<String, Object> claims) {
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder()
                .subject(role + "-user")
                .issuer(ISSUER)
                .audience(RESOURCE)
                .issueTime(new Date())
                .jwtID(UUID.randomUUID().toString())
                .claim("client_id", "test")
                .claim("scope", "read write")
                .claim("roles", List.of(role))
                .expirationTime(Date.from(Instant.now().plus(Duration.ofDays(1))));
        if (division != null) {
            set.claim("division", division);
        }
        claims.forEach(set::claim);
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType(claims.getOrDefault("typ", "at+jwt").toString()))
                .keyID("test")
                .build();
        SignedJWT jwt = new SignedJWT(header, set.build());
        try {
            jwt.sign(new RSASSASigner(SIGNING.getPrivate()));
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    public static String office(String division) {
        return OFFICES.computeIfAbsent(division, asked -> token("office", asked, Map.of()));
    }

    @Override
    public Answer get(@Nullable String token, String path, String language, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).header("Accept-Language", language);
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(), response.body(), response.headers().map());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a client does: once more where the read side has not come to what stands in the log already. */
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) throws IOException {
        try {
            long began = System.nanoTime();
            long asked = asked(request.uri());
            HttpResponse<T> response = http.send(request, body);
            while (response.statusCode() == 503
                    && asked > 0
                    && asked <= head()
                    && System.nanoTime() - began < Patience.LONG.toNanos()) {
                response = http.send(request, body);
            }
            return response;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The position that is to have been read; 0: none. */
    private static long asked(URI question) {
        Matcher position = POSITION.matcher(question.getQuery() == null ? "" : question.getQuery());
        return position.results()
                .mapToLong(each -> Long.parseLong(each.group(1)))
                .max()
                .orElse(0);
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        context.close();
        log.close();
        database.close();
    }
}
