package org.minqing.command.platform.form;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Pattern;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.desk.Rules;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.refusal.Refusal.FieldError;
import org.minqing.command.platform.refusal.RefusalWording;
import org.minqing.command.platform.refusal.StrictJson;
import org.minqing.command.platform.type.CommandTypes;
import org.minqing.edge.Language;
import org.minqing.edge.Problems;
import org.minqing.edge.Texts;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;

/** People who entered something in a wrong form are told the form in words. */
class FormsInWordsTest {
    private static final String EXPRESSION = "[\\\\\\[\\]{}|^$*+?]";

    private final CommandServer server = CommandServer.shared();

    private record Form(String where, Pattern pattern) {
        @Override
        public String toString() {
            return where;
        }
    }

    static Stream<Form> forms() {
        return CommandTypes.scan("org.minqing.command").all().stream()
                .flatMap(type -> forms(type.name(), type.shape()));
    }

    private static Stream<Form> forms(String where, Shape shape) {
        return switch (shape) {
            case Shape.Composite composite ->
                composite.members().stream()
                        .flatMap(member -> Stream.concat(
                                own(where + "." + member.name(), member),
                                forms(where + "." + member.name(), member.shape())));
            case Shape.Many many -> forms(where, many.element());
            default -> Stream.empty();
        };
    }

    private static Stream<Form> own(String where, Shape.Member member) {
        AnnotatedType type = member.component().getAnnotatedType();
        Stream<AnnotatedType> elements = type instanceof AnnotatedParameterizedType many
                ? Arrays.stream(many.getAnnotatedActualTypeArguments())
                : Stream.empty();
        return Stream.concat(
                        Stream.of(AnnotatedElementUtils.findMergedAnnotation(
                                member.component().getAccessor(), Pattern.class)),
                        elements.map(element -> element.getAnnotation(Pattern.class)))
                .filter(Objects::nonNull)
                .map(pattern -> new Form(where, pattern));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void every_form_has_its_words_in_both_languages(Form form) {
        Texts texts = new Texts();
        Problems problems = new Problems(texts, new RefusalWording(), Duration.ZERO);
        FieldError error = new FieldError("/x", Rules.code(form.pattern()), Rules.arguments(form.pattern()));
        for (Language language : Language.values()) {
            assertThat(texts.find(language, "problem." + error.code())).isPresent();
            MockHttpServletRequest request = new MockHttpServletRequest();
            request.addHeader("Accept-Language", language.tag());
            JsonNode body = StrictJson.MAPPER.valueToTree(problems.body(Refusal.invalid(List.of(error)), request));
            String message = body.at("/errors/0/message").asString();
            assertThat(message).isNotBlank().doesNotContainPattern(EXPRESSION);
        }
    }

    @Test
    void forms_of_single_fields_and_of_lists_are_both_looked_at() {
        assertThat(forms().map(Form::where))
                .contains("RegisterDivision.code", "RelocateHousehold.householdNo", "AdoptTaskCatalogue.tasks.code");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RegisterDivision | {\"code\": \"abc\", \"name\": \"某村\"} | 2, 4, 6, 9 or 12 digits | 2、4、6、9 或 12 位数字",
                "RegisterOrganisation | {\"name\": \"某局\", \"kind\": \"OFFICE\", \"divisionCode\": \"5303\", \"creditCode\": \"zz\"} | unified social credit code | 统一社会信用代码",
                "RegisterOrganisation | {\"name\": \" \", \"kind\": \"OFFICE\", \"divisionCode\": \"5303\"} | Must not be empty | 不能为空",
                "RegisterOrganisation | {\"kind\": \"OFFICE\", \"divisionCode\": \"5303\"} | This is required | 必须填写",
                "FormWorkTeam | {\"members\": []} | Must not be empty | 不能为空",
            })
    void what_is_wrong_is_said_in_words(String command, String body, String english, String chinese) {
        assertThat(messages(command, body, "en")).anyMatch(message -> message.contains(english));
        assertThat(messages(command, body, "zh")).anyMatch(message -> message.contains(chinese));
    }

    private List<String> messages(String command, String body, String language) {
        JsonNode problem = server.post(
                        command, body, "Idempotency-Key", UUID.randomUUID().toString(), "Accept-Language", language)
                .requireStatus(422)
                .json();
        return problem.path("errors").findValuesAsString("message");
    }
}
