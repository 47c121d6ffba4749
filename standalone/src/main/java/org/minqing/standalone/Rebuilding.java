package org.minqing.standalone;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minqing.log.EventCodec;
import org.minqing.log.EventTypes;
import org.minqing.log.LogTail;
import org.minqing.log.PostgresEventLog;
import org.minqing.query.platform.projection.Rebuild;
import org.minqing.query.platform.projection.Rebuild.Phase;
import org.minqing.query.platform.projection.Rebuild.Progress;
import org.minqing.query.platform.projection.RebuildRefused;
import org.minqing.standalone.postgres.DatabaseAccess;
import org.minqing.standalone.postgres.DatabaseAccess.Role;

/**
 * {@code ./minqing rebuild [--back]}: makes the read models anew beside a running system, as a process of its own with the rights of
 * who keeps the read models and no others. Says every few seconds how far it is, and so does {@code ./minqing status}.
 */
final class Rebuilding {
    private static final long TOLD_EVERY_NANOS = Duration.ofSeconds(2).toNanos();

    private final DataDirectory directory;
    private @Nullable Phase phase;
    private long toldAt;

    private Rebuilding(DataDirectory directory) {
        this.directory = directory;
    }

    static int run(Options options) throws IOException, InterruptedException {
        DataDirectory directory = DataDirectory.existing(options.data());
        DatabaseAccess access = DatabaseAccess.of(directory.postgres()).orElse(null);
        if (!directory.inUse() || access == null) {
            throw new LaunchRefusal(3, "没有在运行；请先运行 ./minqing up", "Not running; run ./minqing up first");
        }
        int workers = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);
        try (HikariDataSource pool = pool(access, workers + 4);
                LogTail tail = new LogTail(pool)) {
            var log = new PostgresEventLog(pool, EventTypes.scan("org.minqing.events"), new EventCodec(), tail);
            Rebuild rebuild = Rebuild.beside(pool, log);
            if (options.back()) {
                long position = rebuild.back();
                LauncherConsole.that(
                        "已换回重建以前的数据，位置 %d；再次 --back 可换回来".formatted(position),
                        "the read models from before answer again, at position %d; --back once more undoes it"
                                .formatted(position));
            } else {
                new Rebuilding(directory).run(rebuild, workers);
            }
            return 0;
        } catch (RebuildRefused e) {
            throw refusal(e.reason());
        }
    }

    private static HikariDataSource pool(DatabaseAccess access, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(access.url());
        config.setUsername(Role.UPKEEP.user());
        config.setPassword(access.password(Role.UPKEEP));
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    private void run(Rebuild rebuild, int workers) throws IOException, InterruptedException {
        try {
            Rebuild.Outcome outcome = rebuild.run(workers, this::tell);
            outcome.differences().forEach((table, rows) -> {
                if (rows > 0) {
                    LauncherConsole.that(
                            "%s：有 %d 行不同".formatted(table, rows), "%s: %d rows differ".formatted(table, rows));
                }
            });
            double seconds = outcome.whole().toMillis() / 1e3;
            String rate = String.format(Locale.ROOT, "%,.0f", outcome.events() / Math.max(seconds, 0.001));
            LauncherConsole.that(
                    String.format(
                            Locale.ROOT,
                            "已重建，位置 %d，%,d 条事件，%.1f 秒，每秒 %s 条，%s；撤回用 ./minqing rebuild --back",
                            outcome.position(),
                            outcome.events(),
                            seconds,
                            rate,
                            outcome.same() ? "与原来逐行相同" : "与原来有不同"),
                    String.format(
                            Locale.ROOT,
                            "rebuilt, at position %d, %,d events in %.1f s, %s a second, %s;"
                                    + " ./minqing rebuild --back undoes it",
                            outcome.position(),
                            outcome.events(),
                            seconds,
                            rate,
                            outcome.same() ? "row for row as before" : "not as before"));
        } finally {
            directory.rebuilt();
        }
    }

    private void tell(Progress progress) {
        long now = System.nanoTime();
        if (progress.phase() == phase && now - toldAt < TOLD_EVERY_NANOS) {
            return;
        }
        phase = progress.phase();
        toldAt = now;
        Duration left = progress.left();
        String chinese = "重建 %d%%，%s".formatted(progress.percent(), CHINESE.get(progress.phase()));
        String english = "rebuild %d%%, %s".formatted(progress.percent(), ENGLISH.get(progress.phase()));
        if (left != null) {
            chinese += "，每秒 %d 条事件，还需约 %s".formatted(progress.eventsASecond(), clock(left));
            english += ", %d events a second, about %s left".formatted(progress.eventsASecond(), clock(left));
        }
        LauncherConsole.that(chinese, english);
        try {
            directory.rebuilding(chinese + " · " + english);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code 1:05:09} or {@code 5:09}. */
    static String clock(Duration left) {
        return left.toHours() > 0
                ? "%d:%02d:%02d".formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart())
                : "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart());
    }

    private static final Map<Phase, String> CHINESE = Map.of(
            Phase.READ, "读事件",
            Phase.INDEX, "建索引",
            Phase.COUNT, "计数",
            Phase.ROLL, "汇总",
            Phase.TASKS, "待办",
            Phase.COMPARE, "与原数据比较",
            Phase.CATCH_UP, "补上新事件并切换");

    private static final Map<Phase, String> ENGLISH = Map.of(
            Phase.READ, "reading events",
            Phase.INDEX, "making indexes",
            Phase.COUNT, "counting",
            Phase.ROLL, "rolling up",
            Phase.TASKS, "telling tasks",
            Phase.COMPARE, "comparing with the old",
            Phase.CATCH_UP, "taking in what came meanwhile, and switching");

    private static LaunchRefusal refusal(RebuildRefused.Reason reason) {
        return switch (reason) {
            case UNDER_WAY ->
                new LaunchRefusal(
                        1,
                        "已有一个重建正在进行；进度见 ./minqing status",
                        "Another rebuild is under way; ./minqing status says how far it is");
            case NOTHING_BEFORE ->
                new LaunchRefusal(
                        1,
                        "没有重建以前的数据可以换回；请先运行 ./minqing rebuild",
                        "There are no read models from before to put back; ./minqing rebuild comes first");
            case OTHER_VERSION ->
                new LaunchRefusal(
                        1,
                        "重建以前的数据属于另一个版本，不能换回；请运行 ./minqing rebuild",
                        "The read models from before are of another version and cannot be put back; run ./minqing rebuild");
        };
    }
}
