package org.minqing.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What one benchmark measured: a row a thing, a column a figure. Printed as a Markdown table, kept as JSON, machine and load told with both. */
final class Report {
    private final String title;
    private final double loadBefore = load();
    private final List<Map<String, Object>> rows = new ArrayList<>();

    Report(String title) {
        this.title = title;
    }

    /**
     * @param what names the row
     * @param figures column and value by turns: a number, or words
     */
    void row(String what, Object... figures) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("what", what);
        for (int i = 0; i < figures.length; i += 2) {
            row.put((String) figures[i], figures[i + 1]);
        }
        rows.add(row);
        System.err.println(row);
    }

    /** Prints the table and writes {@code name.json} into the folder. */
    void end(Path folder, String name) throws IOException {
        System.out.println(markdown());
        Files.createDirectories(folder);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("title", title);
        all.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        all.put("machine", machine());
        all.put("rows", rows);
        Path file = folder.resolve(name + ".json");
        Files.writeString(
                file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all));
        System.err.println(file);
    }

    String markdown() {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        columns.remove("what");
        StringBuilder table = new StringBuilder("## ")
                .append(title)
                .append("\n\n")
                .append(machine())
                .append("\n\n| |")
                .append(columns.stream().map(column -> " " + column + " |").collect(Collectors.joining()))
                .append("\n|---|")
                .append("---:|".repeat(columns.size()))
                .append('\n');
        for (Map<String, Object> row : rows) {
            table.append("| ").append(row.get("what")).append(" |");
            for (String column : columns) {
                table.append(' ').append(shown(row.get(column))).append(" |");
            }
            table.append('\n');
        }
        return table.toString();
    }

    private String machine() {
        return String.format(
                Locale.ROOT,
                "%d cores, load %.1f before and %.1f after, Java %s",
                Runtime.getRuntime().availableProcessors(),
                loadBefore,
                load(),
                System.getProperty("java.version"));
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** Three figures that count are enough of any measurement. */
    private static String shown(@org.jspecify.annotations.Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return String.format(Locale.ROOT, number >= 100 ? "%,.0f" : number >= 10 ? "%.1f" : "%.2f", number);
        }
        return value instanceof Number ? String.format(Locale.ROOT, "%,d", ((Number) value).longValue()) : "" + value;
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
