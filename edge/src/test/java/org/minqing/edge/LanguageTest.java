package org.minqing.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource({
        ", ZH",
        "'', ZH",
        "fr, ZH",
        "*, ZH",
        "%%%, ZH",
        "zh-CN, ZH",
        "en-GB, EN",
        "'en-US,en;q=0.9,zh;q=0.8', EN",
        "'zh-CN,en;q=0.5', ZH",
        "'de, en;q=0.5, zh;q=0.4', EN",
        "'en;q=0, zh', ZH",
        "'en;q=0', ZH",
    })
    void chinese_is_spoken_unless_english_is_asked_for(String asked, Language spoken) {
        assertThat(Language.of(asked)).isEqualTo(spoken);
    }

    @Test
    void writes_out_a_day_in_either() {
        LocalDate day = LocalDate.of(2013, 5, 6);
        assertThat(Language.ZH.day(day)).isEqualTo("2013年5月6日");
        assertThat(Language.EN.day(day)).isEqualTo("6 May 2013");
    }
}
