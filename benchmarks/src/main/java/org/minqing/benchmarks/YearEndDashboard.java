package org.minqing.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.minqing.log.PostgresServer;
import org.minqing.log.TestDatabase;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.fact.Figures;
import org.minqing.query.platform.fact.Selection;
import org.minqing.query.platform.projection.ReadSchema;
import org.minqing.query.platform.view.Measure;
import org.minqing.query.platform.view.Measure.Aggregation;
import org.minqing.query.platform.view.Measure.Window;
import org.minqing.query.platform.view.Views;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long the figures of a dashboard take over the facts of a prefecture's year, with the settings of the database that
 * {@code ./minqing up} starts.
 *
 * <p>Arguments: visits (250000, which makes 1.2 million facts), rounds (7). Prints the median of each figure that takes 5 ms or
 * more, and of all figures together, in milliseconds.
 */
public final class YearEndDashboard {
    private static final LocalDate YEAR_END = LocalDate.of(2012, 12, 31);
    private static final double WORTH_A_LINE_MS = 5;

    private final Catalogue catalogue = new Catalogue(new Views(List.of()));
    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;
    private final Figures figures;
    private final int rounds;

    private YearEndDashboard(TestDatabase database, int rounds) {
        this.jdbc = JdbcClient.create(database.query());
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(database.query()));
        this.figures = new Figures(jdbc);
        this.rounds = rounds;
        snapshot.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    public static void main(String[] arguments) throws IOException {
        int visits = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 250_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
        try (PostgresServer server = PostgresServer.start("shared_buffers=64MB", "jit=off", "max_wal_size=2GB");
                TestDatabase database = TestDatabase.create(server)) {
            ReadSchema.allow(database.owner(), TestDatabase.QUERY);
            ReadSchema.migrate(database.query());
            fill(database, visits);
            new YearEndDashboard(database, rounds).run(visits);
        }
    }

    private static void fill(TestDatabase database, int visits) throws IOException {
        JdbcClient owner = JdbcClient.create(database.pool("postgres", 1));
        owner.sql("select set_config('benchmark.visits', '" + visits + "', false)")
                .query(String.class)
                .single();
        owner.sql(resource()).update();
        owner.sql("vacuum analyze").update();
    }

    private static String resource() throws IOException {
        try (var in = YearEndDashboard.class.getResourceAsStream("/prefecture.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void run(int visits) {
        long head = jdbc.sql("select max(position) from read.fact")
                .query(Long.class)
                .single();
        String village = jdbc.sql("select max(division) from read.fact")
                .query(String.class)
                .single();
        System.out.printf(
                Locale.ROOT,
                "%d facts, %d MB, %d MB of indexes; %d rounds, load %.1f%n",
                jdbc.sql("select count(*) from read.fact").query(Long.class).single(),
                jdbc.sql("select pg_relation_size('read.fact') >> 20")
                        .query(Long.class)
                        .single(),
                jdbc.sql("select pg_indexes_size('read.fact') >> 20")
                        .query(Long.class)
                        .single(),
                rounds,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        measure("the prefecture at the year's end", "5303", YEAR_END, head);
        measure("a village at the year's end", village, YEAR_END, head);
        measure("the prefecture at the end of June", "5303", YEAR_END.minusMonths(6), head);
        measure(
                "the prefecture at the year's end, before the voids were known",
                "5303",
                YEAR_END,
                100_000 + visits - 1);
        measure(
                "the prefecture at the end of June, as known then",
                "5303",
                YEAR_END.minusMonths(6),
                100_000 + visits / 2);
    }

    private void measure(String what, String division, LocalDate to, long knownAt) {
        Map<String, double[]> taken = new LinkedHashMap<>();
        double[] all = new double[rounds];
        for (int round = -1; round < rounds; round++) {
            for (Measure measure : catalogue.all()) {
                Selection selection = selection(measure, division, to, knownAt);
                long start = System.nanoTime();
                snapshot.executeWithoutResult(status -> figures.figure(selection));
                double ms = (System.nanoTime() - start) / 1e6;
                if (round >= 0) { // the first round warms
                    taken.computeIfAbsent(measure.id(), id -> new double[rounds])[round] = ms;
                    all[round] += ms;
                }
            }
        }
        System.out.printf(Locale.ROOT, "%s: %.0f ms%n", what, median(all));
        taken.forEach((id, times) -> {
            if (median(times) >= WORTH_A_LINE_MS) {
                System.out.printf(Locale.ROOT, "    %-5s %6.0f%n", id, median(times));
            }
        });
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** As a dashboard asks: each measure in its own window. */
    private static Selection selection(Measure measure, String division, LocalDate to, long knownAt) {
        boolean stock = measure.aggregation() == Aggregation.LEVEL || measure.window() == Window.ON_DAY;
        LocalDate from = !stock && measure.window() == Window.IN_PERIOD ? to.withDayOfYear(1) : null;
        boolean since = !stock && measure.window() == Window.SINCE_LAUNCH;
        return new Selection(measure, division, null, null, null, null, null, null, null, from, since, to, knownAt);
    }
}
