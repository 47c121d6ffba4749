package org.minqing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SeedsTest {
    @Test
    void are_the_same_each_time_but_for_one() {
        long[] once = Seeds.of(40, null).toArray();
        long[] again = Seeds.of(40, null).toArray();
        assertThat(once).hasSize(40).doesNotHaveDuplicates().startsWith(Arrays.copyOf(again, 39));
        assertThat(once[39]).isNotEqualTo(again[39]);
    }

    @Test
    void are_the_one_that_is_named() {
        assertThat(Seeds.of(40, "-7").toArray()).containsExactly(-7);
    }

    @Test
    void a_failure_says_from_which_seed_it_can_be_told_again() {
        var tries = new AtomicInteger();
        long third = Seeds.named()
                ? Long.getLong("minqing.seed")
                : Seeds.of(40, null).skip(2).findFirst().orElseThrow();
        assertThatThrownBy(() -> Seeds.each(40, random -> {
                    if (Seeds.named() || tries.incrementAndGet() == 3) {
                        throw new IllegalStateException("not so");
                    }
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("with -Dminqing.seed=" + third + ": not so")
                .hasCauseInstanceOf(IllegalStateException.class);
    }
}
