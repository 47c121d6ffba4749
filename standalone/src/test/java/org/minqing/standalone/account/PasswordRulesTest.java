package org.minqing.standalone.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    @ParameterizedTest
    @CsvSource({
        "elevenchars, password-short",
        "十一个字十一个字十一个, password-short",
        "password1234, password-common",
        "Password-1234, password-common",
        "1Q2w3E4r5T6y, password-common",
        "qwertyuiopasdf, password-common",
        "987654321098, password-common",
        "aaaaaaaaaaaaaa, password-common",
        "abababababab, password-common",
        "office2026office, password-common",
        "Minqing20262026, password-common",
        "民情民情民情民情民情民情2026, password-common"
    })
    void refuses_what_is_short_or_what_everybody_tries_first(String password, String code) {
        AccountRefusal refusal =
                catchThrowableOfType(AccountRefusal.class, () -> PasswordRules.require("office", password));
        assertThat(refusal).as(password).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
    }

    @Test
    void refuses_more_than_is_hashed() {
        assertThat(catchThrowableOfType(AccountRefusal.class, () -> PasswordRules.require("office", "水田村雨".repeat(7)))
                        .code())
                .isEqualTo("password-long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mvqh-3kxt-w8pd-n2ra",
                "nothing but small letters",
                "播乐乡的水田去年下了大雨",
                "an office with a blue door",
                "0123456789012345678901234567890123456789-oder-doch-nicht-abc-def-ghi"
            })
    void takes_what_is_long_whatever_it_consists_of(String password) {
        assertThatCode(() -> PasswordRules.require("office", password)).doesNotThrowAnyException();
    }
}
