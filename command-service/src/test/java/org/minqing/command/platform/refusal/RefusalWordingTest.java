package org.minqing.command.platform.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.command.platform.refusal.Refusal.FieldError;
import org.minqing.command.platform.type.CommandType;
import org.minqing.command.platform.type.CommandTypes;
import org.minqing.edge.Problems;
import org.minqing.edge.Texts;
import org.minqing.events.dispute.DisputeOutcome;
import org.springframework.mock.web.MockHttpServletRequest;

class RefusalWordingTest {
    private final Problems problems = new Problems(new Texts(), new RefusalWording(), Duration.ZERO);

    @Test
    void what_no_longer_holds_is_told_with_its_day_and_the_words_of_its_own_refusal() {
        List<Object> said = List.of("VisitMade", "2012-06-01", "out-of-order", "2012-07-01");
        FieldError error = new FieldError("the-event", FieldError.NO_LONGER_HOLDS, said);
        assertThat(words(error))
                .startsWith("“VisitMade” (2012-06-01) would no longer hold: The day must not be before 2012-07-01,");
    }

    @Test
    void a_refusal_without_words_is_told_by_its_code() {
        FieldError error =
                new FieldError("x", FieldError.NO_LONGER_HOLDS, List.of("VisitMade", "2012-06-01", "no-words"));
        assertThat(words(error)).isEqualTo("“VisitMade” (2012-06-01) would no longer hold: no-words");
    }

    @Test
    void a_rule_without_words_is_said_to_be_broken() {
        assertThat(words(new FieldError("/x", "no-words", List.of()))).isEqualTo("This value breaks a rule.");
    }

    @Test
    void what_is_of_another_form_is_told_what_to_enter_with_an_example() {
        for (String form : List.of("string", "amount", "number", "integer", "boolean", "array", "object", "value")) {
            assertThat(words(new FieldError("/x", "wrong-type", List.of(form))))
                    .matches("(Enter|It cannot be empty).*")
                    .doesNotContain("{0}");
        }
        assertThat(words(new FieldError("/money/amount", "wrong-type", List.of("amount"))))
                .isEqualTo("Enter a number, such as 100.00.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | 专项资金 7 已经存在，请直接使用，或换一个编号。",
                "en | fund 7 exists already; use it, or take another id.",
            })
    void a_kind_of_thing_is_told_in_words(String language, String words) {
        assertThat(detail(language, Refusal.alreadyExists("Fund", 7))).isEqualTo(words);
    }

    @Test
    void whatever_may_stand_already_has_words_for_its_kind() {
        Stream.concat(
                        CommandTypes.scan("org.minqing.command").all().stream().map(CommandType::subject),
                        Stream.of("Office", "Member", "LeadingGroup", "GroupMember", "Sponsor", "Hardship"))
                .filter(kind -> !kind.equals("Note")) // the tests' own
                .distinct()
                .forEach(kind -> {
                    assertThat(detail("zh", Refusal.alreadyExists(kind, 7))).doesNotContain(kind);
                    assertThat(detail("en", Refusal.alreadyExists(kind, 7))).matches("[a-z][a-z ]+ 7 exists already.*");
                });
    }

    @Test
    void what_something_may_be_attached_to_is_told_by_code_and_in_words() {
        Refusal refusal = Refusal.content(422, "attachment-subject-unknown", "Moon", "Household, WorkTeam");
        assertThat(detail("zh", refusal)).contains("Moon", "Household（农户）、WorkTeam（工作队）");
        assertThat(detail("en", refusal)).contains("Moon", "Household (household), WorkTeam (work team)");
    }

    @Test
    void what_was_chosen_and_the_stream_of_what_rests_on_it_are_told_in_words() {
        assertThat(detail("zh", Refusal.conflict("dispute-already-resolved", DisputeOutcome.RECONCILED)))
                .contains("调解和好")
                .doesNotContain("RECONCILED");
        FieldError used = FieldError.usedBy(
                new UUID(1, 1), "RecordVisit", LocalDate.of(2012, 3, 1), "Visit-00000000-0000-0001-0000-000000000002");
        assertThat(words(used))
                .contains("visit 00000000-0000-0001-0000-000000000002")
                .doesNotContain("Visit-");
    }

    @Test
    void who_gave_no_code_of_a_standard_is_told_the_codes_with_their_words() {
        assertThat(words(new FieldError("/sex", "not-a-code", List.of("GB/T 2261.1"))))
                .contains("GB/T 2261.1", "1 (Male), 2 (Female)")
                .doesNotContain("GET");
        assertThat(words(new FieldError("/ethnicGroup", "not-a-code", List.of("GB/T 3304"))))
                .contains("GB/T 3304", "(", "GET /v1/commands");
    }

    private String detail(String language, Refusal refusal) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", language);
        return problems.body(refusal, request).get("detail").toString();
    }

    private String words(FieldError error) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", "en");
        List<?> errors = (List<?>)
                problems.body(Refusal.reliedOn(List.of(error)), request).get("errors");
        return ((Map<?, ?>) errors.getFirst()).get("message").toString();
    }
}
