package org.minqing.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.minqing.events.Qualifier;
import org.minqing.log.PostgresServer;
import org.minqing.log.TestDatabase;
import org.minqing.query.platform.fact.Answer;
import org.minqing.query.platform.fact.Blocks;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.fact.FactRow;
import org.minqing.query.platform.fact.Figures;
import org.minqing.query.platform.fact.Selection;
import org.minqing.query.platform.projection.FigureTables;
import org.minqing.query.platform.projection.ReadSchema;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.Measure;
import org.minqing.query.platform.view.Measure.Aggregation;
import org.minqing.query.platform.view.Measure.Window;
import org.minqing.query.platform.view.Views;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whole dashboards out of closed blocks beside the plain sum over the facts, and what it costs to keep the blocks, over ten years of a
 * prefecture, with the settings of the database that {@code ./minqing up} starts.
 *
 * <p>Arguments: sizes in visits, one after the other (25000 makes 146,000 facts, 250000 makes 1.1 million); {@code plain=N}: how many of
 * the questions of each level are asked of the facts too, and compared (3); {@code rounds=N} (40 questions of each level).
 */
public final class TenYearsOfFigures {
    private static final int BATCH = 1000;
    private static final int BATCHES = 20;
    private static final List<Integer> LEVELS = List.of(4, 6, 9, 12);

    private final Catalogue catalogue = new Catalogue(new Views(List.of()));
    private final FigureTables tables = new FigureTables("read", Blocks.STANDARD, catalogue);
    private final DataSource source;
    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;
    private final Figures figures;
    private final int rounds;
    private final int plain;

