package org.minqing.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The figures the report prints, from the events of the demonstration year alone. */
@RunningYear.Guest
class FiguresIT {
    /** The prefecture, where the office sits; 水田, 偏山 and 小海 lie in a township of it. */
    private static final String DASHBOARD = "/v1/dashboards/5303?";

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
        "M08, 2, 'villagers'' groups', 2个村民小组",
        "M09, 21000.00, CNY, 21000元",
        "M10, 20000.00, CNY, 20000元",
        "M11, 2400, m, 2400米",
        "M12, 197, households, 197户",
        "M12P, 800, persons, 800余人",
        "M13, 380, persons, 380余人",
        "M14, 7, persons, 7人",
        "M15, 3, villages, 3个村",
        "M16, 3, role holders, 3名",
        "M16C, 3, role holders, 3名",
        "M17, 3, teams, 3个",
        "M18, 8, talks, 8次",
        "M19, 16, surveys, 16次",
        "M20, 734, households, 700余户",
        "M20b, 1098, household-visits, 1098户次",
        "M20C, 1371, visits, 1371人次",
        "M21, 45, items, 45条",
        "M22, 33776.00, CNY, 3万余元",
        "M23, 21000.00, CNY, 21000元",
        "M24, 1750000.00, CNY, 1750000元",
        "M25, 14000, m3, 14000立方米",
        "M26, 214, cards, 214张",
        "M27, 52, cadres, 52名",
        "M29, 2, reports, 2份",
        "M30, 3, years, 3年",
        "M31, 200, mu, 200亩",
        "M32, 360, mu, 360亩",
        "M33, 10, disputes, 10起",
        "M34, 12, items, 12条",
        "M35, 4, townships and villages, 4个"
    })
    void comes_out_as_the_report_prints_it(String id, String value, String unit, String printed, RunningYear year)
            throws Exception {
        JsonNode measure = year.office.measure(DASHBOARD + REPORTED, id);
        assertThat(measure.get("value").asString()).isEqualTo(value);
        assertThat(measure.get("unit").asString()).isEqualTo(unit);
        assertThat(measure.get("display").asString()).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"M28", "M28a", "M28b", "M28c", "M28d"})
    void counts_every_document_that_was_owed_as_handed_in(String id, RunningYear year) throws Exception {
        JsonNode measure = year.office.measure(DASHBOARD + REPORTED, id);
        assertThat(number(measure, "value")).isEqualByComparingTo(BigDecimal.ONE);
    }

    /** The road was recorded in cubic metres, as the report prints it; nobody knew better before 2014. */
    @Test
    void knows_since_2014_that_the_road_was_measured_in_square_metres(RunningYear year) throws Exception {
        String known = DASHBOARD + "asOf=2012-12-31&knownAt=201%d-04-01T00:00:00%%2B08:00";
        assertThat(year.office.measure(known.formatted(3), "M25").get("unit").asString())
                .isEqualTo("m3");
        JsonNode today = year.office.measure(known.formatted(4), "M25");
        assertThat(today.get("unit").asString()).isEqualTo("m2");
        assertThat(number(today, "value")).isEqualByComparingTo("14000");
    }

    @Test
    void lacks_what_nobody_had_entered_by_the_end_of_the_year(RunningYear year) throws Exception {
        String newYear = DASHBOARD + "asOf=2012-12-31&knownAt=2013-01-01T00:00:00%2B08:00";
        assertThat(year.office.measure(newYear, "M20b").get("value").asInt()).isEqualTo(1068);
        assertThat(year.office.measure(newYear, "M20").get("value").asInt()).isEqualTo(734);
    }

    /** From every figure to its events, and from them back to its value. */
    @Test
    void can_be_counted_again_from_its_evidence_alone(RunningYear year) throws Exception {
        Map<Long, String> log = log(year);
        JsonNode measures = year.office.ask(DASHBOARD + REPORTED).get("measures");
        for (JsonNode measure : measures) {
            String id = measure.get("id").asString();
            List<JsonNode> evidence = pages(year, measure.get("evidence").asString());
            assertThat(evidence)
                    .as(id)
                    .allSatisfy(e -> assertThat(log.get(e.get("position").asLong()))
                            .isEqualTo(e.get("eventId").asString() + " "
                                    + e.get("type").asString()));
            assertThat(counted(measure, evidence))
                    .as(id)
                    .isEqualTo(measure.get("value").asString());
        }
    }

    private static String counted(JsonNode measure, List<JsonNode> evidence) {
        return switch (measure.get("aggregation").asString()) {
            case "SUM", "LEVEL" -> plain(sum(evidence), measure);
            case "DISTINCT" -> {
                Map<String, BigDecimal> keys = new HashMap<>();
                evidence.forEach(e -> keys.merge(e.get("key").asString(), quantity(e), BigDecimal::add));
                yield Long.toString(
                        keys.values().stream().filter(sum -> sum.signum() > 0).count());
            }
            case "RATIO" ->
                plain(sum(of("DONE", evidence)).divide(sum(of("OWED", evidence)), 4, RoundingMode.HALF_UP), measure);
            case "SETTING" -> plain(quantity(evidence.getLast()), measure);
            case "DATE" ->
                evidence.stream()
                        .map(e -> e.get("validOn").asString())
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
            default -> throw new AssertionError(measure);
        };
    }

    private static List<JsonNode> of(String kind, List<JsonNode> evidence) {
        return evidence.stream()
                .filter(e -> e.get("kind").asString().equals(kind))
                .toList();
    }

    private static BigDecimal sum(List<JsonNode> evidence) {
        return evidence.stream().map(FiguresIT::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** With as many decimals as the figure has. */
    private static String plain(BigDecimal number, JsonNode measure) {
        return number.setScale(number(measure, "value").scale(), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** Id and type of every event of the year, by position. */
    private static Map<Long, String> log(RunningYear year) throws Exception {
        Map<Long, String> log = new HashMap<>();
        long after = 0;
        while (after < year.loaded) {
            JsonNode page = year.office.ask("/v1/events?limit=1000&after=" + after);
            for (JsonNode event : page) {
                after = event.get("position").asLong();
                log.put(
                        after,
                        event.get("id").asString() + " " + event.get("type").asString());
            }
        }
        return log;
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
