package org.minqing.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CreditCodeTest {
    @Test
    void takes_a_code_whose_check_character_is_right() {
        assertThat(CreditCode.valid("91350100M000100Y43")).isTrue();
    }

    @Test
    void refuses_every_other_check_character() {
        for (char check : "012456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
            assertThat(CreditCode.valid("91350100M000100Y4" + check)).isFalse();
        }
    }

    @Test
    void refuses_letters_that_are_taken_for_digits() {
        assertThat(CreditCode.valid("9135010OM000100Y43")).isFalse();
        assertThat(CreditCode.valid("91350100M000100Y4I")).isFalse();
        assertThat(CreditCode.valid("91350100m000100y43")).isFalse();
    }
}
