package org.minqing.query.platform.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {
    @ParameterizedTest
    @CsvSource({
        "name, 张三, 张**",
        "headName, 欧阳示例, 欧**",
        "name, 张, **",
        "householdName, ' 张 ', **",
        "name, 𠮷, **",
        "name, 𠮷野, 𠮷**",
        "name, '', **",
        "name, , **",
        "citizenNumber, 1, ***",
    })
    void shows_the_first_character_of_a_name_that_has_another(String field, String clear, String shown) {
        assertThat(Mask.of(field, clear)).isEqualTo(shown);
    }
}
