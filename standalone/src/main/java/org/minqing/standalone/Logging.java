package org.minqing.standalone;

import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * One log for all that runs in this process. Spring Boot would set logging up for each application anew, and the first
 * to close would take it from the others: it is told to leave it alone. To be called before anything logs.
 */
final class Logging {
    private Logging() {}

    static void into(Path file) {
        System.setProperty("minqing.log", file.toString());
        System.setProperty(
                "minqing.security.log", file.resolveSibling("security.log").toString());
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("logback.configurationFile", "logback-up.xml");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    static void off() {
        System.setProperty("logback.configurationFile", "logback-off.xml");
    }
}
