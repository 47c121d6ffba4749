package org.minqing.query.platform.projection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.minqing.log.EventLog;
import org.minqing.log.StoredEvent;
import org.minqing.query.platform.audit.AuditRows;
import org.minqing.query.platform.fact.Blocks;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.fact.Facts;
import org.minqing.query.platform.register.Register;
import org.minqing.query.platform.view.RecordedEvent;
import org.minqing.query.platform.view.TaskRule;
import org.minqing.query.platform.view.View;
import org.minqing.query.platform.view.Views;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the read models anew from the log, in tables beside the old, while the tail goes on; then compares, takes in what came
 * meanwhile, and switches in one transaction. All rows follow from one stream alone, so streams are done in parallel. The tables
 * that answered before are kept until the next time. One at a time: whatever a rebuild that died has left is thrown away by the next.
 */
public final class Rebuild {
    private static final int EVENTS_AT_ONCE = 5_000;
    /** A worker holds these and all they make. */
    private static final int EVENTS_READ_AT_ONCE = 1_000;

    private static final int NEAR = 500;
    private static final int ROUNDS = 20;
    /** Held by the one process that is at it; any number will do that nothing else in the database takes. */
    private static final long ONE_AT_A_TIME = 0x6d696e71696e67L;
    /** What the events themselves make; what takes longest to index first. */
    private static final List<String> READ = List.of("audit_entry", "fact", "register", "event");
    /** What is filled with its indexes away: a roll-up reads those it is made of by theirs. */
    private static final List<String> BARE = List.of("audit_entry", "fact", "register", "event", "stock", "task");

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final EventLog log;
    private final Views views;
    private final Catalogue catalogue;
    private final Blocks blocks;
    private final Facts facts;
    private final AuditRows audit;
    private final Generations generations;
    private final Writer parts = new Writer(Generations.NEXT, List.of());

    public Rebuild(DataSource dataSource, EventLog log, Views views, Catalogue catalogue) {
        this(dataSource, log, views, catalogue, Blocks.STANDARD);
    }

