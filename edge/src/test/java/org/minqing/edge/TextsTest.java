package org.minqing.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextsTest {
    private final Texts texts = new Texts();

    @Test
    void fills_in_its_arguments_once() {
        assertThat(texts.text(Language.EN, "sample.both", "{1}", "$1")).isEqualTo("{1} and $1");
    }

    @Test
    void an_argument_that_is_not_there_leaves_nothing() {
        assertThat(texts.text(Language.EN, "sample.both", "a")).isEqualTo("a and ");
    }

    @Test
    void a_text_that_is_not_there_is_its_key() {
        assertThat(texts.text(Language.ZH, "sample.none")).isEqualTo("sample.none");
        assertThat(texts.find(Language.ZH, "sample.none")).isEmpty();
    }

    @Test
    void of_several_keys_the_first_that_has_a_text_is_taken() {
        assertThat(texts.first(Language.ZH, List.of("sample.none", "sample.both", "sample.plain"), 1, 2))
                .contains("1 和 2");
    }

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(texts.keys(Language.ZH)).isNotEmpty().isEqualTo(texts.keys(Language.EN));
        assertThat(texts.twice()).isEmpty();
    }
}
