package org.minqing.query.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.Village.day;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.minqing.events.Qualifier;
import org.minqing.events.Quantity;
import org.minqing.events.project.BeneficiaryKind;
import org.minqing.events.project.ProjectEvent.BeneficiariesRecorded;
import org.minqing.events.project.ProjectEvent.Classification;
import org.minqing.events.project.ProjectEvent.Undertaking;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.QueryServer;
import org.minqing.query.Village;
import org.minqing.query.platform.view.Measure;
import tools.jackson.databind.JsonNode;

/** A sum of what was reported says that the same people may be in it twice; what is counted one by one never is. */
class OverlapTest {
    private static final String YEAR_END = "2012-12-31";

    private final Village village = new Village(QueryServer.shared());

    private BeneficiariesRecorded benefit(String project, String at, BeneficiaryKind kind, int number, String on) {
        UUID id = village.id(project);
        return new BeneficiariesRecorded(
                new Undertaking(id, village.programme, village.office, at),
                new Classification(null, "T3"),
                village.id(project + kind + on),
                kind,
                new Quantity(
                        BigDecimal.valueOf(number),
                        kind == BeneficiaryKind.HOUSEHOLDS ? "households" : "persons",
                        Qualifier.EXACT,
                        null),
                false,
                day(on));
    }

    private Appended put(BeneficiariesRecorded event) {
        return village.put("Project-" + event.of().projectId(), event);
    }

    private JsonNode figure(String measure, String asOf, long knownAt, String... more) {
        String[] asked = new String[more.length + 4];
        asked[0] = "measure";
        asked[1] = measure;
        asked[2] = "division";
        asked[3] = village.county;
        System.arraycopy(more, 0, asked, 4, more.length);
        return village.ask("/v1/figures", asOf, knownAt, asked).json();
    }

    @Test
    void one_project_says_nothing_and_two_say_that_their_households_may_be_the_same() {
        put(benefit("water", village.id, BeneficiaryKind.HOUSEHOLDS, 197, "06-28"));
        long one = village.head();
        BeneficiariesRecorded road = benefit("road", village.id, BeneficiaryKind.HOUSEHOLDS, 150, "07-01");
        Appended second = put(road);

        assertThat(figure("M12", YEAR_END, one).has("mayOverlap")).isFalse();
        assertThat(figure("M12", "2012-06-30", village.head()).has("mayOverlap"))
                .isFalse();
        JsonNode both = figure("M12", YEAR_END, village.head());
        assertThat(both.path("value").asInt()).isEqualTo(347);
        assertThat(both.path("mayOverlap").path("reports").asInt()).isEqualTo(2);
        assertThat(both.path("mayOverlap").path("note").asString()).startsWith("Added up from 2 reports");
        assertThat(both.path("note").asString()).contains("persons that benefit", "not added");

        village.voids(second, road);
        assertThat(figure("M12", YEAR_END, village.head()).has("mayOverlap")).isFalse();
        assertThat(figure("M12", YEAR_END, village.head() - 1).has("mayOverlap"))
                .isTrue();
    }

    @Test
    void dashboards_evidence_and_groups_say_it_where_more_than_one_is_added() {
        put(benefit("water", village.id, BeneficiaryKind.PERSONS, 800, "06-28"));
        put(benefit("road", village.other, BeneficiaryKind.PERSONS, 500, "07-01"));
        put(benefit("road", village.other, BeneficiaryKind.PERSONS, 40, "08-01"));
        put(benefit("water", village.id, BeneficiaryKind.SCHOOL, 380, "06-28"));

        JsonNode groups =
                figure("M12P", YEAR_END, village.head(), "groupBy", "division").path("groups");
        assertThat(groups.findValuesAsString("key")).containsExactly(village.id, village.other);
        assertThat(groups.path(0).has("mayOverlap")).isFalse();
        assertThat(groups.path(1).path("mayOverlap").path("reports").asInt()).isEqualTo(2);

        JsonNode measures = village.ask("/v1/dashboards/" + village.county, YEAR_END, village.head())
                .json()
                .path("measures");
        assertThat(measures.valueStream()
                        .filter(m -> m.has("mayOverlap"))
                        .collect(Collectors.toMap(
                                m -> m.path("id").asString(),
                                m -> m.path("mayOverlap").path("reports").asInt())))
                .isEqualTo(java.util.Map.of("M12P", 3));
        assertThat(village.ask(
                                "/v1/figures/evidence",
                                YEAR_END,
                                village.head(),
                                "measure",
                                "M12P",
                                "division",
                                village.other)
                        .json()
                        .path("mayOverlap")
                        .path("reports")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void it_is_said_in_the_language_of_the_asker() {
        put(benefit("water", village.id, BeneficiaryKind.HOUSEHOLDS, 197, "06-28"));
        put(benefit("road", village.id, BeneficiaryKind.HOUSEHOLDS, 150, "07-01"));
        JsonNode told = village.side
                .get(
                        QueryServer.office(village.county),
                        "/v1/figures?measure=M12&division=" + village.county + "&asOf=" + YEAR_END + "&after="
                                + village.head(),
                        "zh")
                .json();
        assertThat(told.path("mayOverlap").path("note").asString())
                .startsWith("由2条受益记录相加")
                .contains("可能是同一些人");
        assertThat(told.path("note").asString()).endsWith("两数不相加");
    }

    /** Whoever adds a measure of people or places decides how it keeps from counting one twice. */
    @Test
    void every_measure_of_people_or_places_counts_each_once_or_says_that_it_adds_reports() {
        Set<String> units = Set.of(
                "cadres",
                "households",
                "persons",
                "role holders",
                "villages",
                "townships and villages",
                "villagers' groups",
                "years");
        for (Measure measure : village.side.catalogue().all()) {
            if (units.contains(measure.unit())) {
                assertThat(measure.key() != null || measure.addsReports())
                        .as(measure.id())
                        .isTrue();
            }
        }
        assertThat(village.side.catalogue().all().stream()
                        .filter(Measure::addsReports)
                        .map(Measure::id))
                .containsExactly("M12", "M12P", "M13");
    }
}
