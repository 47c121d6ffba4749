package org.minqing.standalone;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.channels.FileLock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.minqing.edge.watch.SecurityLog;
import org.minqing.standalone.postgres.PostgresServer;

/** {@code ./minqing up}: everything in this one process, until it is told to stop. */
final class Up {
    private static final int LOCK_TRIES = 20;
    /** As long as a start may take without anybody minding. */
    private static final Duration WARMING = Duration.ofSeconds(1);

    /** A database that was killed is up again in seconds, a process that was in less than a minute. */
    private static final Duration MENDING = Duration.ofSeconds(120);

    private Up() {}

    static int run(Options options) throws IOException, InterruptedException {
        refuseInProduction();
        if (options.tls() != null) {
            options.tls().check();
            // the sides ask each other, and so does this process
            SSLContext.setDefault(Tls.trusting(options.tls().certificate()));
        }
        DataDirectory directory = DataDirectory.make(options.data());
        Logging.into(directory.log());
        SecurityLog.pseudonymsBy(directory.pseudonymSecret());
        var ports = new Ports(options.port(), options.tls() != null);
        Optional<FileLock> lock = lock(directory);
        if (lock.isEmpty()) {
            return alreadyRunning(directory, ports, options);
        }
        PostgresServer.stopLeftover(directory.postgres());
        ports.claim();
        directory.started(ports, options.tls());
        var instance = new Instance(directory, ports, options.demonstration() ? Story.YEAR : Story.NONE, options.tls());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(instance, directory), "stop"));
        instance.start();
        Practice.dry(directory, ports, WARMING);
        directory.announce();
        Welcome.print(directory, ports, options.detached());
        new CountDownLatch(1).await();
        // A lock nobody refers to any more is collected, and with it given back.
        Reference.reachabilityFence(lock);
        return 0;
    }

    /** Keys and secrets made here are told in a file: good for a demonstration, not for people's data. */
    private static void refuseInProduction() {
        if (Boolean.parseBoolean(System.getenv("MINQING_PRODUCTION"))) {
            throw new LaunchRefusal(
                    1,
                    "MINQING_PRODUCTION=true：./minqing up 用的是演示密钥，不能用于生产。请分别部署各服务，并把 issuer-uri 设为自己的认证服务。",
                    "MINQING_PRODUCTION=true: ./minqing up uses demonstration keys, which are not for production."
                            + " Run the services on their own, with the issuer-uri of an issuer of your own.");
        }
    }

    /** Tried again for a moment: {@code status} touches the lock to see who has it, and a killed process takes a while to go. */
    private static Optional<FileLock> lock(DataDirectory directory) throws IOException {
        Optional<FileLock> lock = directory.lock();
        for (int i = 0; i < LOCK_TRIES && lock.isEmpty(); i++) {
            LockSupport.parkNanos(100_000_000);
            lock = directory.lock();
        }
        return lock;
    }

    /** One that is on its way, or has lost its database, is waited for: it mends itself. */
    private static int alreadyRunning(DataDirectory directory, Ports ports, Options options)
            throws IOException, InterruptedException {
        Ports running = directory.ports();
        if (options.detached() && running.equals(ports)) {
            long end = System.nanoTime() + MENDING.toNanos();
            while (directory.inUse() && System.nanoTime() < end) {
                if (directory.ready() && Status.well(directory)) {
                    LauncherConsole.that("已经在运行：" + running.queryUrl(), "already running: " + running.queryUrl());
                    return 0;
                }
                LockSupport.parkNanos(200_000_000);
            }
            throw new LaunchRefusal(
                    1,
                    "%s 上的实例 %d 秒内没有恢复应答。看 ./minqing status 和日志 %s；要重新启动，先 ./minqing down"
                            .formatted(running.queryUrl(), MENDING.toSeconds(), directory.log()),
                    "The instance at %s did not come to answer within %d s. See ./minqing status and the log %s; to start anew, ./minqing down first"
                            .formatted(running.queryUrl(), MENDING.toSeconds(), directory.log()));
        }
        Optional<Long> pid = directory.pid();
        String who = pid.map(p -> "pid " + p).orElse("?");
        throw new LaunchRefusal(
                1,
                "数据目录 %s 已被使用（%s，%s）。先停止：./minqing down".formatted(directory.root(), who, running.queryUrl()),
                "The data folder %s is in use (%s, %s). Stop that first: ./minqing down"
                        .formatted(directory.root(), who, running.queryUrl()));
    }

    private static void stop(Instance instance, DataDirectory directory) {
        instance.close();
        try {
            directory.ended();
        } catch (IOException e) {
            LauncherConsole.wrong(
                    "没能清理 " + directory.root() + "：" + e, "Could not tidy " + directory.root() + ": " + e);
        }
        LauncherConsole.that("已停止", "stopped");
    }
}
