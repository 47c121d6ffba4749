package org.minqing.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SoundClockTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration LEAP = Duration.ofDays(400);

    private Instant truth = START;
    private Duration wrong = Duration.ZERO;
    private final SoundClock clock = process();

    private SoundClock process() {
        return new SoundClock(() -> truth.plus(wrong), this::count);
    }

    private long count() {
        return Duration.between(START, truth).toNanos();
    }

    private void pass(Duration time) {
        truth = truth.plus(time);
    }

    private void isRight() {
        assertThat(clock.now()).isEqualTo(truth);
    }

    @Test
    void a_leap_is_not_followed_in_either_direction_and_ends_by_itself() {
        for (Duration leap : new Duration[] {LEAP, LEAP.negated()}) {
            wrong = leap;
            pass(Duration.ofSeconds(1));
            isRight();
            assertThat(clock.leapt()).isTrue();
            assertThat(clock.off()).isEqualTo(leap);
            pass(Duration.ofDays(30));
            isRight();
            wrong = Duration.ZERO;
            assertThat(clock.leapt()).isFalse();
            isRight();
        }
    }

    @Test
    void small_steps_and_a_count_that_drifts_are_followed() {
        wrong = Duration.ofSeconds(90);
        assertThat(clock.now()).isEqualTo(truth.plus(wrong));
        for (int day = 0; day < 400; day++) {
            for (int hour = 0; hour < 24; hour++) {
                pass(Duration.ofHours(1));
                wrong = wrong.plusMillis(180); // 50 in a million
                assertThat(clock.now()).isEqualTo(truth.plus(wrong));
            }
        }
        assertThat(clock.leapt()).isFalse();
    }

    @Test
    void many_small_steps_at_once_make_a_leap() {
        for (int i = 0; i < 10; i++) {
            wrong = wrong.plus(Duration.ofMinutes(4));
            pass(Duration.ofSeconds(1));
            assertThat(Duration.between(truth, clock.now())).isLessThanOrEqualTo(SoundClock.STEP);
        }
        assertThat(clock.leapt()).isTrue();
    }

    @Test
    void a_year_in_which_nobody_asked_is_no_leap() {
        pass(Duration.ofDays(365));
        isRight();
        assertThat(clock.leapt()).isFalse();
    }

    @Test
    void another_process_goes_on_with_what_was_written_down() {
        Instant written = clock.now();
        long count = clock.count();
        wrong = LEAP;
        pass(Duration.ofMinutes(1));
        SoundClock next = process();
        next.resume(written, count);
        assertThat(next.now()).isEqualTo(truth);
        assertThat(next.leapt()).isTrue();
        next.trust();
        assertThat(next.now()).isEqualTo(truth.plus(LEAP));
    }

    @Test
    void a_clock_that_was_behind_the_log_may_be_set_right() {
        wrong = LEAP.negated();
        SoundClock late = process();
        late.behind(START.minusSeconds(60));
        pass(Duration.ofMinutes(1));
        wrong = Duration.ZERO;
        assertThat(late.now()).isEqualTo(truth);
        assertThat(late.leapt()).isFalse();
    }

    @Test
    void a_doubt_ends_when_nobody_has_objected() {
        clock.doubt(Duration.ofMinutes(2));
        pass(Duration.ofSeconds(119));
        assertThat(clock.doubtful()).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(clock.doubtful()).isFalse();
    }
}
