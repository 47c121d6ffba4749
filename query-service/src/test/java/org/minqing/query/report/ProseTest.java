package org.minqing.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;

class ProseTest {
    private final Prose prose = new Prose(new Texts());

    /** Ids and what is printed, one after the other. */
    private static Prose.Figures period(String... told) {
        return new Prose.Figures(told(told), Map.of());
    }

    private static Map<String, Prose.Told> told(String... told) {
        Map<String, Prose.Told> figures = new HashMap<>();
        for (int i = 0; i < told.length; i += 2) {
            figures.put(told[i], new Prose.Told(told[i + 1], "/v1/figures/evidence?measure=" + told[i]));
        }
        return figures;
    }

    @Test
    void says_in_words_what_came_together_since_the_programme_began_where_it_is_more_than_the_periods() {
        Prose.Figures figures =
                new Prose.Figures(told("M18", "8次", "M19", "16次"), told("M18", "8次", "M19", "20次", "M21", "45条"));
        assertThat(prose.parts(Language.ZH, figures).get(4).text())
                .isEqualTo("召开民情恳谈会8次，开展专题和随机调研16次。活动开展以来，开展专题和随机调研20次，收集意见建议45条。");
        assertThat(prose.parts(Language.EN, figures).get(4).text())
                .isEqualTo("Heart-to-heart talks: 8次; surveys: 16次. Since the programme began: surveys: 20次;"
                        + " opinions and suggestions: 45条.");
        assertThat(prose.parts(Language.ZH, figures).get(4).missing()).contains("M21");
    }

    @Test
    void tells_every_figure_of_measure_five_in_one_sentence() {
        Prose.Part five = prose.parts(
                        Language.ZH,
                        period(
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
        assertThat(prose.parts(Language.EN, period("M18", "8 talks")).get(4).text())
                .isEqualTo("Heart-to-heart talks: 8 talks.");
    }

    @Test
    void says_so_where_a_part_has_no_figure() {
        Prose.Part four = prose.parts(Language.ZH, period()).get(3);
        assertThat(four.text()).isEqualTo("本部分尚无有依据的数据。");
        assertThat(four.missing()).containsExactly("M14", "M15");
    }
}
