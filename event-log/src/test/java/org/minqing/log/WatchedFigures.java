package org.minqing.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The figures that {@code docker/grafana/minqing.json} and {@code docker/prometheus/alarms.yml} ask the services for. */
public final class WatchedFigures {
    private static final Path DOCKER = Path.of(System.getProperty("basedir", "."), "..", "docker");
    private static final Pattern EXPRESSION = Pattern.compile("\"?expr\"?: \"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*\\}|(?:by|on) \\([^)]*\\)");
    /** A name that is no function's; words of the language itself have no underscore or are short. */
    private static final Pattern NAME = Pattern.compile("\\b[a-z][a-z0-9]*_[a-z0-9_]+\\b(?!\\s*\\()");

    private WatchedFigures() {}

    /** @param elsewhere beginnings of those that another service exports */
    public static Set<String> without(String... elsewhere) throws IOException {
        Set<String> names = new TreeSet<>();
        for (String file : List.of("grafana/minqing.json", "prometheus/alarms.yml")) {
            Matcher asked = EXPRESSION.matcher(Files.readString(DOCKER.resolve(file)));
            while (asked.find()) {
                Matcher name = NAME.matcher(
                        LABELS.matcher(asked.group(1).replace("\\\"", "'")).replaceAll(""));
                while (name.find()) {
                    names.add(name.group());
                }
            }
        }
        if (names.size() < 20) {
            throw new AssertionError("there are more: " + names);
        }
        names.removeIf(
                name -> List.of(elsewhere).stream().anyMatch(name::startsWith) || name.equals("__rate_interval"));
        return names;
    }
}
