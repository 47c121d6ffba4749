package org.minqing.standalone;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.minqing.keys.MasterKeys;
import org.minqing.log.EventLog;
import org.minqing.log.LogTail;
import org.minqing.query.platform.projection.Projection;
import org.minqing.standalone.Sides.Shared;
import org.minqing.standalone.postgres.Keeper;
import org.minqing.standalone.postgres.PostgresServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** What runs: PostgreSQL, then the three applications. Stopped in the reverse of the order in which they stood. */
final class Instance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Instance.class);
    private static final int PATIENCE_SECONDS = 30;

    private final DataDirectory directory;
    private final Ports ports;
    private final Story story;
    private final @Nullable Tls tls;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    /** Starting a part holds the read lock, stopping the write lock: nothing is stopped half started. */
    private final ReentrantReadWriteLock starting = new ReentrantReadWriteLock();

    private boolean stopping;

    /** @param tls null: plain HTTP */
    Instance(DataDirectory directory, Ports ports, Story story, @Nullable Tls tls) {
        this.tls = tls;
        this.directory = directory;
        this.ports = ports;
        this.story = story;
    }

    void start() throws IOException, InterruptedException {
        Shared shared = Shared.make(tls);
        PostgresServer postgres = start(() -> PostgresServer.start(directory.postgres(), ports.postgres()));
        start(() -> Keeper.of(postgres));
        LauncherConsole.that("PostgreSQL 已就绪", "PostgreSQL is up");
        var beginning = new Beginning(postgres.access(), story);
        beginning.open();
        var identity =
                begin(() -> Sides.identity(directory, ports, postgres.access(), shared, beginning.demonstrates()));
        if (MasterKeys.make(directory.masterKey())) {
            LauncherConsole.that(
                    "已生成主密钥 %s：丢失它，所有姓名都无法恢复，请另存备份".formatted(directory.masterKey()),
                    "made the master key %s: losing it loses every name; keep a copy elsewhere"
                            .formatted(directory.masterKey()));
        }
        // one for both sides: what commands append need not be read from the log to be told
        LogTail tail = start(beginning::tail);
        var query = begin(() -> Sides.query(directory, ports, postgres.access(), shared, tail));
        var command = begin(() -> Sides.command(directory, ports, postgres.access(), shared, tail));
        await(identity);
        LauncherConsole.that("认证服务已就绪", "identity is up");
        ConfigurableApplicationContext querySide = await(query);
        LauncherConsole.that("查询和页面已就绪", "questions and pages are up");
        ConfigurableApplicationContext commandSide = await(command);
        LauncherConsole.that("命令服务已就绪", "commands are up");
        beginning.load(commandSide);
        awaitHead(commandSide.getBean(EventLog.class), querySide.getBean(Projection.class));
    }

    /** Until the read side has taken in all that is in the log by now. */
    private static void awaitHead(EventLog log, Projection projection) throws InterruptedException {
        long head = log.head();
        while (!projection.stands().await(head, Duration.ofSeconds(1))) {
            if (projection.stoppedForGood()) {
                throw new IllegalStateException("the read side could not take an event in; the log file says which");
            }
            LOG.info("the read side stands at {} of {}", projection.stands().position(), head);
        }
    }

    /** Starts a part beside others. */
    private <T extends AutoCloseable> CompletableFuture<T> begin(Callable<T> part) {
        var begun = new CompletableFuture<T>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                begun.complete(start(part));
            } catch (Throwable e) {
                begun.completeExceptionally(e);
            }
        });
        return begun;
    }

    private <T extends AutoCloseable> T start(Callable<T> part) throws IOException {
        starting.readLock().lock();
        try {
            if (stopping) {
                throw new LaunchRefusal(1, "正在停止", "stopping");
            }
            T started = part.call();
            synchronized (running) {
                running.push(started);
            }
            return started;
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            starting.readLock().unlock();
        }
    }

    private static <T> T await(CompletableFuture<T> begun) throws IOException {
        try {
            return begun.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            if (e.getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        boolean mine = false;
        try {
            mine = starting.writeLock().tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            stopping = true;
            synchronized (running) {
                running.forEach(Instance::closeQuietly);
                running.clear();
            }
        } finally {
            if (mine) {
                starting.writeLock().unlock();
            }
        }
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.error("could not stop {}", part.getClass().getSimpleName(), e);
        }
    }
}
