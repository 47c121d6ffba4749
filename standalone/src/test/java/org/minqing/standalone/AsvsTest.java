package org.minqing.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/security/asvs.md} names every requirement of the two levels once, and what shows it is there. */
class AsvsTest {
    private static final Path ROOT = Path.of(System.getProperty("basedir", "."), "..");
    private static final Pattern ROW =
            Pattern.compile("^\\| (\\d+\\.\\d+\\.\\d+) \\| ([12]) \\| [^|]+ \\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Pattern EVIDENCE = Pattern.compile("`(\\w+(?:Test|IT))`");

    private final List<MatchResult> rows = ROW.matcher(Files.readString(ROOT.resolve("docs/security/asvs.md")))
            .results()
            .toList();

    AsvsTest() throws IOException {}

    @Test
    void every_requirement_of_levels_1_and_2_stands_there_once() throws IOException {
        try (InputStream in = Objects.requireNonNull(AsvsTest.class.getResourceAsStream("/security/asvs-5.0.0.txt"))) {
            List<String> requirements = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(requirements).hasSize(253);
            assertThat(rows)
                    .extracting(row -> row.group(1) + " " + row.group(2))
                    .isEqualTo(requirements);
        }
    }

    @Test
    void what_is_named_as_shown_by_tests_is_there() throws IOException {
        Set<String> tests = new HashSet<>();
        for (String module :
                List.of("shared-events", "event-log", "edge", "command-service", "query-service", "standalone")) {
            try (Stream<Path> sources = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                sources.map(file -> file.getFileName().toString().replace(".java", ""))
                        .forEach(tests::add);
            }
        }
        assertThat(rows.stream()
                        .flatMap(row -> EVIDENCE.matcher(row.group(3)).results())
                        .map(found -> found.group(1))
                        .filter(named -> !tests.contains(named))
                        .distinct())
                .isEmpty();
    }

    @Test
    void nothing_stands_there_without_a_reason() {
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.group(3))
                        .as(row.group(1))
                        .matches("(?s).*`.*|\\*by design\\*: .+|\\*documented\\*: .+|\\*\\*open\\*\\*.*"));
    }
}
