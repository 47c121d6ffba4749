package org.minqing.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({"2400.00, 2400", "2.4E+3, 2400", "0.50, 0.5", "0.00, 0", "-3.10, -3.1"})
    void equal_values_are_equal_bytes(BigDecimal given, String written) {
        assertThat(new Quantity(given, "米", Qualifier.EXACT, null).value().toString())
                .isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "10000000000000000", "1E+16"})
    void refuses_what_the_read_side_could_not_hold(BigDecimal value) {
        assertThatThrownBy(() -> new Quantity(value, "米", Qualifier.EXACT, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_a_number_of_nothing() {
        assertThatThrownBy(() -> new Quantity(BigDecimal.ONE, " ", Qualifier.EXACT, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_sum_carries_the_weakest_qualifier() {
        assertThat(Qualifier.EXACT.weakest(Qualifier.EXACT)).isEqualTo(Qualifier.EXACT);
        assertThat(Qualifier.EXACT.weakest(Qualifier.AT_LEAST)).isEqualTo(Qualifier.AT_LEAST);
        assertThat(Qualifier.APPROX.weakest(Qualifier.AT_LEAST)).isEqualTo(Qualifier.APPROX);
    }
}
