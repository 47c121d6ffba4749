package org.minqing.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;

class ProseTest {
    private final Prose prose = new Prose(new Texts());

    @Test
    void tells_every_figure_of_measure_five_in_one_sentence() {
        Prose.Part five = prose.parts(
                        Language.ZH,
                        Map.of(
                                "M18", "8次",
                                "M19", "16次",
                                "M20", "700余户",
                                "M21", "45条",
                                "M22", "3万余元",
                                "M23", "2.1万元",
                                "M24", "175万元",
                                "M25", "14000立方米",
                                "M26", "214张"))
                .get(4);
        assertThat(five.text())
                .isEqualTo("召开民情恳谈会8次，开展专题和随机调研16次，走访农户700余户，收集意见建议45条，捐款捐物折款3万余元，"
                        + "落实村级工作经费2.1万元，项目投资175万元，硬化村组道路14000立方米，发放干群联系卡214张。");
        assertThat(five.missing()).containsExactlyInAnyOrder("M16", "M16C", "M17", "M33", "M34");
    }

    @Test
    void begins_an_english_sentence_with_a_capital() {
        assertThat(prose.parts(Language.EN, Map.of("M18", "8 talks")).get(4).text())
                .isEqualTo("Heart-to-heart talks: 8 talks.");
    }

    @Test
    void says_so_where_a_part_has_no_figure() {
        Prose.Part four = prose.parts(Language.ZH, Map.of()).get(3);
        assertThat(four.text()).isEqualTo("本部分尚无有依据的数据。");
        assertThat(four.missing()).containsExactly("M14", "M15");
    }
}
