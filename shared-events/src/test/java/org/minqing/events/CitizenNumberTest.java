package org.minqing.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CitizenNumberTest {
    @Test
    void takes_numbers_whose_check_character_is_right() {
        assertThat(CitizenNumber.valid("11010519491231002X")).isTrue();
        assertThat(CitizenNumber.valid("440524188001010014")).isTrue();
    }

    @Test
    void refuses_every_other_check_character() {
        for (char check : "0123456789".toCharArray()) {
            assertThat(CitizenNumber.valid("11010519491231002" + check)).isFalse();
        }
    }

    @Test
    void refuses_two_digits_that_changed_places() {
        assertThat(CitizenNumber.valid("11010519491213002X")).isFalse();
    }

    @Test
    void refuses_a_birthday_that_is_in_no_calendar() {
        // the check character is right
        assertThat(CitizenNumber.valid("110105194902300020")).isFalse();
    }

    @Test
    void a_small_x_and_wide_digits_are_the_same_number() {
        assertThat(CitizenNumber.normal("11010519491231002x")).isEqualTo("11010519491231002X");
        assertThat(CitizenNumber.normal("１１０１０５１９４９１２３１００２ｘ")).isEqualTo("11010519491231002X");
    }

    @Test
    void tells_the_birthday_and_the_sex() {
        assertThat(CitizenNumber.birthday("11010519491231002X")).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(CitizenNumber.sex("11010519491231002X")).isEqualTo("2");
        assertThat(CitizenNumber.sex("440524188001010014")).isEqualTo("1");
    }

    @Test
    void refuses_what_has_not_the_form() {
        assertThat(CitizenNumber.valid("")).isFalse();
        assertThat(CitizenNumber.valid("11010519491231002x")).isFalse();
        assertThat(CitizenNumber.valid("110105491231002")).isFalse();
        assertThat(CitizenNumber.valid("１１０１０５１９４９１２３１００２Ｘ")).isFalse();
    }
}
