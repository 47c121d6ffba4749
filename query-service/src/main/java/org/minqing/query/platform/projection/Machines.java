package org.minqing.query.platform.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.minqing.query.platform.audit.AuditRows;
import org.minqing.query.platform.fact.Facts;
import org.minqing.query.platform.register.Register;
import org.minqing.query.platform.view.RecordedEvent;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The three machines as the one handler of the processor. A batch is collected and taken in as a whole when its transaction is
 * about to commit; if that fails, event by event up to the one that cannot be taken in, at which the read side stops.
 */
final class Machines implements EventHandlerInvoker {
    private static final String BATCH = Machines.class.getName() + ".batch";

    /** As many events as make a plan for empty tables a bad one. */
    private static final int MANY = 500;

    private final DataSource dataSource;
    private final Messages messages;
    private final Register register;
    private final Facts facts;
    private final AuditRows audit;
    private final Checkpoint checkpoint;
    private final ReadPosition stands;
    private final Alarm alarm;
    private final FigureTables figures;
    private final Writer writer;
    private volatile Runnable stop = () -> {};
    private int generation = -1;
    /** Up to which position the tables have been looked over, for who plans questions to them. */
    private long analysed = -1;

    Machines(
            DataSource dataSource,
            Messages messages,
            Register register,
            Facts facts,
            AuditRows audit,
            FigureTables figures,
            Checkpoint checkpoint,
            ReadPosition stands,
            Alarm alarm,
            Writer writer) {
        this.writer = writer;
        this.dataSource = dataSource;
        this.messages = messages;
        this.register = register;
        this.facts = facts;
        this.audit = audit;
        this.figures = figures;
        this.checkpoint = checkpoint;
        this.stands = stands;
        this.alarm = alarm;
    }

    void onPoison(Runnable stopping) {
        this.stop = stopping;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return true;
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return true;
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
        List<LogMessage> batch = unit.getOrComputeResource(BATCH, key -> {
            List<LogMessage> arrived = new ArrayList<>();
            unit.onPrepareCommit(u -> takeIn(arrived, u));
            return arrived;
        });
        batch.add(messages.arrived(message));
    }

    private void takeIn(List<LogMessage> batch, UnitOfWork<?> unit) {
        if (alarm.raised()) {
            throw new IllegalStateException("the read side has stopped");
        }
        Checkpoint.Was was = Checkpoint.before();
        dense(batch, was.position());
        if (was.generation() != generation) {
            register.forget();
            figures.forget();
            generation = was.generation();
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            long last = takeIn(connection, batch, unit);
            analyze(connection, was.position(), last);
            unit.afterCommit(u -> stands.advanced(last));
            register.trim();
        } catch (RuntimeException | SQLException e) {
            register.forget();
            throw new IllegalStateException(
                    "batch from position " + batch.getFirst().meta().position() + " is rolled back and tried again: "
                            + e.getClass().getName(),
                    e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /**
     * Looks the tables over each time the log has doubled. PostgreSQL does so by itself, but a minute later, and until then what is asked
     * for every event is planned as of tables with one row.
     */
    private void analyze(Connection connection, long from, long to) throws SQLException {
        if (analysed < 0) {
            analysed = from;
        }
        if (to >= 2 * analysed + MANY) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze read." + String.join(", read.", ReadSchema.MODELS));
            }
            analysed = to;
        }
    }

    private static void dense(List<LogMessage> batch, long position) {
        for (LogMessage arrived : batch) {
            if (arrived.meta().position() != ++position) {
                throw new IllegalStateException("position " + arrived.meta().position() + " came where " + position
                        + " is due: nothing may be passed over");
            }
        }
    }

    private long takeIn(Connection connection, List<LogMessage> batch, UnitOfWork<?> unit) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            takeAll(connection, batch);
            return batch.getLast().meta().position();
        } catch (RuntimeException | SQLException e) {
            if (TransientFailure.is(e)) {
                throw e;
            }
            connection.rollback(before);
            register.forget();
        }
        for (LogMessage arrived : batch) {
            Savepoint good = connection.setSavepoint();
            try {
                takeAll(connection, List.of(arrived));
            } catch (RuntimeException | SQLException e) {
                if (TransientFailure.is(e)) {
                    throw e;
                }
                connection.rollback(good);
                return stopBefore(arrived, e, unit);
            }
        }
        return batch.getLast().meta().position();
    }

    private void takeAll(Connection connection, List<LogMessage> batch) throws SQLException {
        List<RecordedEvent<?>> recorded = new ArrayList<>();
        batch.forEach(arrived -> arrived.recorded().ifPresent(recorded::add));
        register.prepare(recorded);
        Pass pass = new Pass();
        for (LogMessage arrived : batch) {
            arrived.recorded()
                    .ifPresentOrElse(r -> pass.take(r, register, facts, audit), () -> pass.pass(arrived.meta()));
        }
        writer.write(connection, pass);
        figures.take(
                connection,
                pass.facts,
                batch.getFirst().meta().position(),
                batch.getLast().meta().position());
    }

    private long stopBefore(LogMessage bad, Exception e, UnitOfWork<?> unit) {
        long position = bad.meta().position();
        PoisonEvent poison = e instanceof PoisonEvent known
                ? known
                : new PoisonEvent(position, bad.meta().type(), e);
        register.forget();
        checkpoint.stopAt(position - 1);
        unit.afterCommit(u -> {
            alarm.raise(poison);
            CompletableFuture.runAsync(stop);
        });
        return position - 1;
    }
}
