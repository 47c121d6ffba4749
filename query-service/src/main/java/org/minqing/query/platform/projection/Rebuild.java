package org.minqing.query.platform.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.minqing.log.EventLog;
import org.minqing.log.StoredEvent;
import org.minqing.query.platform.audit.AuditRows;
import org.minqing.query.platform.fact.Blocks;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.fact.Facts;
import org.minqing.query.platform.register.Register;
import org.minqing.query.platform.view.RecordedEvent;
import org.minqing.query.platform.view.TaskRule;
import org.minqing.query.platform.view.Views;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the read models anew from the log, in tables beside the old, while the tail goes on; then takes in what came meanwhile,
 * compares, and switches in one transaction. All rows follow from one stream alone, so streams are done in parallel.
 */
public final class Rebuild {
    private static final String BESIDE = "read_next";
    private static final int EVENTS_AT_ONCE = 5_000;

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final EventLog log;
    private final Views views;
    private final Facts facts;
    private final AuditRows audit;
    private final FigureTables figures;
    private final Writer writer;
    private final Writer parts = new Writer(BESIDE, List.of());

    public Rebuild(DataSource dataSource, EventLog log, Views views, Catalogue catalogue) {
        this(dataSource, log, views, catalogue, Blocks.STANDARD);
    }

    /** @param blocks by which figures are asked for, too */
    public Rebuild(DataSource dataSource, EventLog log, Views views, Catalogue catalogue, Blocks blocks) {
        this.figures = new FigureTables(BESIDE, blocks, catalogue);
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.log = log;
        this.views = views;
        this.facts = new Facts(views, catalogue);
        this.audit = new AuditRows(views);
        this.writer = new Writer(BESIDE, views.taskRules());
    }

    /**
     * What came out.
     *
     * @param position the rebuilt tables stand at
     * @param rows by table
     * @param differences rows that the old table alone or the new table alone holds, by table; a table that was gone is not compared
     */
    public record Outcome(long position, Map<String, Long> rows, Map<String, Long> differences) {
        public boolean same() {
            return differences.values().stream().allMatch(n -> n == 0);
        }
    }

    public Outcome run(int workers) throws InterruptedException {
        makeTables();
        long upTo = jdbc.sql("select position from read.checkpoint where processor = ?")
                .param(Checkpoint.PROCESSOR)
                .query(Long.class)
                .single();
        parallel(
                workers,
                chunks(upTo).stream()
                        .<FigureTables.Work>map(streams -> connection -> build(connection, streams, upTo))
                        .toList());
        analyze("fact");
        parallel(workers, figures.counting(upTo));
        analyze("stock");
        parallel(workers, figures.rolling(upTo));
        analyze("register");
        parallel(workers, tasks());
        analyze(ReadSchema.MODELS.toArray(String[]::new));
        Outcome outcome = new TransactionTemplate(new JdbcTransactionManager(dataSource))
                .execute(status -> catchUpAndSwitch(upTo));
        return Objects.requireNonNull(outcome);
    }

    private void analyze(String... tables) {
        for (String table : tables) {
            jdbc.sql("analyze " + BESIDE + "." + table).update();
        }
    }

