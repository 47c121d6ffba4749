package org.minqing.edge.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class RatesTest {
    private static final Caller PROGRAM = Caller.of("province", "province");
    private static final Caller PERSON = Caller.of("pages", "cadre");

    @Test
    void each_answer_says_what_is_left_and_the_one_beyond_when_to_come_again() {
        Rates rates = rates(3, 0);
        for (int left = 2; left >= 0; left--) {
            var response = new MockHttpServletResponse();
            rates.count(PROGRAM, response);
            assertThat(response.getHeader("RateLimit-Policy")).isEqualTo("\"questions\";q=3;w=60");
            assertThat(response.getHeader("RateLimit")).startsWith("\"questions\";r=" + left + ";t=");
        }
        var refused = new MockHttpServletResponse();
        assertThatThrownBy(() -> rates.count(PROGRAM, refused)).isInstanceOfSatisfying(ShareRefusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(429);
            assertThat(refusal.code()).isEqualTo("rate-limit-exceeded");
            assertThat(refusal.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20));
        });
        assertThat(refused.getHeader("RateLimit")).matches("\"questions\";r=0;t=(1\\d|20|[1-9])");
        rates.count(Caller.of("office", "office"), new MockHttpServletResponse());
    }

    @Test
    void a_person_has_a_limit_of_his_own_and_all_people_of_a_program_that_of_the_program() {
        Rates rates = rates(3, 2);
        var response = new MockHttpServletResponse();
        rates.count(PERSON, response);
        assertThat(response.getHeader("RateLimit")).startsWith("\"questions-person\";r=1;");
        rates.count(PERSON, response);
        assertThatThrownBy(() -> rates.count(PERSON, response)).isInstanceOf(ShareRefusal.class);
        rates.count(Caller.of("pages", "office"), response);
        assertThatThrownBy(() -> rates.count(Caller.of("pages", "village"), response))
                .as("the program's three are used up")
                .isInstanceOf(ShareRefusal.class);
    }

    @Test
    void nothing_is_said_where_nothing_is_counted() {
        var response = new MockHttpServletResponse();
        rates(0, 0).count(PERSON, response);
        assertThat(response.getHeader("RateLimit")).isNull();
    }

    private static Rates rates(long client, long person) {
        return new Rates("questions", new Share(1, 1, 1, Duration.ofSeconds(1), client, person));
    }
}
