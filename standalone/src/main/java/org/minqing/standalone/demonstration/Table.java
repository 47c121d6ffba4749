package org.minqing.standalone.demonstration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/** The rows of {@code /demonstration/<name>.csv}: UTF-8, a header, no quotes; Chinese text has commas of its own. */
final class Table {
    private Table() {}

    /** One row, by the header's names. */
    record Row(Map<String, String> cells) {
        String text(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }

        /** Null where the cell is empty. */
        @Nullable
        String optional(String column) {
            return text(column).isEmpty() ? null : text(column);
        }

        int number(String column) {
            return Integer.parseInt(text(column));
        }

        LocalDate day(String column) {
            return LocalDate.parse(text(column));
        }

        /** What the row rests on as a whole. */
        Mark mark() {
            return Mark.of(text("mark"));
        }

        /** What of it the report prints, see {@link Step#cites}. */
        String cites() {
            return text("cites");
        }
    }

    static List<Row> read(String name) {
        String resource = "/demonstration/" + name + ".csv";
        try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream(resource), resource);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String[] header = lines.readLine().split(",");
            return lines.lines().map(line -> row(header, line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** One row after the other, with its number from 1. */
    static void each(String name, ObjIntConsumer<Row> tell) {
        List<Row> rows = read(name);
        for (int i = 0; i < rows.size(); i++) {
            tell.accept(rows.get(i), i + 1);
        }
    }

    private static Row row(String[] header, String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != header.length) {
            throw new IllegalStateException("%d cells, not %d: %s".formatted(cells.length, header.length, line));
        }
        var row = new HashMap<String, String>();
        for (int i = 0; i < header.length; i++) {
            row.put(header[i], cells[i]);
        }
        return new Row(row);
    }
}
