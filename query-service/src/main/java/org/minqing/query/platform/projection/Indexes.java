package org.minqing.query.platform.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes the indexes of empty tables away and makes them once the rows are in, which costs a fraction. */
final class Indexes {
    private static final String MEMORY = "set local maintenance_work_mem = '128MB'";

    private final JdbcClient jdbc;
    private final Map<String, List<String>> constraints = new LinkedHashMap<>();
    private final Map<String, List<String>> indexes = new LinkedHashMap<>();

    Indexes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param table with its schema */
    void takeAway(String table) {
        constraints.put(table, constraints(table));
        indexes.put(
                table,
                each("select indexrelid::regclass::text, pg_get_indexdef(indexrelid), 'drop index '"
                        + " || indexrelid::regclass from pg_index where indrelid = '" + table
                        + "'::regclass order by 1"));
    }

    private List<String> constraints(String table) {
        return each("select conname, 'alter table " + table + " add constraint ' || quote_ident(conname) || ' '"
                + " || pg_get_constraintdef(oid), 'alter table " + table + " drop constraint '"
                + " || quote_ident(conname) from pg_constraint"
                + " where conrelid = '" + table + "'::regclass and contype in ('p', 'u') order by conname");
    }

    /** What makes each again; it is gone now. */
    private List<String> each(String sql) {
        List<String> again = new ArrayList<>();
        List<String> away = new ArrayList<>();
        jdbc.sql(sql).query(row -> {
            again.add(row.getString(2));
            away.add(row.getString(3));
        });
        away.forEach(statement -> jdbc.sql(statement).update());
        return again;
    }

    /** First of all: each holds its table for itself. */
    List<FigureTables.Work> constraints(List<String> tables) {
        return tables.stream()
                .<FigureTables.Work>map(
                        table -> connection -> run(connection, constraints.getOrDefault(table, List.of())))
                .toList();
    }

    /** May be made side by side. */
    List<FigureTables.Work> indexes(List<String> tables) {
        return tables.stream()
                .flatMap(table -> indexes.getOrDefault(table, List.of()).stream())
                .<FigureTables.Work>map(index -> connection -> run(connection, List.of(index)))
                .toList();
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(MEMORY);
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
