package org.minqing.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"21000", "21000.0", "21000.000", "021000.00", "2.1E+4", "-0.00", ".50", "10000000000000000.00"})
    void refuses_any_other_form_than_yuan_with_two_decimals(String amount) {
        assertThatThrownBy(() -> new Money(amount, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writes_every_number_of_yuan_in_the_one_form() {
        assertThat(Money.yuan(new BigDecimal("2.1E+4")).amount()).isEqualTo("21000.00");
        assertThat(Money.yuan(BigDecimal.ZERO).amount()).isEqualTo("0.00");
        assertThat(Money.yuan(new BigDecimal("9999999999999999.99")).amount()).isEqualTo("9999999999999999.99");
    }

    @Test
    void refuses_less_than_a_fen() {
        assertThatThrownBy(() -> Money.yuan(new BigDecimal("0.001"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void keeps_the_unit_it_was_entered_in() {
        Money entered = Money.of(new BigDecimal("2.1").multiply(MoneyUnit.万元.yuan()), MoneyUnit.万元);

        assertThat(entered).isEqualTo(new Money("21000.00", MoneyUnit.万元));
    }

    @Test
    void adds_to_the_fen() {
        assertThat(new Money("0.10", MoneyUnit.元).plus(new Money("0.20", null))).isEqualTo(new Money("0.30", null));
    }

    @Test
    void rounds_a_price_for_a_quantity_half_up() {
        assertThat(new Money("0.33", null).times(new BigDecimal("1.5")).amount())
                .isEqualTo("0.50");
        assertThat(new Money("0.33", null).times(new BigDecimal("0.5")).amount())
                .isEqualTo("0.17");
    }
}
