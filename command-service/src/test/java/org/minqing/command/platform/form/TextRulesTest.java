package org.minqing.command.platform.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {
    /** Format characters, fillers, joiners, variation selectors, what looks blank, private use and what is assigned to nothing. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180E, 0x180F, 0x200B, 0x200C, 0x200D,
                        0x200E,
                0x202A, 0x202E, 0x2028, 0x2029, 0x2060, 0x2064, 0x2066, 0x206F, 0x2800, 0x3164, 0xFE00, 0xFE0F, 0xFEFF,
                        0xFFA0,
                0xFFF9, 0xE000, 0x0378, 0xFFFF, 0x1D173, 0xE0001, 0xE0020, 0xE0100, 0xF0000, 0x10FFFD
            })
    void refuses_what_nobody_sees(int character) {
        String text = "饮水" + Character.toString(character);
        assertThat(TextRules.broken(text, 100).map(TextRules.Broken::code)).contains("invisible-character");
        assertThat(TextRules.broken(text, 100).orElseThrow().arguments()).contains("U+%04X".formatted(character));
    }

    @Test
    void takes_what_people_write() {
        for (String text : new String[] {"饮水 2012年\n二组\t㎡", "𠮷野家", "Ökonom—“甲”", "王·某", "〔2011〕17号", "😀"}) {
            assertThat(TextRules.broken(text, 100)).isEqualTo(Optional.empty());
        }
    }

    @Test
    void refuses_controls_and_half_characters_by_their_own_names() {
        assertThat(TextRules.broken("a\u0000", 100).orElseThrow().code()).isEqualTo("control-character");
        assertThat(TextRules.broken("a\ud800", 100).orElseThrow().code()).isEqualTo("not-unicode");
        assertThat(TextRules.broken("饮水饮水", 3).orElseThrow().code()).isEqualTo("too-long");
    }
}