    /** @param blocks by which figures are asked for, too */
    public Rebuild(DataSource dataSource, EventLog log, Views views, Catalogue catalogue, Blocks blocks) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.log = log;
        this.views = views;
        this.catalogue = catalogue;
        this.blocks = blocks;
        this.facts = new Facts(views, catalogue);
        this.audit = new AuditRows(views);
        this.generations = new Generations(dataSource);
    }

    /** Of all views there are, in a process beside the running ones. */
    public static Rebuild beside(DataSource dataSource, EventLog log) {
        try (var context = new AnnotationConfigApplicationContext()) {
            var scanner = new ClassPathBeanDefinitionScanner(context, false);
            TypeFilter view = new AssignableTypeFilter(View.class);
            scanner.addIncludeFilter((type, types) ->
                    type.getAnnotationMetadata().hasAnnotation(Component.class.getName()) && view.match(type, types));
            scanner.scan("org.minqing.query");
            context.refresh();
            List<View<?>> found = new ArrayList<>();
            context.getBeansOfType(View.class).values().forEach(found::add);
            Views views = new Views(found);
            return new Rebuild(dataSource, log, views, new Catalogue(views));
        }
    }

    /** In the order in which they are gone through, with what each takes of a hundred. */
    public enum Phase {
        READ(46),
        INDEX(27),
        COUNT(5),
        ROLL(5),
        TASKS(11),
        COMPARE(5),
        CATCH_UP(1);

        private final int share;

        Phase(int share) {
            this.share = share;
        }

        private int before() {
            return Arrays.stream(values())
                    .filter(phase -> phase.ordinal() < ordinal())
                    .mapToInt(phase -> phase.share)
                    .sum();
        }
    }

    /**
     * How far it is.
     *
     * @param percent of all, 0 to 100
     * @param eventsASecond of the log, if it goes on like this; 0 before anything is known
     * @param left null before anything is known
     */
    public record Progress(
            Phase phase,
            int percent,
            long eventsASecond,
            @Nullable Duration left) {}

    /**
     * What came out.
     *
     * @param position the tables that answer now stand at
     * @param events that were read
     * @param rows of the new tables by table, before they took in what came meanwhile
     * @param differences rows that the old table alone or the new table alone holds, by table; a table that was gone is not compared
     * @param took by phase
     */
    public record Outcome(
            long position,
            long events,
            Map<String, Long> rows,
            Map<String, Long> differences,
            Map<Phase, Duration> took) {
        public boolean same() {
            return differences.values().stream().allMatch(n -> n == 0);
        }

        public Duration whole() {
            return took.values().stream().reduce(Duration.ZERO, Duration::plus);
        }
    }

    public Outcome run(int workers) throws InterruptedException {
        return run(workers, progress -> {});
    }

    /**
     * @param workers connections that work side by side; three more are used
     * @param told is called whenever a part is done
     * @throws RebuildRefused if another is under way
     */
    public Outcome run(int workers, Consumer<Progress> told) throws InterruptedException {
        try (Connection one = alone();
                Connection old = dataSource.getConnection()) {
            old.setAutoCommit(false);
            try {
                return new Run(workers, told, old).run();
            } finally {
                old.rollback();
                old.setAutoCommit(true);
                free(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the rebuild failed; the old tables stand", e);
        }
    }

    /**
     * Lets the tables from before the last rebuild answer again, once they have taken in what came since; asked for again, the others.
     *
     * @return the position they stand at
     * @throws RebuildRefused if there are none, or another rebuild is under way
     */
    public long back() {
        try (Connection one = alone()) {
            try {
                Beside beside = new Beside(Generations.BEFORE, generations.before());
                beside.chase();
                return generations.switchTo(Generations.BEFORE, beside::catchUp);
            } finally {
                free(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("nothing was put back", e);
        }
    }

    private Connection alone() throws SQLException {
        Connection connection = dataSource.getConnection();
        try (Statement statement = connection.createStatement();
                ResultSet got = statement.executeQuery("select pg_try_advisory_lock(" + ONE_AT_A_TIME + ")")) {
            if (got.next() && got.getBoolean(1)) {
                return connection;
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        throw new RebuildRefused(RebuildRefused.Reason.UNDER_WAY);
    }

    private static void free(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + ONE_AT_A_TIME + ")");
        }
    }

    private static Map<String, Long> whole(Iterable<String> streams) {
        Map<String, Long> whole = new HashMap<>();
        streams.forEach(stream -> whole.put(stream, 0L));
        return whole;
    }

    private void take(Pass pass, StoredEvent stored, Register register) {
        LogMessage arrived = Messages.arrived(stored);
        arrived.recorded().ifPresentOrElse(r -> pass.take(r, register, facts, audit), () -> pass.pass(arrived.meta()));
    }

    private long tail() {
        return jdbc.sql("select position from read.checkpoint where processor = ?")
                .param(Checkpoint.PROCESSOR)
                .query(Long.class)
                .single();
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** Tables that nobody asks yet, and how they come to stand where the tail does. */
    private final class Beside {
        private final String schema;
        private final Writer writer;
        private final FigureTables figures;
        private final Register register = new Register(views, this::history, EVENTS_AT_ONCE);
        private long position;

        Beside(String schema, long position) {
            this.schema = schema;
            this.position = position;
            this.writer = new Writer(schema, views.taskRules());
            this.figures = new FigureTables(schema, blocks, catalogue);
        }

        /** Until little is left to be done while the tail waits. */
        void chase() {
            for (int round = 0; round < ROUNDS && tail() - position > NEAR; round++) {
                long to = tail();
                while (position < to) {
                    long last = Math.min(to, position + EVENTS_AT_ONCE);
                    transaction().executeWithoutResult(status -> {
                        catchUp(last);
                        generations.stand(schema, last);
                    });
                }
            }
        }

        /** In a transaction of the caller's; the position. */
        long catchUp(long to) {
            while (position < to) {
                long last = Math.min(to, position + EVENTS_AT_ONCE);
                catchUp(log.readRange(position + 1, last));
                position = last;
            }
            return position;
        }

        private void catchUp(List<StoredEvent> events) {
            register.prepare(events.stream()
                    .<RecordedEvent<?>>flatMap(stored -> Messages.arrived(stored).recorded().stream())
                    .toList());
            Pass pass = new Pass();
            events.forEach(stored -> take(pass, stored, register));
            Connection connection = DataSourceUtils.getConnection(dataSource);
            try {
                writer.write(connection, pass);
                figures.take(
                        connection,
                        pass.facts,
                        events.getFirst().position(),
                        events.getLast().position());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
            register.trim();
        }

        private List<RecordedEvent<?>> history(Collection<String> streams) {
            return log.readStreams(whole(streams)).stream()
                    .<RecordedEvent<?>>flatMap(stored -> Messages.arrived(stored).recorded().stream())
                    .toList();
        }
    }

    /** Streams that began after one position and up to another. */
    private record Chunk(long after, long last) {}

    /** One rebuild. */
    private final class Run {
        private final int workers;
        private final Consumer<Progress> told;
        private final long start = System.nanoTime();
        private long since = start;
        private final Map<Phase, Duration> took = new EnumMap<>(Phase.class);
        private final Indexes indexes = new Indexes(jdbc);
        private final Comparison comparison = new Comparison("read", Generations.NEXT);
        private final String snapshot;
        private final long upTo;
        private final Beside beside;

        /** @param old in whose snapshot the old tables stand still, so that nobody has to wait while they are compared */
        Run(int workers, Consumer<Progress> told, Connection old) throws SQLException {
            this.workers = workers;
            this.told = told;
            try (Statement statement = old.createStatement()) {
                statement.execute("set transaction isolation level repeatable read");
                try (ResultSet found = statement.executeQuery("select position, pg_export_snapshot()"
                        + " from read.checkpoint where processor = '" + Checkpoint.PROCESSOR + "'")) {
                    found.next();
                    this.upTo = found.getLong(1);
                    this.snapshot = found.getString(2);
                }
            }
            this.beside = new Beside(Generations.NEXT, upTo);
        }

        Outcome run() throws InterruptedException {
            makeTables();
            phase(
                    Phase.READ,
                    chunks().stream()
                            .<FigureTables.Work>map(chunk -> connection -> build(connection, chunk))
                            .toList());
            List<String> read = READ.stream().map(Run::beside).toList();
            phase(Phase.INDEX, indexes.constraints(read), indexes.indexes(read), analyzing(read));
            List<String> stock = List.of(beside("stock"));
            phase(
                    Phase.COUNT,
                    beside.figures.counting(upTo),
                    indexes.constraints(stock),
                    indexes.indexes(stock),
                    analyzing(stock));
            phase(
                    Phase.ROLL,
                    beside.figures.rolling(upTo),
                    beside.figures.rollingUp(upTo),
                    analyzing(List.of(beside("roll"))));
            List<String> task = List.of(beside("task"));
            phase(Phase.TASKS, tasks(), indexes.constraints(task), indexes.indexes(task), analyzing(task));
            Map<String, Long> differences = compare();
            Map<String, Long> rows = new LinkedHashMap<>();
            ReadSchema.MODELS.forEach(table ->
                    rows.put(table, comparison.rows(table).orElseGet(() -> count(beside(table)))));
            told(Phase.CATCH_UP, 0);
            beside.chase();
            long position = generations.switchTo(Generations.NEXT, beside::catchUp);
            ended(Phase.CATCH_UP);
            told(Phase.CATCH_UP, 1);
            return new Outcome(position, upTo, rows, differences, took);
        }

        private static String beside(String table) {
            return Generations.NEXT + "." + table;
        }

        private static List<FigureTables.Work> analyzing(List<String> tables) {
            return tables.stream()
                    .<FigureTables.Work>map(table -> connection -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("analyze " + table);
                        }
                    })
                    .toList();
        }

        private void makeTables() {
            transaction().executeWithoutResult(status -> {
                jdbc.sql("drop schema if exists " + Generations.NEXT + " cascade")
                        .update();
                jdbc.sql("create schema " + Generations.NEXT).update();
                jdbc.sql("set local search_path to " + Generations.NEXT + ", read")
                        .update();
                ReadSchema.models().forEach(this::execute);
                generations.begin(Generations.NEXT, upTo);
                BARE.forEach(table -> indexes.takeAway(beside(table)));
            });
        }

        /** Several statements in one text. */
        private void execute(String script) {
            Connection connection = DataSourceUtils.getConnection(dataSource);
            try (Statement statement = connection.createStatement()) {
                statement.execute(script);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
        }

        private List<Chunk> chunks() {
            // of a small log many small parts, so that it tells how far it is
            long atOnce = Math.clamp(upTo / 100, 200, EVENTS_READ_AT_ONCE);
            List<Chunk> chunks = new ArrayList<>();
            long after = 0;
            for (long last : log.parts(upTo, atOnce)) {
                chunks.add(new Chunk(after, last));
                after = last;
            }
            return chunks;
        }

        private void build(Connection connection, Chunk chunk) throws SQLException {
            Register register = new Register(views, names -> List.of(), Integer.MAX_VALUE);
            Pass pass = new Pass();
            for (StoredEvent stored : log.readBegun(chunk.after(), chunk.last(), upTo)) {
                take(pass, stored, register);
                parts.writeEnded(connection, pass);
            }
            parts.write(connection, pass);
        }

        /** Tasks that follow from several streams, once all of them are there. */
        private List<FigureTables.Work> tasks() {
            told(Phase.TASKS, 0);
            List<FigureTables.Work> works = new ArrayList<>();
            try (Connection connection = dataSource.getConnection()) {
                for (TaskRule rule : views.taskRules()) {
                    for (Duties.Part part : beside.writer.duties().everyone(connection, rule)) {
                        works.add(own -> {
                            TailConnections.lookUp(own);
                            beside.writer.duties().retell(own, rule, part);
                        });
                    }
                }
            } catch (SQLException e) {
                throw failed(e);
            }
            return works;
        }

        /** Both at the position at which this began. */
        private Map<String, Long> compare() throws InterruptedException {
            List<String> tables = ReadSchema.MODELS.stream()
                    .filter(table -> generations.there("read." + table))
                    .toList();
            List<FigureTables.Work> both = new ArrayList<>();
            for (String table : tables) {
                both.add(connection -> comparison.addBefore(still(connection), table));
                both.add(connection -> comparison.addAfter(connection, table));
            }
            jdbc.sql("create table " + comparison.lists() + " (model text, side int, hash bigint)")
                    .update();
            phase(Phase.COMPARE, both);
            List<FigureTables.Work> divided = new ArrayList<>();
            List<FigureTables.Work> lists = new ArrayList<>();
            for (String table : tables) {
                if (!comparison.same(table)) {
                    divided.add(connection -> comparison.divideBefore(still(connection), table));
                    divided.add(connection -> comparison.divideAfter(connection, table));
                    lists.add(connection -> comparison.listBefore(still(connection), table));
                    lists.add(connection -> comparison.listAfter(connection, table));
                }
            }
            parallel(divided, () -> {});
            parallel(lists, () -> {});
            Map<String, Long> differences = new LinkedHashMap<>();
            tables.forEach(table -> differences.put(
                    table,
                    jdbc.sql("select coalesce(sum(abs(rows)), 0)::bigint from (select sum(side) as rows from "
                                    + comparison.lists() + " where model = ? group by hash) as d")
                            .param(table)
                            .query(Long.class)
                            .single()));
            return differences;
        }

        private Connection still(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read");
                statement.execute("set transaction snapshot '" + snapshot + "'");
            }
            return connection;
        }

        @SafeVarargs
        private void phase(Phase phase, List<FigureTables.Work>... oneAfterTheOther) throws InterruptedException {
            int all = Arrays.stream(oneAfterTheOther).mapToInt(List::size).sum();
            AtomicInteger done = new AtomicInteger();
            told(phase, 0);
            for (List<FigureTables.Work> works : oneAfterTheOther) {
                parallel(works, () -> told(phase, (double) done.incrementAndGet() / all));
            }
            ended(phase);
        }

        /** Whatever was done since the phase before ended is of this one. */
        private void ended(Phase phase) {
            long now = System.nanoTime();
            took.merge(phase, Duration.ofNanos(now - since), Duration::plus);
            since = now;
        }

        private void told(Phase phase, double part) {
            double done = (phase.before() + phase.share * part) / 100;
            double seconds = (System.nanoTime() - start) / 1e9;
            told.accept(
                    done == 0
                            ? new Progress(phase, 0, 0, null)
                            : new Progress(
                                    phase,
                                    (int) (done * 100),
                                    Math.round(upTo * done / seconds),
                                    Duration.ofSeconds(Math.round(seconds / done - seconds))));
        }

        private void parallel(List<FigureTables.Work> works, Runnable eachDone) throws InterruptedException {
            ExecutorService pool = Executors.newFixedThreadPool(workers);
            try {
                var completed = new ExecutorCompletionService<Boolean>(pool);
                works.forEach(work -> completed.submit(() -> commit(work)));
                for (int i = 0; i < works.size(); i++) {
                    completed.take().get();
                    eachDone.run();
                }
            } catch (ExecutionException e) {
                throw failed(e.getCause());
            } finally {
                pool.shutdownNow();
                pool.awaitTermination(1, TimeUnit.MINUTES);
            }
        }

        private static IllegalStateException failed(@Nullable Throwable cause) {
            return new IllegalStateException("the rebuild failed; the old tables stand", cause);
        }

        /** What is made is made durable by the switch. */
        private boolean commit(FigureTables.Work work) throws SQLException {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("set local synchronous_commit = off");
                    statement.execute("set local work_mem = '64MB'");
                }
                try {
                    work.on(connection);
                    connection.commit();
                } finally {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
            return true;
        }

        private long count(String table) {
            return jdbc.sql("select count(*) from " + table).query(Long.class).single();
        }
    }
}
