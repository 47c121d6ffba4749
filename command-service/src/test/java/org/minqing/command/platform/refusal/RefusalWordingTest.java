package org.minqing.command.platform.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.refusal.Refusal.FieldError;
import org.minqing.edge.Problems;
import org.minqing.edge.Texts;
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

    private String words(FieldError error) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", "en");
        List<?> errors = (List<?>)
                problems.body(Refusal.reliedOn(List.of(error)), request).get("errors");
        return ((Map<?, ?>) errors.getFirst()).get("message").toString();
    }
}
