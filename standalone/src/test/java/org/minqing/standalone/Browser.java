package org.minqing.standalone;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A browser for tests, where the machine has one. */
public final class Browser {
    private static final String HOW =
            "No chromium and chromedriver on PATH. On Debian: apt-get install chromium chromium-driver";

    private Browser() {}

    /** Skips the test where there is no browser; fails it where one is required, as in continuous integration. */
    public static void needed() {
        if (onPath("chromium") && onPath("chromedriver")) {
            return;
        }
        if ("required".equals(System.getenv("MINQING_BROWSER_TESTS"))) {
            fail(HOW);
        }
        abort(HOW);
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
