package org.minqing.command.platform.policy;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.jspecify.annotations.Nullable;
import org.minqing.log.LogMessageSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tail of the log into the policies. Any number of processes may run it; one holds the token, and when it goes another takes over. */
public final class PolicyProcessor implements SmartLifecycle {
    static final String NAME = "policies";
    public static final String TABLE = "policy.checkpoint";
    private static final int BATCH = 50;
    private static final int PATIENCE_SECONDS = 10;

    private final Policies policies;
    private final TokenStore tokens;
    private final Duration beat;
    private final LogMessageSource source;
    private @Nullable PooledStreamingEventProcessor processor;
    private @Nullable ScheduledExecutorService threads;

    /** @param claim after so long without a sign of the one that answers, another takes over */
    public PolicyProcessor(Policies policies, JdbcClient jdbc, LogMessageSource source, Duration claim) {
        this.policies = policies;
        this.source = source;
        this.beat = Duration.ofMillis(Math.max(100, claim.toMillis() / 4));
        this.tokens = new PolicyCheckpoint(jdbc, claim, beat, policies::answered);
    }

    @Override
    public synchronized void start() {
        if (processor != null) {
            return;
        }
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(2, task -> {
            Thread thread = new Thread(task, "minqing-policies");
            thread.setDaemon(true);
            return thread;
        });
        PooledStreamingEventProcessor made = PooledStreamingEventProcessor.builder()
                .name(NAME)
                .eventHandlerInvoker(policies)
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(source)
                .tokenStore(tokens)
                // each command is a transaction of its own, and so is the token after its batch
                .transactionManager(NoTransactionManager.INSTANCE)
                .coordinatorExecutor(pool)
                .workerExecutor(pool)
                .initialSegmentCount(1)
                .initialToken(s -> new GlobalSequenceTrackingToken(0))
                .batchSize(BATCH)
                .tokenClaimInterval(beat.toMillis())
                .claimExtensionThreshold(beat.toMillis())
                .build();
        made.start();
        threads = pool;
        processor = made;
    }

    @Override
    public synchronized void stop() {
        PooledStreamingEventProcessor running = processor;
        ScheduledExecutorService pool = threads;
        if (running == null || pool == null) {
            return;
        }
        try {
            running.shutdownAsync().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the policies did not stop", e);
        } finally {
            pool.shutdownNow();
            processor = null;
            threads = null;
        }
    }

    /** Up to where events were answered; 0 while it does not run. */
    synchronized long position() {
        PooledStreamingEventProcessor running = processor;
        return running == null
                ? 0
                : running.processingStatus().values().stream()
                        .mapToLong(status -> status.getCurrentPosition().orElse(0))
                        .findFirst()
                        .orElse(0);
    }

    @Override
    public synchronized boolean isRunning() {
        return processor != null;
    }
}