    private void makeTables() {
        new TransactionTemplate(new JdbcTransactionManager(dataSource)).executeWithoutResult(status -> {
            jdbc.sql("drop schema if exists " + BESIDE + " cascade").update();
            jdbc.sql("create schema " + BESIDE).update();
            jdbc.sql("set local search_path to " + BESIDE + ", read").update();
            ReadSchema.models().forEach(this::execute);
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

    private List<List<String>> chunks(long upTo) {
        List<List<String>> chunks = new ArrayList<>();
        List<String> chunk = new ArrayList<>();
        long events = 0;
        for (Map.Entry<String, Long> stream : log.streams(upTo).entrySet()) {
            chunk.add(stream.getKey());
            events += stream.getValue();
            if (events >= EVENTS_AT_ONCE) {
                chunks.add(List.copyOf(chunk));
                chunk.clear();
                events = 0;
            }
        }
        chunks.add(List.copyOf(chunk));
        return chunks;
    }

    private void parallel(int workers, List<FigureTables.Work> parts) throws InterruptedException {
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<Future<?>> done = new ArrayList<>();
            for (FigureTables.Work part : parts) {
                Callable<Object> committed = () -> {
                    commit(part);
                    return part;
                };
                done.add(pool.submit(committed));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the rebuild failed; the old tables stand", e.getCause());
        }
    }

    private void commit(FigureTables.Work part) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            part.on(connection);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private void build(Connection connection, List<String> streams, long upTo) throws SQLException {
        Register register = new Register(views, names -> List.of(), Integer.MAX_VALUE);
        Pass pass = new Pass();
        for (StoredEvent stored : log.readStreams(whole(streams))) {
            if (stored.position() <= upTo) {
                take(pass, stored, register);
            }
        }
        parts.write(connection, pass);
    }

    /** Tasks that follow from several streams, once all of them are there. */
    private List<FigureTables.Work> tasks() {
        List<FigureTables.Work> told = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            for (TaskRule rule : views.taskRules()) {
                for (Map<String, SortedMap<Long, LocalDate>> part :
                        writer.duties().everyone(connection, rule)) {
                    told.add(own -> writer.duties().tell(own, rule, part));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the rebuild failed; the old tables stand", e);
        }
        return told;
    }

    private void take(Pass pass, StoredEvent stored, Register register) {
        LogMessage arrived = Messages.arrived(stored);
        arrived.recorded().ifPresentOrElse(r -> pass.take(r, register, facts, audit), () -> pass.pass(arrived.meta()));
    }

    private static Map<String, Long> whole(Iterable<String> streams) {
        Map<String, Long> whole = new HashMap<>();
        streams.forEach(stream -> whole.put(stream, 0L));
        return whole;
    }

    /** The checkpoint's row is held, so the tail waits, and then forgets what it remembers of the old tables. */
    private Outcome catchUpAndSwitch(long from) {
        long to = jdbc.sql("select position from read.checkpoint where processor = ? for update")
                .param(Checkpoint.PROCESSOR)
                .query(Long.class)
                .single();
        Register register = new Register(views, this::history, EVENTS_AT_ONCE);
        for (long first = from + 1; first <= to; first += EVENTS_AT_ONCE) {
            catchUp(log.readRange(first, Math.min(to, first + EVENTS_AT_ONCE - 1)), register);
        }
        Map<String, Long> rows = new LinkedHashMap<>();
        Map<String, Long> differences = new LinkedHashMap<>();
        for (String table : ReadSchema.MODELS) {
            rows.put(table, count("select count(*) from " + BESIDE + "." + table));
            compare(table, differences);
            jdbc.sql("drop table if exists read." + table + " cascade").update();
            jdbc.sql("alter table " + BESIDE + "." + table + " set schema read").update();
        }
        jdbc.sql("drop schema " + BESIDE + " cascade").update();
        jdbc.sql("update read.checkpoint set generation = generation + 1").update();
        return new Outcome(to, rows, differences);
    }

    private List<RecordedEvent<?>> history(Collection<String> streams) {
        return log.readStreams(whole(streams)).stream()
                .<RecordedEvent<?>>flatMap(stored -> Messages.arrived(stored).recorded().stream())
                .toList();
    }

    private void catchUp(List<StoredEvent> events, Register register) {
        List<RecordedEvent<?>> recorded = events.stream()
                .<RecordedEvent<?>>flatMap(stored -> Messages.arrived(stored).recorded().stream())
                .toList();
        register.prepare(recorded);
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

    private void compare(String table, Map<String, Long> differences) {
        boolean stands = jdbc.sql("select to_regclass(?) is not null")
                .param("read." + table)
                .query(Boolean.class)
                .single();
        if (stands) {
            String before = "select * from read." + table;
            String after = "select * from " + BESIDE + "." + table;
            differences.put(
                    table,
                    count("select count(*) from ((" + before + " except all " + after + ") union all (" + after
                            + " except all " + before + ")) as d"));
        }
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
