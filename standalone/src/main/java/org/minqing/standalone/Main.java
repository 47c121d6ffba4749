package org.minqing.standalone;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.minqing.standalone.postgres.PostgresUnavailable;
import org.slf4j.LoggerFactory;

/** What the launcher {@code ./minqing} runs. */
public final class Main {
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
            case "token" -> Token.run(options);
            case "rotate-signing-key" -> SigningKeyRotation.run(options);
            default ->
                throw new LaunchRefusal(2, "不认识的命令：" + options.command(), "Unknown command: " + options.command());
        };
    }
}
