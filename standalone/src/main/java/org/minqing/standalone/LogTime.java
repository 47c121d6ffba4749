package org.minqing.standalone;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.minqing.log.LogSchema;
import org.minqing.standalone.postgres.DatabaseAccess;
import org.minqing.standalone.postgres.DatabaseAccess.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * {@code ./minqing clock}: what the log, PostgreSQL and this machine hold for the time; {@code clock settle} ends a log's running ahead,
 * {@code clock trust} says that the machine's clock is right. Ends with 1 where the log's time lies ahead.
 */
final class LogTime {
    private static final String STANDS = "select h.recorded_at, clock_timestamp() as now from log.head h";

    private LogTime() {}

    private record Times(Instant log, Instant database) {
        Duration ahead() {
            return Duration.between(database, log);
        }
    }

    static int run(Options options) throws IOException {
        DataDirectory directory = DataDirectory.existing(options.data());
        Optional<DatabaseAccess> access = DatabaseAccess.of(directory.postgres());
        if (!directory.inUse() || access.isEmpty()) {
            throw new LaunchRefusal(3, "没有在运行；请先运行 ./minqing up", "Not running; run ./minqing up first");
        }
        var owner = new DriverManagerDataSource(
                access.get().url(), Role.OWNER.user(), access.get().password(Role.OWNER));
        switch (options.command()) {
            case "clock-settle" -> {
                if (!LogSchema.settleClock(owner)) {
                    throw new LaunchRefusal(
                            1, "日志时间没有超前，无需校正", "The log's time does not lie ahead; there is nothing to settle");
                }
            }
            case "clock-trust" -> LogSchema.trustClock(owner);
            default -> {}
        }
        Times times = JdbcClient.create(owner)
                .sql(STANDS)
                .query((row, n) -> new Times(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .single();
        LauncherConsole.that("日志的最后时间 " + times.log, "the log's last time");
        LauncherConsole.that("PostgreSQL 的时间 " + times.database, "PostgreSQL's time");
        LauncherConsole.that("本机的时间 " + Instant.now(), "this machine's time");
        if (!times.ahead().isPositive()) {
            return 0;
        }
        LauncherConsole.that(
                "日志时间超前 %d 秒：时钟已正确时运行 ./minqing clock settle"
                        .formatted(times.ahead().toSeconds()),
                "the log's time is ahead by so much: once the clock is right, run ./minqing clock settle");
        return 1;
    }
}
