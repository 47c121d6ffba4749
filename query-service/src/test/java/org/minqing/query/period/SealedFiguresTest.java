package org.minqing.query.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.events.Ids;
import org.minqing.events.document.DocumentEvent.DocumentHandedIn;
import org.minqing.events.document.DocumentEvent.DocumentRequired;
import org.minqing.events.document.DocumentEvent.Place;
import org.minqing.events.document.DocumentKind;
import org.minqing.events.document.Duty;
import org.minqing.events.document.OwedBy;
import org.minqing.events.document.Period;
import org.minqing.events.period.ReportSection;
import org.minqing.events.period.ReportingPeriodEvent.PeriodSealed;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.QueryServer;
import org.minqing.query.Village;
import tools.jackson.databind.JsonNode;

class SealedFiguresTest {
    private final Reports told = new Reports(new Village(QueryServer.shared()));
    private final Village village = told.village;

    private QueryServer.Answer ask(String of, String... parameters) {
        return village.server()
                .ask(QueryServer.office(village.county), "/v1/periods/" + told.period + "/" + of, parameters);
    }

    private static JsonNode measure(JsonNode figures, String id) {
        for (JsonNode figure : figures) {
            if (figure.path("id").asString().equals(id)) {
                return figure;
            }
        }
        throw new AssertionError(id);
    }

    private static String quantity(JsonNode figure) {
        return figure.path("value").decimalValue().toPlainString() + " "
                + figure.path("unit").asString();
    }

    @Test
    void cubic_metres_that_were_sealed_stay_and_the_square_metres_show_as_an_adjustment() {
        told.roadProposed();
        Appended measured = village.put("Project-" + told.road, told.surface("m3"));
        Appended seal = told.seal();
        JsonNode before = ask("figures").json();
        assertThat(quantity(measure(before.path("sealed"), "M25"))).isEqualTo("14000 m3");
        assertThat(before.path("adjustments")).isEmpty();
        assertThat(before.path("position").asLong()).isEqualTo(seal.position() - 1);

        village.corrects(measured, told.surface("m3"), told.surface("m2"));
        JsonNode after = ask("figures").json();
        assertThat(after.path("sealed")).isEqualTo(before.path("sealed"));
        assertThat(after.path("adjustments")).hasSize(1);
        JsonNode adjustment = after.path("adjustments").get(0);
        assertThat(adjustment.path("id").asString()).isEqualTo("M25");
        assertThat(quantity(adjustment.path("sealed"))).isEqualTo("14000 m3");
        assertThat(quantity(adjustment.path("now"))).isEqualTo("14000 m2");
        JsonNode evidence = village.server()
                .get(
                        QueryServer.office(village.county),
                        adjustment.path("evidence").asString(),
                        "en")
                .json();
        assertThat(evidence.path("value")).isEqualTo(adjustment.path("now").path("value"));
        assertThat(evidence.path("items")).hasSize(3);
    }

    @Test
    void what_happened_after_the_periods_end_is_no_adjustment() {
        told.seal();
        village.cadre("张示例");
        village.household("李示例");
        assertThat(ask("figures").json().path("adjustments")).isEmpty();
    }

    @Test
    void there_are_none_until_it_is_sealed_nor_once_that_is_voided() {
        told.put(told.opened());
        assertThat(ask("figures").status()).isEqualTo(409);
        assertThat(ask("figures").json().path("code").asString()).isEqualTo("period-not-sealed");
        PeriodSealed sealed = told.sealed(village.head(), "03-03");
        long before = village.head();
        Appended seal = told.put(sealed);
        assertThat(ask("figures").status()).isEqualTo(200);
        assertThat(ask("figures", "knownAt", String.valueOf(before)).status()).isEqualTo(409);
        village.voids(seal, sealed);
        assertThat(ask("figures").status()).isEqualTo(409);
    }

    @Test
    void nobody_is_told_of_a_period_that_never_was_or_lies_elsewhere() {
        assertThat(ask("assessment").status()).isEqualTo(404);
        Appended opened = told.put(told.opened());
        assertThat(village.server()
                        .ask(QueryServer.office("5399"), "/v1/periods/" + told.period + "/assessment")
                        .status())
                .isEqualTo(403);
        village.voids(opened, told.opened());
        assertThat(ask("assessment").json().path("code").asString()).isEqualTo("reporting-period-not-found");
    }

