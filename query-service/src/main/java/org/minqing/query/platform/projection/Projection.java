package org.minqing.query.platform.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.minqing.log.EventLog;
import org.minqing.log.EventTypes;
import org.minqing.log.LogMessageSource;
import org.minqing.query.platform.audit.AuditRows;
import org.minqing.query.platform.fact.Blocks;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.fact.Facts;
import org.minqing.query.platform.register.Register;
import org.minqing.query.platform.view.RecordedEvent;
import org.minqing.query.platform.view.Views;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The tail of the log into the three machines: one processor, one segment, one transaction for the rows and the token. Any number
 * of processes may run it; one holds the token and tails, and when it goes another takes over.
 */
public final class Projection implements SmartLifecycle {
    private static final int BATCH = 200;
    private static final int REMEMBERED_EVENTS = 50_000;

    private final DataSource dataSource;
    private final EventLog log;
    private final LogMessageSource source;
    private final ReadPosition stands;
    private final Alarm alarm = new Alarm();
    private final Checkpoint checkpoint;
    private final Machines machines;
    private final PlatformTransactionManager transactions;
    private final Duration claim;
    private final int batch;
    private @Nullable PooledStreamingEventProcessor processor;
    private @Nullable ScheduledExecutorService threads;

    /** @param claim after so long without a sign of the one that tails, another takes over */
    public Projection(
            DataSource dataSource,
            EventLog log,
            LogMessageSource source,
            EventTypes types,
            Views views,
            Catalogue catalogue,
            Duration claim) {
        this(dataSource, log, source, types, views, catalogue, claim, Blocks.STANDARD, BATCH);
    }

    /**
     * @param blocks by which figures are asked for, too
     * @param batch most events taken in at once
     */
    public Projection(
            DataSource dataSource,
            EventLog log,
            LogMessageSource source,
            EventTypes types,
            Views views,
            Catalogue catalogue,
            Duration claim,
            Blocks blocks,
            int batch) {
        this.batch = batch;
        this.dataSource = dataSource;
        this.log = log;
        this.source = source;
        this.claim = claim;
        JdbcClient jdbc = JdbcClient.create(dataSource);
        this.stands = new ReadPosition(jdbc);
        this.checkpoint = new Checkpoint(jdbc, claim);
        this.transactions = new JdbcTransactionManager(dataSource);
        this.machines = new Machines(
                dataSource,
                new Messages(types),
                new Register(views, this::history, REMEMBERED_EVENTS),
                new Facts(views, catalogue),
                new AuditRows(views),
                new FigureTables("read", blocks, catalogue),
                checkpoint,
                stands,
                alarm,
                new Writer("read", views.taskRules()));
        machines.onPoison(this::stop);
    }

    private List<RecordedEvent<?>> history(Collection<String> streams) {
        Map<String, Long> whole = new HashMap<>();
        streams.forEach(stream -> whole.put(stream, 0L));
        return log.readStreams(whole).stream()
                .<RecordedEvent<?>>flatMap(stored -> Messages.arrived(stored).recorded().stream())
                .toList();
    }

    public ReadPosition stands() {
        return stands;
    }

    /** DOWN with the position once an event could not be taken in, or while the tail cannot get on. */
    public Health health() {
        PooledStreamingEventProcessor running = processor;
        if (!alarm.raised() && running != null && running.isError()) {
            return Health.down()
                    .withDetail("reason", "the tail of the log failed and is tried again")
                    .build();
        }
        return alarm.health();
    }

    /** True once an event could not be taken in. */
    public boolean stoppedForGood() {
        return alarm.raised();
    }

    @Override
    public synchronized void start() {
        if (processor != null) {
            return;
        }
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(2, task -> {
            Thread thread = new Thread(task, "minqing-projection");
            thread.setDaemon(true);
            return thread;
        });
        long beat = Math.max(100, claim.toMillis() / 4);
        PooledStreamingEventProcessor made = PooledStreamingEventProcessor.builder()
                .name(Checkpoint.PROCESSOR)
                .eventHandlerInvoker(machines)
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(source)
                .tokenStore(checkpoint)
                .transactionManager(axon(transactions))
                .coordinatorExecutor(pool)
                .workerExecutor(pool)
                .initialSegmentCount(1)
                .initialToken(s -> new GlobalSequenceTrackingToken(0))
                .batchSize(batch)
                .tokenClaimInterval(beat)
                .claimExtensionThreshold(beat)
                .build();
        made.start();
        threads = pool;
        processor = made;
    }

    private static TransactionManager axon(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Override
    public synchronized void stop() {
        PooledStreamingEventProcessor running = processor;
        ScheduledExecutorService pool = threads;
        if (running == null || pool == null) {
            return;
        }
        try {
            running.shutdownAsync().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the tail did not stop", e);
        } finally {
            pool.shutdownNow();
            processor = null;
            threads = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return processor != null;
    }

    DataSource dataSource() {
        return dataSource;
    }
}
