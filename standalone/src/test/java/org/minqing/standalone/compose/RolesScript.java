package org.minqing.standalone.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs {@code docker/roles.sql} as psql would: of its commands the script uses {@code \getenv}, of its variables {@code :'name'}. */
final class RolesScript {
    private static final Pattern GETENV = Pattern.compile("\\\\getenv (\\w+) (\\w+)");
    private static final Pattern QUOTED = Pattern.compile(":'(\\w+)'");

    private RolesScript() {}

    static void run(Path script, Map<String, String> environment, Connection connection)
            throws IOException, SQLException {
        Map<String, String> variables = new HashMap<>();
        StringBuilder sql = new StringBuilder();
        for (String line : Files.readAllLines(script)) {
            Matcher getenv = GETENV.matcher(line);
            if (getenv.matches()) {
                variables.put(getenv.group(1), of(environment, getenv.group(2)));
            } else {
                sql.append(QUOTED.matcher(line)
                                .replaceAll(found -> Matcher.quoteReplacement(
                                        "'" + of(variables, found.group(1)).replace("'", "''") + "'")))
                        .append('\n');
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.toString());
        }
    }

    private static String of(Map<String, String> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }
}