    @Test
    void an_assessment_tells_every_measure_at_the_periods_end_and_each_section_nobody_wrote() {
        told.roadProposed();
        village.put("Project-" + told.road, told.surface("m3"));
        told.put(told.opened());
        JsonNode assessment = ask("assessment").json();
        assertThat(assessment.path("position").asLong()).isEqualTo(village.head());
        JsonNode road = measure(assessment.path("figures"), "M25");
        assertThat(quantity(road)).isEqualTo("14000 m3");
        assertThat(road.path("to").asString()).isEqualTo("2012-02-29");
        assertThat(measure(assessment.path("figures"), "M27").path("from").asString())
                .isEqualTo("2011-12-26");
        assertThat(unwritten(assessment))
                .containsExactly(
                        finding(ReportSection.PROBLEMS_AND_CAUSES) + " ERROR",
                        finding(ReportSection.NEXT_STEPS) + " ERROR");
        told.put(told.written(ReportSection.PROBLEMS_AND_CAUSES, "路难行", "03-01"));
        assertThat(unwritten(ask("assessment").json())).containsExactly(finding(ReportSection.NEXT_STEPS) + " ERROR");
        told.put(told.written(ReportSection.NEXT_STEPS, "修路", "03-01"));
        assertThat(unwritten(ask("assessment").json())).isEmpty();
    }

    private List<String> found(String rule) {
        List<String> found = new ArrayList<>();
        ask("assessment").json().path("findings").forEach(finding -> {
            if (finding.path("rule").asString().equals(rule)) {
                found.add(finding.path("record").asString() + " "
                        + finding.path("severity").asString());
            }
        });
        return found;
    }

    /** One document handed in twice over. */
    @Test
    void a_ratio_above_a_hundred_per_cent_stops_the_sealing() {
        Duty duty = new Duty(
                DocumentKind.WORK_PLAN,
                OwedBy.LEADERSHIP_TEAM,
                null,
                null,
                "T4",
                new Period("2012", Village.LAUNCH, Reports.END),
                Reports.END);
        UUID plan = village.id("plan");
        Place of = new Place(plan, village.programme, village.office, village.county);
        told.put(told.opened());
        village.put("Document-" + plan, new DocumentRequired(of, duty, Village.day("01-10")));
        village.put("Document-" + plan, new DocumentHandedIn(of, duty, "计划", null, Village.day("01-11")));
        assertThat(found("RP02")).isEmpty();
        village.put("Document-" + plan, new DocumentHandedIn(of, duty, "计划", null, Village.day("01-12")));
        assertThat(found("RP02")).containsExactly("M28 ERROR");
    }

    @Test
    void a_section_with_a_hole_stops_the_sealing() {
        told.put(told.opened());
        for (String text : List.of("受益农户__户", "受益农户××户", "投资XX万元", "受益（　）户", "受益{M12}户")) {
            told.put(told.written(ReportSection.NEXT_STEPS, text, "03-01"));
            assertThat(found("RP03")).as(text).containsExactly(told.period + "/NEXT_STEPS ERROR");
        }
        told.put(told.written(ReportSection.NEXT_STEPS, "修路（水田村），EXXON 200 户", "03-01"));
        assertThat(found("RP03")).isEmpty();
    }

    private UUID finding(ReportSection section) {
        return Ids.named("RP01", told.period, section);
    }

    private static List<String> unwritten(JsonNode assessment) {
        List<String> found = new ArrayList<>();
        assessment.path("findings").forEach(finding -> {
            if (finding.path("rule").asString().equals("RP01")) {
                found.add(finding.path("id").asString() + " "
                        + finding.path("severity").asString());
            }
        });
        return found;
    }

    @Test
    void asked_again_at_the_position_the_bytes_are_the_same_whatever_has_happened_since_and_whoever_asks() {
        told.roadProposed();
        Appended measured = village.put("Project-" + told.road, told.surface("m3"));
        told.put(told.opened());
        String at = String.valueOf(village.head());
        String bytes = ask("assessment", "knownAt", at).body();
        village.corrects(measured, told.surface("m3"), told.surface("m2"));
        told.put(told.written(ReportSection.NEXT_STEPS, "修路", "03-01"));
        assertThat(ask("assessment", "knownAt", at).body()).isEqualTo(bytes);
        assertThat(ask("assessment", "knownAt", at, "asOf", "2012-01-01", "programme", village.office.toString())
                        .body())
                .isEqualTo(bytes);
        assertThat(village.server()
                        .ask(
                                QueryServer.token("province", "53", java.util.Map.of()),
                                "/v1/periods/" + told.period + "/assessment",
                                "knownAt",
                                at)
                        .body())
                .isEqualTo(bytes);
        assertThat(ask("assessment").body()).isNotEqualTo(bytes);
    }
}
