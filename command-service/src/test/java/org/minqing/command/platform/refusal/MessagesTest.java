package org.minqing.command.platform.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.decision.ProcessAggregate;
import org.minqing.command.platform.form.OptionalText;
import org.minqing.command.platform.form.PublicWords;
import org.minqing.command.platform.type.CommandTypes;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class MessagesTest {
    private static final Path SOURCES = Path.of(System.getProperty("basedir", "."), "src/main/java");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    /** What refuses a command as a whole. */
    private static final Pattern CODE = Pattern.compile("(?:Refusal\\s*\\.\\s*(?:conflict|forbidden|unavailable)\\("
            + "|(?:Refusal\\s*\\.\\s*content|new Refusal)\\(\\s*\\d+,"
            + "|\\.(?:onlyAfter|notAfter)\\()\\s*\"([a-z-]+)\"");

    /** What is not there. */
    private static final Pattern KIND =
            Pattern.compile("(?:Refusal\\s*\\.\\s*notFound\\(|@Ref\\((?:value = )?)\\s*\"(\\w+)\"");

    /** What is wrong with one field. */
    private static final Pattern FIELD = Pattern.compile(
            "(?:Refusal\\s*\\.\\s*invalid|FieldError|wrong|broken|refuse)\\([^;{}]*?,\\s*\"([a-z]+(?:-[a-z]+)*)\"");

    private final Texts texts = new Texts();

    /** They are printed as they stand, so an apostrophe is written once. */
    @Test
    void no_text_doubles_an_apostrophe() throws IOException {
        List<String> doubled = new ArrayList<>();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            file.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("''"))
                    .forEach(doubled::add);
        }
        assertThat(doubled).isEmpty();
    }

    @Test
    void every_refusal_has_a_title_and_words_of_its_own() throws IOException {
        Set<String> codes = new TreeSet<>(named(CODE));
        named(KIND).forEach(kind -> codes.add(Refusal.hyphenated(kind) + "-not-found"));
        CommandTypes types = CommandTypes.scan("org.minqing.command");
        types.all().forEach(type -> codes.add(Refusal.hyphenated(type.subject()) + "-not-found"));
        types.aggregates().stream()
                .filter(ProcessAggregate.class::isAssignableFrom)
                .forEach(process -> codes.add(Refusal.hyphenated(process.getSimpleName()) + "-voided"));
        codes.add("event-in-use");
        types.aggregates().forEach(each -> codes.add(Refusal.hyphenated(each.getSimpleName()) + "-in-use"));
        codes.remove("note-in-use"); // the tests' own
        codes.remove("note-not-found"); // the tests' own
        assertThat(codes).hasSizeGreaterThan(150).contains("division-not-found", "activity-voided", "role-may-not");
        assertThat(codes.stream().flatMap(code -> Stream.of("problem." + code, "problem." + code + ".title")))
                .allSatisfy(this::assertWorded);
    }

    @Test
    void whatever_is_wrong_with_a_field_is_said_in_words_of_its_own() throws IOException {
        Set<String> codes = new TreeSet<>(named(FIELD));
        codes.addAll(List.of(OptionalText.CODE, PublicWords.CODE));
        assertThat(codes).hasSizeGreaterThan(50).contains("required", "never-changed", "belongs-elsewhere");
        assertThat(codes.stream().map(code -> "problem." + code)).allSatisfy(this::assertWorded);
    }

    private void assertWorded(String key) {
        assertThat(Arrays.stream(Language.values()).map(language -> texts.find(language, key)))
                .describedAs(key)
                .allSatisfy(words -> assertThat(words).isPresent());
    }

    /** What the sources name in such a way, comments left out. */
    private static Set<String> named(Pattern pattern) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> pattern.matcher(
                                    COMMENT.matcher(source(file)).replaceAll(""))
                            .results()
                            .forEach(found -> names.add(found.group(1))));
        }
        return names;
    }

    private static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
