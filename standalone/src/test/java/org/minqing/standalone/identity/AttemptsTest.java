package org.minqing.standalone.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class AttemptsTest {
    private static final int FREE = 3;

    private Instant now = Instant.parse("2012-12-31T00:00:00Z");
    private final Attempts attempts = new Attempts(() -> now, FREE);

    @Test
    void lets_somebody_mistype_without_a_wait() {
        begin(FREE);
        assertThat(attempts.begin("office")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void doubles_the_wait_with_each_further_failure_up_to_a_ceiling() {
        begin(FREE);
        for (int seconds = 1; seconds <= 256; seconds *= 2) {
            assertThat(attempts.begin("office")).isEqualTo(Duration.ofSeconds(seconds));
            now = now.plusSeconds(seconds);
            begin(1);
        }
        assertThat(attempts.begin("office")).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void is_over_when_the_wait_has_passed_and_forgotten_after_success() {
        begin(FREE);
        now = now.plusSeconds(1);
        assertThat(attempts.begin("office")).isZero();
        attempts.succeeded("office");
        begin(FREE - 1);
        assertThat(attempts.begin("office")).isZero();
    }

    @Test
    void slows_nobody_else() {
        begin(FREE);
        assertThat(attempts.begin("office")).isPositive();
        assertThat(attempts.begin("province")).isZero();
    }

    @Test
    void counts_those_that_come_at_the_same_moment() throws Exception {
        var free = new AtomicInteger();
        try (var all = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 200; i++) {
                all.submit(() -> attempts.begin("office").isZero() ? free.incrementAndGet() : 0);
            }
        }
        assertThat(free).hasValue(FREE);
    }

    @Test
    void keeps_a_person_out_only_where_wrong_passwords_come_from() {
        var people = new ThrottledProvider(new Known("right"), attempts, true);
        for (int i = 0; i < FREE; i++) {
            assertThatThrownBy(() -> people.authenticate(asked("zhang", "wrong", "192.0.2.1")))
                    .isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> people.authenticate(asked("Zhang", "right", "192.0.2.1")))
                .isInstanceOf(Attempts.TooMany.class);
        assertThat(people.authenticate(asked("zhang", "right", "192.0.2.2"))).isNotNull();
        assertThat(people.authenticate(asked("li", "right", "192.0.2.1"))).isNotNull();
    }

    @Test
    void never_keeps_a_program_out_that_comes_with_its_secret() {
        var programs = new ThrottledProvider(new Known("right"), attempts, false);
        for (int i = 0; i < 40; i++) {
            assertThatThrownBy(() -> programs.authenticate(asked("pages", "wrong", "127.0.0.1")))
                    .isInstanceOf(RuntimeException.class);
        }
        assertThatThrownBy(() -> programs.authenticate(asked("pages", "wrong", "127.0.0.1")))
                .isInstanceOf(Attempts.TooMany.class);
        assertThat(programs.authenticate(asked("pages", "right", "127.0.0.1"))).isNotNull();
    }

    /** Whatever is tried in its name at the same moment fills the two places at which secrets are hashed. */
    @Test
    void lets_a_program_past_those_who_guess() throws Exception {
        var right = new ThrottledProvider(new Known("right"), attempts, false);
        assertThat(right.authenticate(asked("pages", "right", "127.0.0.1"))).isNotNull();
        var hashing = new CountDownLatch(2);
        var end = new CountDownLatch(1);
        var slow = new ThrottledProvider(
                new AuthenticationProvider() {
                    @Override
                    public @Nullable Authentication authenticate(Authentication asked) {
                        hashing.countDown();
                        try {
                            end.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        throw new BadCredentialsException("wrong");
                    }

                    @Override
                    public boolean supports(Class<?> type) {
                        return true;
                    }
                },
                attempts,
                false);
        try (var guessing = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2; i++) {
                guessing.submit(() -> slow.authenticate(asked("pages", "guess", "127.0.0.1")));
            }
            hashing.await();
            assertThat(right.authenticate(asked("pages", "right", "127.0.0.1"))).isNotNull();
            end.countDown();
        }
    }

    private void begin(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(attempts.begin("office")).isZero();
        }
    }

    private static Authentication asked(String name, String password, String from) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(from);
        var asked = new UsernamePasswordAuthenticationToken(name, password);
        asked.setDetails(new WebAuthenticationDetails((HttpServletRequest) request));
        return asked;
    }

    private record Known(String secret) implements AuthenticationProvider {
        @Override
        public @Nullable Authentication authenticate(Authentication asked) {
            if (!secret.equals(asked.getCredentials())) {
                throw new BadCredentialsException("wrong");
            }
            return asked;
        }

        @Override
        public boolean supports(Class<?> type) {
            return true;
        }
    }
}
