package org.minqing.command.platform.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.refusal.RefusalWording;
import org.minqing.command.platform.refusal.StrictJson;
import org.minqing.command.platform.type.CommandTypes;
import org.minqing.edge.Problems;
import org.minqing.edge.Texts;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who gave something that is not to be chosen is told what is, by code for programs and in words for people. */
class ChoicesInWordsTest {
    private static final Set<String> OF_THE_TESTS = Set.of("Colour");

    private final Problems problems = new Problems(new Texts(), new RefusalWording(), Duration.ZERO);

    private static Stream<Shape.Choice> choices(Shape shape) {
        return switch (shape) {
            case Shape.Composite composite -> composite.members().stream().flatMap(m -> choices(m.shape()));
            case Shape.Many many -> choices(many.element());
            case Shape.Choice choice -> Stream.of(choice);
            default -> Stream.empty();
        };
    }

    private String told(String language, Refusal.FieldError error) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", language);
        JsonNode body = StrictJson.MAPPER.valueToTree(problems.body(Refusal.invalid(List.of(error)), request));
        return body.at("/errors/0/message").asString();
    }

    @Test
    void every_choice_of_every_command_is_told_with_its_code_and_its_words() {
        Set<String> looked = new TreeSet<>();
        CommandTypes.scan("org.minqing.command").all().stream()
                .flatMap(type -> choices(type.shape()))
                .filter(choice -> !OF_THE_TESTS.contains(choice.of()))
                .filter(choice -> looked.add(choice.of()))
                .forEach(choice -> {
                    var error = new Refusal.FieldError(
                            "/kind", "not-one-of", List.of(String.join(", ", choice.names()), choice.of()));
                    assertThat(told("zh", error).split("、"))
                            .as(choice.of())
                            .hasSameSizeAs(choice.names())
                            .allSatisfy(one -> assertThat(one).matches("(应为以下之一：)?(\\w+（.*\\p{IsHan}.*）|.*元)。?"));
                    assertThat(told("en", error).split("\\), "))
                            .as(choice.of())
                            .hasSameSizeAs(choice.names())
                            .allSatisfy(one ->
                                    assertThat(one).matches("(Expected one of: )?.+ \\([^()]*[a-z]{3}[^()]*\\)?\\.?"));
                });
        assertThat(looked).hasSizeGreaterThan(25);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RecordDonation | /donor/kind | CADRE（干部）、ORGANISATION（单位）、PERSON（个人） | CADRE (cadre), ORGANISATION (organisation), PERSON (person)",
                "RecordDonation | /money/enteredUnit | 元、万元 | 元 (yuan), 万元 (10,000 yuan)",
                "ResolveDispute | /outcome | RECONCILED（调解和好）、REFERRED（转交）、WITHDRAWN（撤回） | RECONCILED (reconciled), REFERRED (referred), WITHDRAWN (withdrawn)",
            })
    void what_is_sent_wrong_is_answered_so(String command, String pointer, String zh, String en) {
        ObjectNode body = StrictJson.MAPPER.createObjectNode();
        String[] path = pointer.substring(1).split("/");
        ObjectNode holder = path.length == 1 ? body : body.putObject(path[0]);
        holder.put(path[path.length - 1], "x");
        Shape.Composite shape = CommandTypes.scan("org.minqing.command")
                .find(command)
                .orElseThrow()
                .shape();
        Refusal.FieldError error = ShapeCheck.of(body, shape, Set.of()).wrong.getFirst();
        assertThat(error.pointer()).isEqualTo(pointer);
        assertThat(told("zh", error)).isEqualTo("应为以下之一：" + zh + "。");
        assertThat(told("en", error)).isEqualTo("Expected one of: " + en + ".");
    }

    @Test
    void what_a_matter_may_come_from_is_told_in_words_too() {
        var error = new Refusal.FieldError("/source/type", "not-one-of", List.of("Visit, LinkPoint"));
        assertThat(told("zh", error)).isEqualTo("应为以下之一：Visit（走访）、LinkPoint（联系点）。");
        assertThat(told("en", error)).isEqualTo("Expected one of: Visit (visit), LinkPoint (link point).");
    }
}
