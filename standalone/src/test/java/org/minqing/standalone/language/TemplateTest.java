package org.minqing.standalone.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a new command and a new aggregate cost: both are built from templates in a copy of the sources and tried there. It
 * fails where another file would be needed, and where docs/walk.md tells another list of files.
 */
class TemplateTest {
    private static final Path BASE = Path.of(System.getProperty("basedir", "."));
    private static final Path TEMPLATES = BASE.resolve("src/test/resources/template");
    private static final Template ENTRY = Template.insertions(TEMPLATES.resolve("entry.diff"));
    private static final Template AGGREGATE = Template.files(TEMPLATES.resolve("aggregate"));

    @TempDir
    private static Path scratch;

    private static URLClassLoader loader;

    @BeforeAll
    static void build() throws IOException {
        ScratchCopy copy = new ScratchCopy(scratch);
        copy.apply(ENTRY);
        copy.apply(AGGREGATE);
        loader = copy.compiled(TEMPLATES.resolve("trial"));
    }

    @AfterAll
    static void close() throws IOException {
        if (loader != null) {
            loader.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "command.platform.decision.WordsTrial",
                "command.fund.HeatingSubsidyTrial",
                "command.wellrepair.WellRepairTrial",
                "query.fund.SubsidyViewTrial",
                "query.wellrepair.WellRepairViewTrial",
            })
    void what_was_built_does_what_is_asked_of_it(String trial) throws ReflectiveOperationException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Class<?> type = loader.loadClass("org.minqing." + trial);
            ((Runnable) type.getDeclaredConstructor().newInstance()).run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void a_new_command_costs_eight_files_and_forty_lines_at_most() {
        assertThat(ENTRY.files()).hasSizeLessThanOrEqualTo(8);
        assertThat(ENTRY.lines()).isLessThanOrEqualTo(40);
    }

    @Test
    void a_new_aggregate_costs_four_small_files_beside_its_words() {
        assertThat(AGGREGATE.files())
                .allSatisfy((file, piece) -> assertThat(piece.lines()).as(file).isLessThan(100));
        assertThat(AGGREGATE.files().keySet())
                .filteredOn(file -> file.endsWith(".java"))
                .hasSize(4);
        assertThat(AGGREGATE.files().keySet())
                .filteredOn(file -> !file.endsWith(".java"))
                .hasSize(4)
                .allMatch(file -> file.contains("/messages/"));
    }

    @Test
    void the_walk_lists_the_files_of_both() throws IOException {
        String[] walk = Files.readString(BASE.resolve("../docs/walk.md")).split("```\n");
        assertThat(walk[1]).as("the files of a new aggregate in docs/walk.md").isEqualTo(AGGREGATE.listed());
        assertThat(walk[3]).as("the files of a new command in docs/walk.md").isEqualTo(ENTRY.listed());
    }
}