    private TenYearsOfFigures(DataSource source, int rounds, int plain) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(source));
        this.figures = new Figures(jdbc);
        this.rounds = rounds;
        this.plain = plain;
        snapshot.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        for (String visits :
                Arrays.stream(arguments).filter(a -> !a.contains("=")).toList()) {
            try (PostgresServer server = PostgresServer.start("shared_buffers=64MB", "jit=off", "max_wal_size=2GB");
                    TestDatabase database = TestDatabase.create(server)) {
                ReadSchema.allow(database.owner(), TestDatabase.UPKEEP);
                ReadSchema.migrate(database.upkeep());
                JdbcClient owner = JdbcClient.create(database.pool("postgres", 1));
                owner.sql("select set_config('benchmark.visits', '" + Integer.parseInt(visits) + "', false)")
                        .query(String.class)
                        .single();
                owner.sql(resource()).update();
                owner.sql("vacuum analyze").update();
                new TenYearsOfFigures(database.query(), named(arguments, "rounds", 40), named(arguments, "plain", 3))
                        .run(owner);
            }
        }
    }

    private static int named(String[] arguments, String name, int otherwise) {
        return Arrays.stream(arguments)
                .filter(a -> a.startsWith(name + "="))
                .mapToInt(a -> Integer.parseInt(a.substring(name.length() + 1)))
                .findFirst()
                .orElse(otherwise);
    }

    private static String resource() throws IOException {
        try (var in = TenYearsOfFigures.class.getResourceAsStream("/ten-years.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private void run(JdbcClient owner) throws SQLException {
        long head = number("select max(position) from read.fact");
        long start = System.nanoTime();
        work(tables.counting(head));
        System.out.printf(Locale.ROOT, "stock made in %.1f s%n", (System.nanoTime() - start) / 1e9);
        start = System.nanoTime();
        work(tables.rolling(head));
        work(tables.rollingUp(head));
        System.out.printf(Locale.ROOT, "blocks made in %.1f s%n", (System.nanoTime() - start) / 1e9);
        owner.sql("vacuum analyze").update();
        System.out.printf(
                Locale.ROOT,
                "%d facts, %d events; load %.1f%n",
                number("select count(*) from read.fact"),
                head,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        for (String table : List.of("fact", "stock", "roll")) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d rows, %d MB, %d MB of indexes%n",
                    table,
                    number("select count(*) from read." + table),
                    number("select (pg_table_size('read." + table + "') >> 20)"),
                    number("select pg_indexes_size('read." + table + "') >> 20"));
        }
        System.out.println("| level | blocks p50, p99 ms | facts p50, worst ms |");
        for (int level : LEVELS) {
            ask(level, head);
        }
        upkeep(head);
    }

    private void work(List<FigureTables.Work> parts) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            for (FigureTables.Work part : parts) {
                part.on(connection);
                connection.commit();
            }
            connection.setAutoCommit(true);
        }
    }

    // ------------------------------------------------------------------ dashboards

    private void ask(int level, long head) {
        Random random = new Random(level);
        List<String> places = jdbc.sql("select distinct left(division, ?) from village order by 1")
                .param(level)
                .query(String.class)
                .list();
        double[] flat = new double[rounds];
        double[] plainly = new double[plain];
        for (int round = -3; round < rounds; round++) { // the first three warm
            String place = places.get(random.nextInt(places.size()));
            LocalDate to = LocalDate.of(2012, 1, 1).plusDays(random.nextInt(3700));
            long knownAt = round % 5 == 0 ? head : 1000 + (long) (random.nextDouble() * (head - 1000));
            List<Selection> board = catalogue.all().stream()
                    .map(measure -> selection(measure, place, to, knownAt))
                    .toList();
            long start = System.nanoTime();
            Map<Selection, Answer> told = Objects.requireNonNull(snapshot.execute(status -> figures.answers(board)));
            double ms = (System.nanoTime() - start) / 1e6;
            if (round >= 0) {
                flat[round] = ms;
            }
            if (round >= 0 && round < plain) {
                start = System.nanoTime();
                snapshot.executeWithoutResult(status -> board.forEach(s -> {
                    if (!figures.plain(s)
                            .equals(Objects.requireNonNull(told.get(s)).figure())) {
                        throw new IllegalStateException("not equal: " + s);
                    }
                }));
                plainly[round] = (System.nanoTime() - start) / 1e6;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %d | %.1f, %.1f | %.0f, %.0f |%n",
                level,
                quantile(flat, 0.5),
                quantile(flat, 0.99),
                quantile(plainly, 0.5),
                quantile(plainly, 1));
    }

    private static double quantile(double[] times, double part) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))];
    }

    /** As a dashboard asks: each measure in its own window. */
    private static Selection selection(Measure measure, String division, LocalDate to, long knownAt) {
        boolean stock = measure.aggregation() == Aggregation.LEVEL || measure.window() == Window.ON_DAY;
        LocalDate from = !stock && measure.window() == Window.IN_PERIOD ? to.withDayOfYear(1) : null;
        boolean since = !stock && measure.window() == Window.SINCE_LAUNCH;
        return new Selection(measure, division, null, null, null, null, null, null, null, from, since, to, knownAt);
    }

    // ------------------------------------------------------------------ upkeep

    /** Takes the last batches off and in again. */
    private void upkeep(long head) throws SQLException {
        long after = head - (long) BATCH * BATCHES;
        jdbc.sql("delete from read.stock where position > ?").param(after).update();
        jdbc.sql("delete from read.roll where ((block::bigint + 1) << shift) > ? + 1")
                .param(after)
                .update();
        double[] taken = new double[BATCHES];
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            for (int batch = 0; batch < BATCHES; batch++) {
                long first = after + 1 + (long) batch * BATCH;
                List<FactRow> facts = facts(first, first + BATCH - 1);
                long start = System.nanoTime();
                tables.take(connection, facts, first, first + BATCH - 1);
                connection.commit();
                taken[batch] = (System.nanoTime() - start) / 1e6;
            }
            connection.setAutoCommit(true);
        }
        System.out.printf(
                Locale.ROOT,
                "a batch of %d events taken into stock and blocks: p50 %.0f, mean %.0f, worst %.0f ms%n",
                BATCH,
                quantile(taken, 0.5),
                Arrays.stream(taken).average().orElse(0),
                quantile(taken, 1));
    }

    private List<FactRow> facts(long first, long last) {
        List<FactRow> facts = new ArrayList<>();
        jdbc.sql("select * from read.fact where position between ? and ? order by position, ordinal")
                .params(first, last)
                .query(row -> {
                    facts.add(new FactRow(
                            row.getLong("position"),
                            row.getInt("ordinal"),
                            new Fact(
                                    row.getString("measure"),
                                    row.getObject("valid_on", LocalDate.class),
                                    new Fact.Place(
                                            row.getObject("programme", UUID.class),
                                            row.getString("division"),
                                            row.getObject("organisation", UUID.class)),
                                    new Fact.Facets(
                                            row.getObject("cadre", UUID.class),
                                            row.getObject("household", UUID.class),
                                            row.getString("task"),
                                            row.getString("kind")),
                                    row.getString("subject"),
                                    new Fact.Amount(
                                            row.getObject("quantity", BigDecimal.class),
                                            null,
                                            Qualifier.valueOf(row.getString("qualifier")))),
                            row.getString("unit"),
                            row.getString("key")));
                });
        return facts;
    }
}
