package org.minqing.standalone.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/seed.md} says of every clause of the report where it stands in the code. */
public class SeedTest {
    private static final Path HOUSE = Path.of("..");
    private static final Pattern RECORD = Pattern.compile("\\brecord (\\w+)\\(");
    private static final Pattern NAME = Pattern.compile("`([\\w-]+)`");
    private static final Pattern CLAUSE = Pattern.compile("(?m)\\bid: ([\\w-]+)");
    private static final Pattern MEASURE = Pattern.compile("(?m)^([MA]\\d\\d\\w?),");
    /** Commands that have no record of their own. */
    private static final Set<String> FOR_ALL = Set.of("Void", "Correct");

    private static final String NOT_YET = "not yet";
    private static final int COLUMNS = 5;
    private static final int SENTENCE = 5;
    private static final int CUT = 72;
    private static final int TOLD = 65;

    private final List<String[]> rows = rows();

    @Test
    void names_commands_that_exist() throws IOException {
        Set<String> commands = found(RECORD, "command-service/src/main/java");
        commands.addAll(FOR_ALL);
        assertThat(named(1)).isSubsetOf(commands);
    }

    @Test
    void names_events_that_exist() throws IOException {
        assertThat(named(2)).isSubsetOf(found(RECORD, "shared-events/src/main/java"));
    }

    @Test
    void names_every_measure_of_the_report_and_none_that_does_not_exist() throws IOException {
        Set<String> measures = found(MEASURE, "query-service/src/main");
        assertThat(named(3)).isSubsetOf(measures);
        assertThat(named(3))
                .containsAll(measures.stream().filter(m -> m.startsWith("M")).toList());
    }

    @Test
    void names_tests_that_exist() throws IOException {
        Set<String> tests = files(HOUSE)
                .filter(file -> file.toString().contains("/src/test/java/"))
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        assertThat(named(4)).isSubsetOf(tests);
    }

    @Test
    void has_a_command_an_event_and_a_test_in_every_row() {
        assertThat(rows).hasSizeGreaterThan(100).allSatisfy(row -> {
            assertThat(row).hasSizeBetween(COLUMNS, COLUMNS + 1);
            for (int column : List.of(1, 2, 4)) {
                assertThat(names(row[column]).findAny().isPresent() || row[column].startsWith(NOT_YET))
                        .as(row[0])
                        .isTrue();
            }
        });
    }

    /** The cut of the source: every clause with the sentences that tell it, or that none does. */
    @Test
    void names_sentences_that_exist_for_nine_clauses_of_ten() throws IOException {
        List<String[]> cut = rows.stream().filter(row -> row.length > SENTENCE).toList();
        assertThat(cut)
                .hasSize(CUT)
                .allSatisfy(row -> assertThat(row[SENTENCE].equals("—")
                                || names(row[SENTENCE]).findAny().isPresent())
                        .as(row[0])
                        .isTrue());
        assertThat(cut.stream().filter(row -> names(row[SENTENCE]).findAny().isPresent()))
                .hasSizeGreaterThanOrEqualTo(TOLD);
        for (String language : List.of("zh", "en")) {
            Path outline = HOUSE.resolve("query-service/src/main/resources/report/outline_" + language + ".yaml");
            Set<String> clauses = CLAUSE.matcher(Files.readString(outline))
                    .results()
                    .map(result -> result.group(1))
                    .collect(Collectors.toSet());
            assertThat(sentences()).as(language).isSubsetOf(clauses);
        }
    }

    /** Ids of the outline's clauses that tell the source. */
    public static Set<String> sentences() {
        return rows().stream()
                .filter(row -> row.length > SENTENCE)
                .flatMap(row -> names(row[SENTENCE]))
                .collect(Collectors.toSet());
    }

    private Set<String> named(int column) {
        return rows.stream().flatMap(row -> names(row[column])).collect(Collectors.toSet());
    }

    private static Stream<String> names(String cell) {
        return NAME.matcher(cell).results().map(result -> result.group(1));
    }

    private static List<String[]> rows() {
        try (Stream<String> lines = Files.lines(HOUSE.resolve("docs/seed.md"))) {
            return lines.filter(line -> line.startsWith("| ") && !line.startsWith("| Clause"))
                    .map(line -> Arrays.stream(line.split("\\|"))
                            .skip(1)
                            .map(String::strip)
                            .toArray(String[]::new))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> found(Pattern pattern, String folder) throws IOException {
        return files(HOUSE.resolve(folder))
                .flatMap(file -> pattern.matcher(read(file)).results().map(result -> result.group(1)))
                .collect(Collectors.toSet());
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().matches(".*/src/.*\\.(java|csv)")).toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
