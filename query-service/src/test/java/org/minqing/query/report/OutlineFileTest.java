package org.minqing.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.view.Views;

class OutlineFileTest {
    private static final Catalogue CATALOGUE = new Catalogue(new Views(List.of()));

    private static final String WHOLE = """
            parts:
              - title: 一、
                paragraphs:
                  - - - id: first
                        say: "{M05}"
                      - id: second
                        when: told first
                        say: "x{M18}"
            """;

    private static Outline read(String text) {
        return OutlineFile.read("own.yaml", new StringReader(text), CATALOGUE, new Texts());
    }

    @Test
    void reads_what_is_whole() {
        assertThat(read(WHOLE)
                        .parts()
                        .getFirst()
                        .paragraphs()
                        .getFirst()
                        .getFirst()
                        .clauses())
                .extracting(Outline.Clause::id)
                .containsExactly("first", "second");
    }

    /** Each with the line it stands on and what to do, in both languages. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"{M05}\" | \"{M99}\" | 5 | there is no measure \"M99\". Use an id of measures.csv",
                "\"{M05}\" | \"{M05\" | 5 | a brace without its other",
                "\"{M05}\" | \"{name}\" | 5 | \"name\" cannot be read. Write the id of a measure",
                "\"{M05}\" | {M05: 1} | 5 | a text is wanted here; one with braces is put in quotes",
                "told first | told third | 7 | no clause before has the id \"third\"",
                "id: second | id: first | 6 | two clauses have the id \"first\". Change one.",
                "id: second | name: second | 6 | there is no \"name\" here. There are: between, each, id",
                "title: 一、 | titel: 一、 | 2 | there is no \"titel\" here. There are: paragraphs, title.",
                "say: \"x{M18}\" | since: \"x\" | 6 | \"say\" is missing. Add it.",
                "told first | [told first | 8 | this is no YAML",
                "when: told first | each: [M28] | 7 | \"M28\" cannot be told by kinds",
                "when: told first | each: [M24] | 6 | \"items\" is missing"
            })
    void tells_the_line_and_what_to_do(String good, String bad, int line, String message) {
        assertThat(WHOLE).contains(good);
        assertThatThrownBy(() -> read(WHOLE.replace(good, bad)))
                .isInstanceOf(OutlineFile.Broken.class)
                .hasMessageContaining("own.yaml第" + line + "行：")
                .hasMessageContaining("own.yaml, line " + line + ": ")
                .hasMessageContaining(message);
    }

    @Test
    void an_installation_has_outlines_of_its_own(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("outline_zh.yaml"), WHOLE);
        Outlines outlines = new Outlines(CATALOGUE, new Texts(), directory.toString());
        assertThat(outlines.of(Language.ZH).parts()).hasSize(1);
        assertThat(outlines.of(Language.EN).parts()).as("what it does not word").hasSize(7);
        Files.writeString(directory.resolve("outline_zh.yaml"), "");
        assertThatThrownBy(() -> new Outlines(CATALOGUE, new Texts(), directory.toString()))
                .hasMessageContaining(directory.resolve("outline_zh.yaml") + ", line 1: the file is empty");
    }
}
