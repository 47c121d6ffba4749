package org.minqing.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 2);

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"饮水（一）,饮水(一)", "ＤＱ01,DQ01", "2012年 ,2012年", "云发〔2011〕 17号,云发〔2011〕　17号", "m²,m2"})
    void texts_that_people_read_alike_are_one(String one, String other) {
        assertThat(Likeness.of(one)).isEqualTo(Likeness.of(other));
        assertThat(Likeness.same(one, other)).isTrue();
    }

    @Test
    void others_are_not() {
        assertThat(Likeness.same("饮水", "引水")).isFalse();
        assertThat(Likeness.same("a", "A")).isFalse();
        assertThat(Likeness.same(null, "")).isFalse();
        assertThat(Likeness.same(null, null)).isTrue();
    }

    @Test
    void ids_that_follow_from_a_name_are_the_same_for_names_alike() {
        assertThat(Ids.fund(ONE, OTHER, null, "饮水（一）")).isEqualTo(Ids.fund(ONE, OTHER, null, "饮水(一) "));
        assertThat(Ids.fund(ONE, OTHER, null, "饮水")).isNotEqualTo(Ids.fund(ONE, OTHER, null, "引水"));
        assertThat(Ids.reportingPeriod(ONE, OTHER, "２０１２年")).isEqualTo(Ids.reportingPeriod(ONE, OTHER, "2012年"));
    }
}
