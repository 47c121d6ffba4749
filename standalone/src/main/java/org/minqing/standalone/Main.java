package org.minqing.standalone;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.minqing.standalone.operator.Installed;
import org.minqing.standalone.operator.Operator;
import org.minqing.standalone.operator.OperatorRefusal;
import org.minqing.standalone.postgres.PostgresUnavailable;
import org.slf4j.LoggerFactory;

/** What the launcher {@code ./minqing} runs. */
public final class Main {
    /** What is asked of a running installation in an operator's own words: WHAT --data DIR, then those. */
    private static final Set<String> OPERATOR = Set.of("user", "client", "init");

    private Main() {}

    public static void main(String[] args) {
        int status;
        try {
            status = run(Arrays.asList(args));
        } catch (PostgresUnavailable e) {
            LauncherConsole.wrong(e.chinese(), e.english());
            status = 1;
        } catch (LaunchRefusal e) {
            LauncherConsole.wrong(e.chinese(), e.english());
            status = e.status();
        } catch (OperatorRefusal e) {
            LauncherConsole.wrong(e.chinese(), e.english());
            status = e.status();
        } catch (IOException e) {
            LauncherConsole.wrong("读写失败：" + e, "Reading or writing failed: " + e);
            status = 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            status = 1;
        } catch (RuntimeException | Error e) {
            LoggerFactory.getLogger(Main.class).error("failed", e);
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            LauncherConsole.wrong("失败：" + root, "Failed: " + root);
            status = 1;
        }
        System.exit(status);
    }

    private static int run(List<String> args) throws IOException, InterruptedException {
        if (!args.isEmpty() && OPERATOR.contains(args.getFirst())) {
            Logging.off();
            return operate(args);
        }
        Options options = Options.of(args);
        if (!Set.of("up", "rehearse").contains(options.command())) {
            Logging.off();
        }
        return switch (options.command()) {
            case "up" -> Up.run(options);
            case "rehearse" -> Rehearsal.run(options);
            case "down" -> Down.run(options);
            case "status" -> Status.run(options);
            case "rebuild" -> Rebuilding.run(options);
            case "clock", "clock-settle", "clock-trust" -> LogTime.run(options);
            case "token" -> Token.run(options);
            case "rotate-signing-key" -> SigningKeyRotation.run(options);
            default ->
                throw new LaunchRefusal(2, "不认识的命令：" + options.command(), "Unknown command: " + options.command());
        };
    }

    private static int operate(List<String> args) throws IOException, InterruptedException {
        DataDirectory directory = DataDirectory.existing(
                Options.of(List.of(args.getFirst(), args.get(1), args.get(2))).data());
        if (!directory.inUse()) {
            throw new LaunchRefusal(3, "没有在运行；请先运行 ./minqing up", "Not running; run ./minqing up first");
        }
        Ports ports = directory.ports();
        List<String> words =
                Stream.concat(Stream.of(args.getFirst()), args.stream().skip(3)).toList();
        try (HttpClient http = directory.http()) {
            return new Operator(new Installed(directory.root(), ports.issuer(), ports.commandUrl(), http)).run(words);
        }
    }
}
