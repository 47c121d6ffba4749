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
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.minqing.log.EventCodec;
import org.minqing.log.EventTypes;
import org.minqing.log.LogTail;
import org.minqing.log.PostgresEventLog;
import org.minqing.log.PostgresServer;
import org.minqing.log.TestDatabase;
import org.minqing.query.QueryService;
import org.minqing.query.platform.projection.ReadSchema;
import org.minqing.query.platform.projection.Rebuild;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long each of the {@link BenchQuestions} takes, and what the database reads for it, after so many events of a {@link
 * GeneratedPrefecture}, which go into the log by its own append and into the read side by the machines' own rebuild. Everything in one
 * process, PostgreSQL on the same machine, over HTTP, one question at a time, each time of another place, day and position; every fifth is
 * asked of today. Nothing waits for the disk while it is filled.
 *
 * <p>Arguments: how many events (100000), several by commas (1000000,10000000: then what grew between the first and the last is told,
 * too), rounds (20), {@code hold} to keep the database until Enter is pressed.
 */
public final class TimeOfQuestions implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGE = 100;
    /** What is read is counted for so many of today and of the past of each kind before any is timed, which warms, too. */
    private static final int SEEN = 3;

    /** So long one kind of question is asked again and again. */
    private static final double MOST_MILLIS = 5000;
    /** What may be more of the larger one. */
    private static final double GROWTH = 1.5;

    private static final double FEW_MILLIS = 5;

    private static final KeyPair SIGNING = keyPair();

    private final PostgresServer server;
    private final TestDatabase database;
    private final Path masters;
    private final HttpClient http = HttpClient.newHttpClient();
    private final RowsRead read = new RowsRead();

    TimeOfQuestions() throws Exception {
        this.server = PostgresServer.start("shared_buffers=1GB", "maintenance_work_mem=256MB", "max_wal_size=4GB");
        this.database = TestDatabase.create(server);
        this.masters = Files.createTempDirectory("minqing").resolve("master.key");
    }

    /** What one kind of question took, in milliseconds. */
    record Taken(Seen seen, double p50, double p99, double max, long asked) {}

    /**
     * What was read for one question, on the average.
     *
     * @param now rows, for one of today
     * @param then rows, for one of a past day and position
     * @param tables of which most rows were read
     */
    record Seen(double items, double now, double then, double buffers, String tables) {}

    /** @param results a folder for the figures */
    static void run(String[] args, Path results) throws Exception {
        int[] sizes = Arrays.stream((args.length > 0 ? args[0] : "100000").split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        List<Map<String, Taken>> all = new ArrayList<>();
        for (int events : sizes) {
            try (TimeOfQuestions time = new TimeOfQuestions()) {
                Report filling = new Report("Filling with " + events + " events, fsync off");
                time.fill(events, GeneratedPrefecture.HOUSEHOLDS, filling);
                filling.end(results, "filling-" + events);
                try (ConfigurableApplicationContext context = time.started()) {
                    Report report = new Report("Questions after " + events + " events");
                    all.add(time.ask(context, SEEN, rounds, PAGE, report));
                    report.end(results, "questions-" + events);
                    if (args.length > 2) {
                        System.out.println(time.database.url() + " " + base(context) + " "
                                + token("office", GeneratedPrefecture.PREFECTURE, Map.of()));
                        System.in.read();
                    }
                }
            }
        }
        if (sizes.length > 1) {
            Report growth = new Report("From " + sizes[0] + " to " + sizes[sizes.length - 1] + " events");
            growth(all.getFirst(), all.getLast(), growth);
            growth.end(results, "growth");
        }
    }

    private static void growth(Map<String, Taken> small, Map<String, Taken> large, Report report) {
        large.forEach((name, now) -> {
            Taken before = small.get(name);
            if (before != null) {
                boolean flat = now.p99 < Math.max(before.p99 * GROWTH, before.p99 + FEW_MILLIS);
                report.row(
                        name,
                        "p50 ms",
                        now.p50,
                        "p99 ms",
                        now.p99,
                        "p50 grown",
                        now.p50 / before.p50,
                        "p99 grown",
                        now.p99 / before.p99,
                        "rows now grown",
                        (now.seen.now + 1) / (before.seen.now + 1),
                        "rows then grown",
                        (now.seen.then + 1) / (before.seen.then + 1),
                        "buffers grown",
                        (now.seen.buffers + 1) / (before.seen.buffers + 1),
                        "flat",
                        flat ? "yes" : "NO");
            }
        });
    }

    /** Of a log of so many events: into an empty schema, then once more beside what stands, with which it is compared. */
    static void rebuild(String[] args, Path results) throws Exception {
        int events = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int workers = args.length > 1
                ? Integer.parseInt(args[1])
                : Runtime.getRuntime().availableProcessors();
        Report report = new Report("Rebuild of " + events + " events by " + workers + " workers");
        try (TimeOfQuestions time = new TimeOfQuestions()) {
            time.append(events, GeneratedPrefecture.HOUSEHOLDS, report);
            time.onLog(log -> {
                time.rebuild(log, workers, report);
                Rebuild.Outcome second =
                        Rebuild.beside(time.database.upkeep(), log).run(workers, TimeOfQuestions::tell);
                row(report, "beside what stands", second);
                if (!second.same()) {
                    throw new IllegalStateException(second.differences().toString());
                }
                long start = System.nanoTime();
                Rebuild.beside(time.database.upkeep(), log).back();
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
        @Primary
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
                .claim("scope", "read")
                .claim("roles", List.of(role))
                .claim("division", division)
                .expirationTime(Date.from(Instant.now().plus(Duration.ofDays(1))));
        claims.forEach(set::claim);
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), set.build());
        jwt.sign(new RSASSASigner(SIGNING.getPrivate()));
        return jwt.serialize();
    }

    ConfigurableApplicationContext started() {
        return new SpringApplicationBuilder(QueryService.class, Keys.class)
                .properties("spring.config.name=query")
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(read.telling()))
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + TestDatabase.QUERY,
                        "--minqing.keys-file=" + masters);
    }

    private static String base(ConfigurableApplicationContext context) {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port", Integer.class)
                + "/v1/";
    }

    // ------------------------------------------------------------------ filling

    /** @param households of a village */
    void fill(int events, int households, Report report) throws Exception {
        append(events, households, report);
        onLog(log -> rebuild(log, Runtime.getRuntime().availableProcessors(), report));
        // nobody else may do so to the tables of all
        try (Connection connection = database.pool("postgres", 1).getConnection()) {
            connection.createStatement().execute("vacuum analyze");
        }
    }

    /** From the next connection on. */
    void withoutScans() {
        JdbcClient.create(database.owner())
                .sql("alter database " + database.name() + " set enable_seqscan = off")
                .update();
    }

    private void append(int events, int households, Report report) {
        ReadSchema.allow(database.owner(), TestDatabase.UPKEEP);
        long start = System.nanoTime();
        int put = GeneratedLog.fill(database.owner(), database.command(), masters, events, households)
                .put();
        double seconds = (System.nanoTime() - start) / 1e9;
        report.row("generated and appended", "events", put, "s", seconds, "events a second", Math.round(put / seconds));
    }

    private void onLog(OnLog use) throws Exception {
        try (LogTail tail = new LogTail(database.query())) {
            use.run(new PostgresEventLog(
                    database.command(), EventTypes.scan("org.minqing.events"), new EventCodec(), tail));
        }
    }

    private void rebuild(PostgresEventLog log, int workers, Report report) throws Exception {
        ReadSchema.migrate(database.upkeep());
        JdbcClient jdbc = JdbcClient.create(database.upkeep());
        jdbc.sql("update read.checkpoint set position = ?").param(log.head()).update();
        // nothing stands to be compared with
        for (String table : jdbc.sql("select table_name from information_schema.tables where table_schema = 'read'"
                        + " and table_name not in ('checkpoint', 'flyway_schema_history')")
                .query(String.class)
                .list()) {
            jdbc.sql("drop table read." + table + " cascade").update();
        }
        row(report, "from nothing", Rebuild.beside(database.upkeep(), log).run(workers, TimeOfQuestions::tell));
    }

    // ------------------------------------------------------------------ asking

    /**
     * @param times of today and of the past is looked at what is read
     * @param limit items of a page
     */
    Map<String, Taken> ask(ConfigurableApplicationContext context, int times, int rounds, int limit, Report report)
            throws Exception {
        String base = base(context);
        JdbcClient jdbc = JdbcClient.create(database.pool("postgres", 1));
        var sample = new SampleOfLedger(JdbcClient.create(database.query()));
        Map<BenchQuestions.Asker, String> tokens = new EnumMap<>(BenchQuestions.Asker.class);
        tokens.put(BenchQuestions.Asker.OFFICE, token("office", GeneratedPrefecture.PREFECTURE, Map.of()));
        tokens.put(BenchQuestions.Asker.SECRETARY, token("village-secretary", sample.village(), Map.of()));
        tokens.put(BenchQuestions.Asker.CADRE, token("cadre", sample.village(), Map.of("cadre_id", sample.cadre())));
        List<String> rules = new ArrayList<>();
        get(tokens.get(BenchQuestions.Asker.OFFICE), base + "data-quality/rules")
                .get("items")
                .forEach(rule -> rules.add(rule.get("rule").asString()));
        List<BenchQuestions.Kind> kinds = BenchQuestions.all(rules, limit);
        Map<String, Seen> seen = new HashMap<>();
        read.counting(true);
        for (BenchQuestions.Kind kind : kinds) {
            Seen one = seen(kind, Objects.requireNonNull(tokens.get(kind.asker())), base, sample, times, jdbc);
            seen.put(kind.name(), one);
            System.err.println(kind.name() + " " + one);
        }
        read.counting(false);
        Map<String, Taken> all = new LinkedHashMap<>();
        for (BenchQuestions.Kind kind : kinds) {
            Taken taken = taken(
                    kind,
                    Objects.requireNonNull(tokens.get(kind.asker())),
                    base,
                    sample,
                    rounds,
                    Objects.requireNonNull(seen.get(kind.name())));
            all.put(kind.name(), taken);
            row(report, kind, taken);
        }
        return all;
    }

    private static void row(Report report, BenchQuestions.Kind kind, Taken taken) {
        report.row(
                kind.name(),
                "asked",
                taken.asked,
                "items",
                Math.round(taken.seen.items),
                "p50 ms",
                taken.p50,
                "p99 ms",
                taken.p99,
                "largest ms",
                taken.max,
                "rows now",
                Math.round(taken.seen.now),
                "rows then",
                Math.round(taken.seen.then),
                "buffers",
                Math.round(taken.seen.buffers),
                "most of",
                taken.seen.tables,
                "goal ms",
                kind.goal(),
                "met",
                taken.p99 <= kind.goal() ? "yes" : "NO");
    }

    private Seen seen(
            BenchQuestions.Kind kind, String token, String base, SampleOfLedger sample, int times, JdbcClient jdbc)
            throws Exception {
        Random random = new Random(kind.name().hashCode());
        Map<String, Long> tables = new HashMap<>();
        double[] rows = {0, 0};
        double buffers = 0;
        double items = 0;
        for (int i = 0; i < 2 * times; i++) {
            String path = base + kind.path().apply(sample.moment(random, i % 2 == 0));
            RowsRead.Count before = RowsRead.now(jdbc);
            items += get(token, path).path("items").size();
            RowsRead.Count more = RowsRead.now(jdbc).minus(before);
            rows[i % 2] += more.all();
            buffers += more.buffers();
            more.rows().forEach((table, n) -> tables.merge(table, n, Long::sum));
        }
        String most = tables.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(2)
                .map(table -> table.getKey() + " " + table.getValue() / times / 2)
                .collect(Collectors.joining(", "));
        return new Seen(items / times / 2, rows[0] / times, rows[1] / times, buffers / times / 2, most);
    }

    private Taken taken(
            BenchQuestions.Kind kind, String token, String base, SampleOfLedger sample, int rounds, Seen seen)
            throws Exception {
        Random random = new Random(kind.name().hashCode());
        var micros = new Histogram(3);
        long start = System.nanoTime();
        for (int i = 0; i < rounds && (System.nanoTime() - start) / 1e6 < MOST_MILLIS; i++) {
            String path = base + kind.path().apply(sample.moment(random, i % 5 == 0));
            long began = System.nanoTime();
            get(token, path);
            micros.recordValue((System.nanoTime() - began) / 1000);
        }
        return new Taken(
                seen,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3,
                micros.getTotalCount());
    }

    private JsonNode get(String token, String path) throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        // of an entity that was not there yet is asked, too
        if (response.statusCode() != 200 && response.statusCode() != 404) {
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
