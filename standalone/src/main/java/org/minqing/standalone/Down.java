package org.minqing.standalone;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.minqing.standalone.postgres.PostgresServer;

/** {@code ./minqing down}: asks the running process to stop, waits for it, and stops a PostgreSQL a killed one has left. */
final class Down {
    private static final int PATIENCE_SECONDS = 90;

    private Down() {}

    static int run(Options options) throws IOException, InterruptedException {
        DataDirectory directory = DataDirectory.existing(options.data());
        if (directory.inUse()) {
            directory.pid().flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroy);
            waitFor(directory);
            LauncherConsole.that("已停止", "Stopped");
            return 0;
        }
        if (PostgresServer.stopLeftover(directory.postgres())) {
            LauncherConsole.that("已停止遗留的 PostgreSQL", "Stopped a PostgreSQL that was left running");
        } else {
            LauncherConsole.that("没有在运行", "Nothing was running");
        }
        directory.ended();
        return 0;
    }

    /** Until the lock is free: a process that no parent has reaped would look alive for ever. */
    private static void waitFor(DataDirectory directory) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (directory.inUse()) {
            if (System.nanoTime() > end) {
                String pid = directory.pid().map(String::valueOf).orElse("?");
                throw new LaunchRefusal(
                        1,
                        "进程 %s 在 %d 秒内没有停止；见日志 %s".formatted(pid, PATIENCE_SECONDS, directory.log()),
                        "Process %s did not stop within %d s; see the log %s"
                                .formatted(pid, PATIENCE_SECONDS, directory.log()));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }
}
