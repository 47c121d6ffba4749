package org.minqing.standalone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private Instant now = Instant.parse("2012-12-31T00:00:00Z");
    private final Attempts attempts = new Attempts(() -> now, 3);

    @Test
    void lets_somebody_mistype_without_a_wait() {
        fail(2);
        assertThat(attempts.wait("office")).isZero();
    }

    @Test
    void doubles_the_wait_with_each_further_failure_up_to_a_ceiling() {
        fail(3);
        assertThat(attempts.wait("office")).isEqualTo(Duration.ofSeconds(1));
        fail(1);
        assertThat(attempts.wait("office")).isEqualTo(Duration.ofSeconds(2));
        fail(50);
        assertThat(attempts.wait("office")).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void is_over_when_the_wait_has_passed_and_forgotten_after_success() {
        fail(3);
        now = now.plusSeconds(1);
        assertThat(attempts.wait("office")).isZero();
        attempts.succeeded("office");
        fail(1);
        assertThat(attempts.wait("office")).isZero();
    }

    @Test
    void slows_nobody_else() {
        fail(10);
        assertThat(attempts.wait("province")).isZero();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            attempts.failed("office");
        }
    }
}
