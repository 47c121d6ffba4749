package org.minqing.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.minqing.attachment.AttachmentSchema;
import org.minqing.events.DomainEvent;
import org.minqing.keys.KeysSchema;
import org.minqing.keys.SubjectKeys;
import org.minqing.log.AppendRequest;
import org.minqing.log.Appender;
import org.minqing.log.EventCodec;
import org.minqing.log.EventTypes;
import org.minqing.log.Frontier;
import org.minqing.log.KeyRows;
import org.minqing.log.LogSchema;
import org.minqing.log.LogTail;
import org.minqing.log.NewEvent;
import org.minqing.log.PostgresEventLog;
import org.minqing.log.PostgresServer;
import org.minqing.log.ReadSet;
import org.minqing.log.TestDatabase;
import org.minqing.query.QueryService;
import org.minqing.query.platform.projection.ReadSchema;
import org.minqing.query.platform.projection.Rebuild;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long each list, item, timeline, trail and rule takes after so many events of a {@link GeneratedPrefecture}, which go into the log
 * by its own append and into the read side by the machines' own rebuild. Everything in one process, PostgreSQL on the same machine,
 * over HTTP, one question at a time.
 *
 * <p>Arguments: how many events (100000), rounds (20), {@code hold} to keep the database until Enter is pressed. Prints of each question
 * its items, how often it was asked, and p50, p99 and largest in milliseconds; then of each data-quality rule the quickest of three rounds.
 */
