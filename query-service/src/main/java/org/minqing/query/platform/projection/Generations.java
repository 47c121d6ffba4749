package org.minqing.query.platform.projection;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tables that answer ({@code read}), those that are being made ({@code read_next}) and those that answered before
 * ({@code read_before}). Table {@code stands} of the latter two tells the position and the version of the schema they stand at.
 */
final class Generations {
    static final String NEXT = "read_next";
    static final String BEFORE = "read_before";
    private static final String AWAY = "read_away";
    private static final String VERSION = "(select max(installed_rank) from read.flyway_schema_history)";
    private static final int TRIES = 3_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Generations(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** In the transaction that makes its tables. */
    void begin(String schema, long position) {
        jdbc.sql("create table " + schema + ".stands as select ?::bigint as position, " + VERSION + " as version")
                .param(position)
                .update();
    }

    /** In the transaction that has brought its tables there. */
    void stand(String schema, long position) {
        jdbc.sql("update " + schema + ".stands set position = ?")
                .param(position)
                .update();
    }

    /**
     * Where the tables from before stand.
     *
     * @throws RebuildRefused if they cannot be put back
     */
    long before() {
        if (!there(BEFORE + ".stands") || !ReadSchema.MODELS.stream().allMatch(table -> there(BEFORE + "." + table))) {
            throw new RebuildRefused(RebuildRefused.Reason.NOTHING_BEFORE);
        }
        return jdbc.sql("select position from " + BEFORE + ".stands where version = " + VERSION)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new RebuildRefused(RebuildRefused.Reason.OTHER_VERSION));
    }

    boolean there(String table) {
        return jdbc.sql("select to_regclass(?) is not null")
                .param(table)
                .query(Boolean.class)
                .single();
    }

    /**
     * Lets the tables of a schema answer, and keeps those that did in {@link #BEFORE}. The tail waits from the beginning, and forgets
     * what it remembers; who asks waits for as long as it takes to rename.
     *
     * @param catchUp brings the tables to a position, in the same transaction, and gives it back
     */
    long switchTo(String schema, LongUnaryOperator catchUp) {
        Long position = transaction.execute(status -> {
            long to = jdbc.sql("select position from read.checkpoint where processor = ? for update")
                    .param(Checkpoint.PROCESSOR)
                    .query(Long.class)
                    .single();
            long reached = catchUp.applyAsLong(to);
            if (!schema.equals(BEFORE)) {
                jdbc.sql("drop schema if exists " + BEFORE + " cascade").update();
            }
            jdbc.sql("create schema " + AWAY).update();
            lock(schema, ReadSchema.MODELS, "access exclusive");
            List<String> standing = ReadSchema.MODELS.stream()
                    .filter(table -> there("read." + table))
                    .toList();
            if (!standing.isEmpty()) {
                // ends what tidies the tables up, and lets nothing of the kind begin
                lock("read", standing, "share update exclusive");
                wait(status, standing);
            }
            standing.forEach(table -> jdbc.sql("alter table read." + table + " set schema " + AWAY)
                    .update());
            ReadSchema.MODELS.forEach(table -> jdbc.sql("alter table " + schema + "." + table + " set schema read")
                    .update());
            jdbc.sql("drop schema " + schema + " cascade").update();
            jdbc.sql("alter schema " + AWAY + " rename to " + BEFORE).update();
            begin(BEFORE, reached);
            jdbc.sql("update read.checkpoint set generation = generation + 1").update();
            return reached;
        });
        return Objects.requireNonNull(position);
    }

    private void lock(String schema, List<String> tables, String mode) {
        String all = tables.stream().map(table -> schema + "." + table).collect(Collectors.joining(", "));
        jdbc.sql("lock table " + all + " in " + mode + " mode").update();
    }

    /**
     * Gives up and tries again where a question is under way: whoever comes meanwhile waits for a second, not for that question, and
     * never in a circle. Whoever asks takes the first table first; of the others nobody waits for as long as it takes to look for
     * circles.
     */
    private void wait(TransactionStatus status, List<String> tables) {
        for (int tried = 1; ; tried++) {
            Object savepoint = status.createSavepoint();
            try {
                jdbc.sql("set local lock_timeout = '1s'").update();
                lock("read", tables.subList(0, 1), "access exclusive");
                jdbc.sql("set local lock_timeout = '100ms'").update();
                lock("read", tables, "access exclusive");
                jdbc.sql("set local lock_timeout = 0").update();
                status.releaseSavepoint(savepoint);
                return;
            } catch (DataAccessException e) {
                if (tried == TRIES || !held(e)) {
                    throw e;
                }
                status.rollbackToSavepoint(savepoint);
                status.releaseSavepoint(savepoint);
                pause();
            }
        }
    }

    /** Lock not available, or a circle found after all. */
    private static boolean held(DataAccessException e) {
        return e.getMostSpecificCause() instanceof SQLException cause
                && ("55P03".equals(cause.getSQLState()) || "40P01".equals(cause.getSQLState()));
    }

    private static void pause() {
        LockSupport.parkNanos(50_000_000);
    }
}
