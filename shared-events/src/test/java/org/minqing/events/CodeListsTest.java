package org.minqing.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodeListsTest {
    static Stream<CodeList> lists() {
        return Stream.of(
                CodeLists.SEX, CodeLists.POLITICAL_STATUS, CodeLists.RELATION, CodeLists.ETHNIC_GROUP, RankCode.CODES);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void every_code_has_a_title_in_both_languages(CodeList list) {
        assertThat(list.titles().values()).isNotEmpty().allSatisfy(title -> {
            assertThat(title.zh()).matches("[\\p{IsHan}、]+");
            assertThat(title.en()).matches("[A-Z][A-Za-z ()',-]+");
        });
        assertThat(List.copyOf(list.titles().keySet())).isSorted();
    }

    @Test
    void there_are_fifty_six_ethnic_groups_and_two_codes_for_others() {
        assertThat(CodeLists.ETHNIC_GROUP.titles()).hasSize(58);
        assertThat(CodeLists.ETHNIC_GROUP.titles().get("06")).isEqualTo(new CodeList.Title("苗族", "Miao"));
        assertThat(CodeLists.ETHNIC_GROUP.contains("57")).isFalse();
    }

    @Test
    void the_other_lists_are_whole() {
        assertThat(CodeLists.SEX.titles()).containsOnlyKeys("0", "1", "2", "9");
        assertThat(CodeLists.POLITICAL_STATUS.titles()).hasSize(13);
        assertThat(CodeLists.RELATION.titles()).hasSize(84).containsKey("02").doesNotContainKey("98");
    }

    @Test
    void a_rank_is_a_code_of_the_standard() {
        assertThat(Stream.of("101", "102", "111", "112", "121", "122", "131", "132", "141", "142", "150", "160", "199"))
                .allMatch(RankCode::valid);
        assertThat(RankCode.CODES.titles()).hasSize(13);
        assertThat(RankCode.valid("133")).isFalse();
        assertThat(RankCode.valid("")).isFalse();
    }

    @Test
    void a_code_may_not_stand_twice() {
        assertThatThrownBy(() -> CodeList.of("GB/T 0", "1|一|One\n1|一|One\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_unit_has_one_code_however_it_is_written() {
        assertThat(Units.code("m3")).contains("m3");
        assertThat(Stream.of("立方米", "m³", "㎥").map(Units::code)).allMatch(code -> code.equals(Optional.of("m3")));
        assertThat(Units.code("户")).contains("households");
        assertThat(Units.code("公里")).isEmpty();
        assertThat(Units.CODES.titles().values())
                .allSatisfy(title -> assertThat(Units.code(title.zh())).isPresent());
    }
}