public final class TimeOfQuestions implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int EVENTS_OF_A_REQUEST = 500;
    private static final int WARMING = 20;
    /** So long one question is asked again and again. */
    private static final double MOST_MILLIS = 5000;

    private static final KeyPair SIGNING = keyPair();

    private final EventTypes types = EventTypes.scan("org.minqing.events");
    private final EventCodec codec = new EventCodec();
    private final PostgresServer server;
    private final TestDatabase database;
    private final Path masters;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<NewEvent> waiting = new ArrayList<>();
    private Instant recorded = Instant.EPOCH;
    private long position = 1;

    private TimeOfQuestions() throws Exception {
        this.server = PostgresServer.start("shared_buffers=1GB", "maintenance_work_mem=256MB");
        this.database = TestDatabase.create(server);
        this.masters = Files.createTempDirectory("minqing").resolve("master.key");
    }

    public static void main(String[] args) throws Exception {
        int events = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        try (TimeOfQuestions time = new TimeOfQuestions()) {
            GeneratedPrefecture prefecture = time.fill(events, log -> time.rebuild(log, 2, new Report("Filling")));
            try (ConfigurableApplicationContext context = time.started()) {
                int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
                time.run("http://127.0.0.1:" + port + "/v1/", prefecture, rounds);
                if (args.length > 2) {
                    System.out.println(time.database.url() + " http://127.0.0.1:" + port + " "
                            + token("office", GeneratedPrefecture.PREFECTURE, Map.of()));
                    System.in.read();
                }
            }
        }
    }

    /** Of a log of so many events: into an empty schema, then once more beside what stands, with which it is compared. */
    static void rebuild(String[] args, Path results) throws Exception {
        int events = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int workers = args.length > 1
                ? Integer.parseInt(args[1])
                : Runtime.getRuntime().availableProcessors();
        Report report = new Report("Rebuild of " + events + " events by " + workers + " workers");
        try (TimeOfQuestions time = new TimeOfQuestions()) {
            time.fill(events, log -> {
                time.rebuild(log, workers, report);
                Rebuild.Outcome second =
                        Rebuild.beside(time.database.query(), log).run(workers, TimeOfQuestions::tell);
                row(report, "beside what stands", second);
                if (!second.same()) {
                    throw new IllegalStateException(second.differences().toString());
                }
                long start = System.nanoTime();
                Rebuild.beside(time.database.query(), log).back();
                report.row("put back", "s", (System.nanoTime() - start) / 1e9);
            });
        }
        report.end(results, "rebuild");
    }

    private static void row(Report report, String what, Rebuild.Outcome outcome) {
        List<Object> figures = new ArrayList<>();
        double seconds = outcome.whole().toMillis() / 1e3;
        figures.addAll(List.of(
                "events", outcome.events(), "s", seconds, "events a second", Math.round(outcome.events() / seconds)));
        outcome.took().forEach((phase, took) -> {
            figures.add(phase + " s");
            figures.add(took.toMillis() / 1e3);
        });
        report.row(what, figures.toArray());
    }

    private static void tell(Rebuild.Progress progress) {
        System.err.println(progress);
    }

    private interface OnLog {
        void run(PostgresEventLog log) throws Exception;
    }

    @Configuration(proxyBeanMethods = false)
    static class Keys {
        @Bean
        JwtDecoder jwtDecoder() {
            return NimbusJwtDecoder.withPublicKey((RSAPublicKey) SIGNING.getPublic())
                    .build();
        }
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(String role, String division, Map<String, Object> claims) throws JOSEException {
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder()
                .subject(role + "-user")
                .claim("client_id", "benchmark")
                .claim("roles", List.of(role))
                .claim("division", division)
                .expirationTime(Date.from(Instant.now().plus(Duration.ofDays(1))));
        claims.forEach(set::claim);
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), set.build());
        jwt.sign(new RSASSASigner(SIGNING.getPrivate()));
        return jwt.serialize();
    }

    private ConfigurableApplicationContext started() {
        return new SpringApplicationBuilder(QueryService.class, Keys.class)
                .properties("spring.config.name=query")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + TestDatabase.QUERY,
                        "--minqing.keys-file=" + masters);
    }

    // ------------------------------------------------------------------ filling

    private GeneratedPrefecture fill(int events, OnLog filled) throws Exception {
        LogSchema.openSimulated(database.command(), Instant.parse("2011-01-01T00:00:00Z"));
        ReadSchema.allow(database.owner(), TestDatabase.QUERY);
        KeysSchema.migrate(database.owner());
        AttachmentSchema.migrate(database.owner());
        long start = System.nanoTime();
        GeneratedPrefecture prefecture;
        try (LogTail tail = new LogTail(database.query())) {
            var log = new PostgresEventLog(database.command(), types, codec, tail);
            try (Appender appender = new Appender(database.command(), codec, tail, new Frontier(log, tail))) {
                prefecture = new GeneratedPrefecture(
                        events,
                        SubjectKeys.open(database.command(), masters),
                        (at, stream, event) -> take(appender, at, stream, event));
                prefecture.run();
                append(appender);
            }
            told("appended", log.head(), start);
            filled.run(log);
        }
        try (Connection connection = database.owner().getConnection()) {
            connection.createStatement().execute("vacuum analyze");
        }
        return prefecture;
    }

    private static void told(String what, long events, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%,d events %s, %,.0f a second%n", events, what, events / seconds);
    }

    private UUID take(Appender appender, Instant at, String stream, DomainEvent event) {
        if (!at.equals(recorded) || waiting.size() == EVENTS_OF_A_REQUEST) {
            append(appender);
            recorded = at;
        }
        UUID id = new UUID(0x4000L, 0x8000000000000000L | ++position);
        waiting.add(new NewEvent(
                stream,
                sequences.merge(stream, 1L, Long::sum) - 1,
                id,
                types.name(event),
                types.revision(event),
                event.programme(),
                event.division(),
                event.occurredOn(),
                event,
                codec.encode(event),
                SampleEvents.metadata(id, (int) (position / 7 % 52))));
        return id;
    }

    private void append(Appender appender) {
        if (!waiting.isEmpty()) {
            appender.append(new AppendRequest(
                    "generator",
                    new UUID(0x4001L, 0x8000000000000000L | position),
                    new byte[32],
                    recorded,
                    ReadSet.NONE,
                    KeyRows.NONE,
                    List.copyOf(waiting)));
            waiting.clear();
        }
    }

    private void rebuild(PostgresEventLog log, int workers, Report report) throws Exception {
        ReadSchema.migrate(database.query());
        JdbcClient jdbc = JdbcClient.create(database.query());
        jdbc.sql("update read.checkpoint set position = ?").param(log.head()).update();
        // nothing stands to be compared with
        for (String table : jdbc.sql("select table_name from information_schema.tables where table_schema = 'read'"
                        + " and table_name not in ('checkpoint', 'reading', 'flyway_schema_history')")
                .query(String.class)
                .list()) {
            jdbc.sql("drop table read." + table + " cascade").update();
        }
        row(report, "from nothing", Rebuild.beside(database.query(), log).run(workers, TimeOfQuestions::tell));
    }

    // ------------------------------------------------------------------ asking

    private record Asked(String name, String token, String path) {}

    private static Map<String, String> paths(GeneratedPrefecture p, long head) {
        Map<String, String> paths = new LinkedHashMap<>();
        String past = "&asOf=2012-06-30";
        String known = "&knownAt=" + head / 2;
        paths.put("households, 100", "households?limit=100");
        paths.put("households, 1000", "households?limit=1000");
        paths.put("households of a village", "households?limit=100&village=" + p.village());
        paths.put("households of a cadre", "households?limit=100&cadre=" + p.cadre());
        paths.put("visits, 100", "visits?limit=100");
        paths.put("visits, 1000", "visits?limit=1000");
        paths.put("visits of a village", "visits?limit=100&village=" + p.village());
        paths.put("visits of a county", "visits?limit=100&division=" + p.county());
        paths.put("visits of a cadre", "visits?limit=100&cadre=" + p.cadre());
        paths.put("visits of a past day", "visits?limit=100" + past);
        paths.put("visits known then", "visits?limit=100" + known);
        paths.put("visits voided", "visits?limit=100&status=VOIDED");
        paths.put("links, 100", "links?limit=100");
        paths.put("enrolments, 100", "enrolments?limit=100");
        paths.put("concerns open", "concerns?limit=100&status=ACCEPTED");
        paths.put("funds, 100", "funds?limit=100");
        paths.put("postings, 100", "postings?limit=100");
        paths.put("cadres, 100", "cadres?limit=100");
        paths.put("divisions, 100", "divisions?limit=100");
        paths.put("tasks", "tasks?limit=100");
        paths.put("tasks of a county", "tasks?limit=100&division=" + p.county());
        paths.put("tasks of a village", "tasks?limit=100&village=" + p.village());
        paths.put("tasks overdue", "tasks?limit=100&overdue");
        paths.put("tasks of a past day", "tasks?limit=100" + past);
        paths.put("tasks known then", "tasks?limit=100" + known + past);
        paths.put("coverage", "coverage/" + p.linkPoint());
        paths.put("audit", "audit?limit=100");
        paths.put("audit of a cadre", "audit?limit=100&subject=" + p.cadre());
        paths.put("audit of a link point", "audit?limit=100&subject=" + p.linkPoint());
        paths.put("audit of a day", "audit?limit=100&from=2013-03-01&to=2013-03-01");
        paths.put("audit of an actor", "audit?limit=100&actor=" + new UUID(0x4000L, 0x8000000000000000L | 7));
        paths.put("evidence of a village", "figures/evidence?limit=100&measure=M20&division=" + p.village());
        paths.put("evidence", "figures/evidence?limit=100&measure=M20&division=" + GeneratedPrefecture.PREFECTURE);
        paths.put("events", "events?limit=100&after=" + head / 2);
        paths.put("events of a type", "events?limit=100&type=Visit.VisitRecorded&after=" + head / 2);
        paths.put("findings of a village", "data-quality?limit=100&division=" + p.village());
        paths.put("findings of a county", "data-quality?limit=100&division=" + p.county());
        paths.put("findings", "data-quality?limit=100");
        return paths;
    }

    private void run(String base, GeneratedPrefecture p, int rounds) throws Exception {
        String office = token("office", GeneratedPrefecture.PREFECTURE, Map.of());
        String secretary = token("village-secretary", p.village(), Map.of());
        String cadre = token("cadre", p.village(), Map.of("cadre_id", p.cadre().toString()));
        long head = position;
        List<Asked> asked = new ArrayList<>();
        paths(p, head).forEach((name, path) -> asked.add(new Asked(name, office, base + path)));
        asked.add(new Asked("tasks, mine", cadre, base + "tasks?limit=100&mine"));
        asked.add(new Asked("tasks, a secretary's", secretary, base + "tasks?limit=100"));
        for (String list : List.of("households", "cadres", "funds", "link-points", "visits")) {
            String id = get(office, base + list + "?limit=1&village=" + p.village())
                    .at("/items/0/id")
                    .asString("");
            if (id.isEmpty()) {
                id = p.cadre().toString();
            }
            asked.add(new Asked("item of " + list, office, base + list + "/" + id));
            asked.add(new Asked("timeline of " + list, office, base + list + "/" + id + "/timeline?limit=100"));
        }
        table(asked, rounds);
        rules(office, base);
    }

    private void table(List<Asked> asked, int rounds) throws Exception {
        System.out.printf("%-26s %6s %6s %8s %8s %8s%n", "question", "items", "asked", "p50", "p99", "largest");
        for (Asked each : asked) {
            double first = millis(each);
            int times = (int) Math.max(1, Math.min(rounds, MOST_MILLIS / first));
            int items = get(each.token, each.path).path("items").size();
            for (int i = 0; i < Math.min(WARMING, times - 1); i++) {
                millis(each);
            }
            double[] sorted = new double[times];
            for (int i = 0; i < times; i++) {
                sorted[i] = times == 1 ? first : millis(each);
            }
            Arrays.sort(sorted);
            System.out.printf(
                    Locale.ROOT,
                    "%-26s %6d %6d %8.1f %8.1f %8.1f%n",
                    each.name,
                    items,
                    times,
                    sorted[times / 2],
                    sorted[(int) Math.ceil(times * 0.99) - 1],
                    sorted[times - 1]);
        }
    }

    private double millis(Asked asked) throws Exception {
        long start = System.nanoTime();
        get(asked.token, asked.path);
        return (System.nanoTime() - start) / 1e6;
    }

    private void rules(String token, String base) throws Exception {
        double all = 0;
        for (JsonNode rule : get(token, base + "data-quality/rules").get("items")) {
            String number = rule.get("rule").asString();
            double quickest = Double.MAX_VALUE;
            for (int i = 0; i < 3 && (i == 0 || quickest < MOST_MILLIS / 10); i++) {
                quickest = Math.min(
                        quickest, millis(new Asked(number, token, base + "data-quality?limit=100&rule=" + number)));
            }
            all += quickest;
            System.out.printf(Locale.ROOT, "%s %8.1f ms%n", number, quickest);
        }
        System.out.printf(Locale.ROOT, "all rules %.0f ms%n", all);
    }

    private JsonNode get(String token, String path) throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        database.close();
        server.close();
    }
}
