package org.minqing.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The figures the report prints, from the events of the demonstration year alone. */
@ExtendWith(RunningYear.Shared.class)
class FiguresIT {
    /** 水田, 偏山 and 小海 lie in this township. */
    private static final String TOWNSHIP = "530303202";

    private static final String REPORTED = "asOf=2012-12-31&knownAt=2013-05-06T00:00:00%2B08:00";

    @ParameterizedTest
    @CsvSource({
        "M01, 2011-12-26, date, 2011-12-26",
        "M02, 5, households per cadre, 5户/人",
        "M03, 3, households per cadre, 3户/人",
        "M04, 52, cadres, 52名",
        "M05, 214, households, 214户",
        "M06, 1, villages, 1个村",
        "M07, 2, rounds, 2轮",
        "M09, 21000.00, CNY, 21000元",
        "M10, 20000.00, CNY, 20000元",
        "M20, 734, households, 700余户",
        "M20b, 1098, household-visits, 1098户次",
        "M22, 33776.00, CNY, 3万余元",
        "M26, 214, cards, 214张"
    })
    void comes_out_as_the_report_prints_it(String id, String value, String unit, String printed, RunningYear year)
            throws Exception {
        JsonNode measure = year.office.measure("/v1/dashboards/" + TOWNSHIP + "?" + REPORTED, id);
        assertThat(measure.get("value").asString()).isEqualTo(value);
        assertThat(measure.get("unit").asString()).isEqualTo(unit);
        assertThat(measure.get("display").asString()).isEqualTo(printed);
    }

    @Test
    void lacks_what_nobody_had_entered_by_the_end_of_the_year(RunningYear year) throws Exception {
        String newYear = "/v1/dashboards/" + TOWNSHIP + "?asOf=2012-12-31&knownAt=2013-01-01T00:00:00%2B08:00";
        assertThat(year.office.measure(newYear, "M20b").get("value").asInt()).isEqualTo(1068);
        assertThat(year.office.measure(newYear, "M20").get("value").asInt()).isEqualTo(734);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"M01", "M04", "M05", "M06", "M07", "M09", "M10", "M20", "M20b", "M20C", "M22", "M26", "M33"})
    void can_be_counted_again_from_its_evidence_alone(String id, RunningYear year) throws Exception {
        JsonNode measure = year.office.measure("/v1/dashboards/" + TOWNSHIP + "?" + REPORTED, id);
        List<JsonNode> evidence = pages(year, measure.get("evidence").asString());
        assertThat(evidence).isNotEmpty();
        switch (measure.get("aggregation").asString()) {
            case "SUM", "LEVEL" ->
                assertThat(evidence.stream().map(FiguresIT::quantity).reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(number(measure, "value"));
            case "DISTINCT" -> {
                Map<String, BigDecimal> keys = new HashMap<>();
                evidence.forEach(e -> keys.merge(e.get("key").asString(), quantity(e), BigDecimal::add));
                assertThat(keys.values().stream().filter(sum -> sum.signum() > 0))
                        .hasSize(measure.get("value").asInt());
            }
            default ->
                assertThat(evidence)
                        .extracting(e -> e.get("validOn").asString())
                        .containsExactly(measure.get("value").asString());
        }
    }

    private static List<JsonNode> pages(RunningYear year, String first) throws Exception {
        var all = new ArrayList<JsonNode>();
        String path = first;
        while (true) {
            JsonNode page = year.office.ask(path + "&limit=1000");
            page.get("items").forEach(all::add);
            JsonNode next = page.get("next");
            if (next.isNull()) {
                return all;
            }
            path = first + "&cursor=" + next.asString();
        }
    }

    private static BigDecimal quantity(JsonNode evidence) {
        return number(evidence, "quantity");
    }

    private static BigDecimal number(JsonNode json, String field) {
        return new BigDecimal(json.get(field).asString());
    }
}
