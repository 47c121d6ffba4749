package org.minqing.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.minqing.log.Appender;
import org.minqing.log.LogSchema;
import org.minqing.log.LogTail;
import org.minqing.log.PostgresServer;
import org.minqing.log.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many durable events a second the log takes beside pgbench's insert of the same row, and how many bytes one takes for
 * ever. Both on one PostgreSQL with fsync and synchronous_commit on, taking turns within one run, so that what else the
 * machine does befalls both.
 *
 * <p>Arguments, all optional: rounds (5), seconds a turn (3), writers (1,8,32,128).
 */
public final class AppendBesidePgbench {
    private static final int EVENTS_FOR_SIZE = 200_000;
    private static final int EVENTS_OF_A_STREAM = 50;
    private static final int GOAL_BYTES = 700;

    private AppendBesidePgbench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        int[] writers = Arrays.stream((arguments.length > 2 ? arguments[2] : "1,8,32,128").split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
        Path program = Pgbench.find().orElse(null);
        if (program == null) {
            System.err.println(
                    "pgbench is neither on PATH nor in /usr/lib/postgresql/*/bin. It comes with PostgreSQL: Debian,"
                            + " Ubuntu: apt-get install postgresql; Fedora: dnf install postgresql-contrib; macOS: brew install"
                            + " postgresql. The log is measured alone.");
        }
        try (PostgresServer server = PostgresServer.start(
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "max_wal_size=4GB",
                "shared_buffers=256MB")) {
            machine(server);
            rates(server, program == null ? null : Pgbench.at(program), rounds, seconds, writers);
            size(server, "each event in a stream of its own", 1);
            size(server, EVENTS_OF_A_STREAM + " events a stream", EVENTS_OF_A_STREAM);
        }
    }

    private static void machine(PostgresServer server) throws IOException {
        var os = ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(
                Locale.ROOT,
                "%d cores, load %.1f before, Java %s, data on %s%n",
                os.getAvailableProcessors(),
                os.getSystemLoadAverage(),
                System.getProperty("java.version"),
                Files.getFileStore(server.directory()).type());
        try (TestDatabase database = TestDatabase.create(server)) {
            JdbcClient jdbc = JdbcClient.create(database.owner());
            for (String setting : new String[] {"server_version", "fsync", "synchronous_commit"}) {
                System.out.println(setting + " "
                        + jdbc.sql("show " + setting).query(String.class).single());
            }
        }
    }

    private static void rates(
            PostgresServer server,
            @org.jspecify.annotations.Nullable Pgbench pgbench,
            int rounds,
            int seconds,
            int[] writers)
            throws IOException, InterruptedException {
        try (TestDatabase database = TestDatabase.create(server)) {
            LogSchema.open(database.command());
            JdbcClient admin = JdbcClient.create(database.pool("postgres", 1));
            admin.sql(Pgbench.TABLE).update();
            DataSource command = database.command();
            try (var tail = new LogTail(command);
                    var appender = SampleEvents.appender(command, tail)) {
                append(appender, 8, 5); // the JVM has seen the code before anything counts
                System.out.printf(
                        "%d rounds of %d s each, events a second, median (lowest - highest)%n", rounds, seconds);
                System.out.printf("%8s %26s %26s %8s%n", "writers", "log", "pgbench", "ratio");
                for (int waiting : writers) {
                    double[] log = new double[rounds];
                    double[] peer = new double[rounds];
                    for (int round = 0; round < rounds; round++) {
                        admin.sql("checkpoint").update();
                        log[round] = append(appender, waiting, seconds);
                        if (pgbench != null) {
                            admin.sql("checkpoint").update();
                            peer[round] =
                                    pgbench.run(server.port(), database.name(), TestDatabase.COMMAND, waiting, seconds);
                        }
                    }
                    System.out.printf(
                            Locale.ROOT,
                            "%8d %26s %26s %8.2f%n",
                            waiting,
                            spread(log),
                            spread(peer),
                            median(log) / median(peer));
                }
            }
        }
    }

    private static double append(Appender appender, int writers, int seconds) throws InterruptedException {
        var appended = new LongAdder();
        var threads = new Thread[writers];
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        for (int i = 0; i < writers; i++) {
            threads[i] = new Thread(() -> {
                Random random = SampleEvents.random();
                while (System.nanoTime() < end) {
                    appender.append(SampleEvents.command(random, "LinkPoint-" + SampleEvents.uuid(random), 0));
                    appended.increment();
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return appended.sum() / ((System.nanoTime() - start) / 1e9);
    }

    private static void size(PostgresServer server, String what, int eventsOfAStream) throws InterruptedException {
        try (TestDatabase database = TestDatabase.create(server)) {
            LogSchema.open(database.command());
            try (var tail = new LogTail(database.command());
                    var appender = SampleEvents.appender(database.command(), tail)) {
                int writers = 64;
                int streams = Math.max(1, EVENTS_FOR_SIZE / eventsOfAStream / writers);
                var threads = new Thread[writers];
                for (int i = 0; i < writers; i++) {
                    threads[i] = new Thread(() -> {
                        Random random = SampleEvents.random();
                        String[] names = new String[streams];
                        Arrays.setAll(names, s -> "LinkPoint-" + SampleEvents.uuid(random));
                        for (int sequence = 0; sequence < eventsOfAStream; sequence++) {
                            for (String name : names) {
                                appender.append(SampleEvents.command(random, name, sequence));
                            }
                        }
                    });
                    threads[i].start();
                }
                for (Thread thread : threads) {
                    thread.join();
                }
            }
            JdbcClient admin = JdbcClient.create(database.pool("postgres", 1));
            admin.sql("vacuum").update();
            long events = admin.sql("select count(*) from log.event")
                    .query(Long.class)
                    .single();
            System.out.printf("bytes an event, %s, %d events, tables and indexes after vacuum:%n", what, events);
            admin.sql("select c.relname, pg_relation_size(c.oid) from pg_class c"
                            + " where c.relnamespace = 'log'::regnamespace and c.relkind in ('r', 'i')"
                            + " and pg_relation_size(c.oid) > 100000 order by 2 desc")
                    .query((row, n) -> String.format(
                            Locale.ROOT, "%26s %8.1f", row.getString(1), row.getLong(2) / (double) events))
                    .list()
                    .forEach(System.out::println);
            double all = admin.sql("select sum(pg_total_relation_size(c.oid)) from pg_class c"
                                    + " where c.relnamespace = 'log'::regnamespace and c.relkind = 'r'")
                            .query(Double.class)
                            .single()
                    / events;
            System.out.printf(
                    Locale.ROOT,
                    "%26s %8.1f (goal %d, for %d bytes of payload, %d of metadata and an idempotency row)%n",
                    "all",
                    all,
                    GOAL_BYTES,
                    SampleEvents.PAYLOAD_BYTES,
                    SampleEvents.METADATA_BYTES);
        }
    }

    private static String spread(double[] rates) {
        return String.format(
                Locale.ROOT,
                "%.0f (%.0f - %.0f)",
                median(rates),
                Arrays.stream(rates).min().orElse(0),
                Arrays.stream(rates).max().orElse(0));
    }

    private static double median(double[] rates) {
        double[] sorted = rates.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
