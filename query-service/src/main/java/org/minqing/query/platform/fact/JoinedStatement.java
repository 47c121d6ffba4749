package org.minqing.query.platform.fact;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Several questions as one statement: their rows one after the other. */
final class JoinedStatement {
    private static final Pattern NAME = Pattern.compile("(?<!:):([A-Za-z]\\w*)");
    private final StringBuilder sql = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();
    private int parts;

    /** Adds one with the parameters it names, which may be called like those of another. */
    void add(String part, Map<String, Object> named) {
        int number = parts++;
        sql.append(number == 0 ? "" : " union all ");
        sql.append('(').append(NAME.matcher(part).replaceAll(":$1_" + number)).append(')');
        named.forEach((name, value) -> parameters.put(name + "_" + number, value));
    }

    boolean isEmpty() {
        return parts == 0;
    }

    String sql() {
        return sql.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
