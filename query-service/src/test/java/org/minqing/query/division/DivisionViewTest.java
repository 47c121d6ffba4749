package org.minqing.query.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.Village.day;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.minqing.events.division.DivisionEvent;
import org.minqing.events.division.DivisionEvent.DivisionRecoded;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.DivisionRenamed;
import org.minqing.events.division.DivisionEvent.HardshipDeclared;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.events.division.HardshipKind;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.Village;
import tools.jackson.databind.JsonNode;

class DivisionViewTest {
    private final Village village = new Village();
    private final String added = village.county + "202299";

    @AfterAll
    static void every_stream_told_again_is_the_same() {
        Village.replay();
    }

    private Appended put(DivisionEvent event) {
        return village.put("Division-" + event.of().divisionId(), event);
    }

    private DivisionRegistered registered() {
        return new DivisionRegistered(new Place(added), village.county + "202", added, "新村", day("01-10"));
    }

    private String state(String asOf, long knownAt) {
        return village.state("Division", added, asOf, knownAt, "divisionId", "parentId", "code", "name");
    }

    private String told(String code, String name) {
        return String.join(" ", added, village.county + "202", code, name);
    }

    @Test
    void keeps_its_id_and_has_the_code_and_name_of_the_day() {
        put(registered());
        put(new DivisionRenamed(new Place(added), village.county + "202", "新村", "新新村", day("02-10")));
        String code = village.county + "202298";
        long head = put(new DivisionRecoded(
                        new Place(added), village.county + "202", added, code, "新新村", "新新村", day("03-01")))
                .position();
        assertThat(state("2012-01-10", head)).isEqualTo(told(added, "新村"));
        assertThat(state("2012-02-10", head)).isEqualTo(told(added, "新新村"));
        assertThat(state("2012-03-01", head)).isEqualTo(told(code, "新新村"));
        assertThat(state("2012-03-01", head - 1)).isEqualTo(told(added, "新新村"));
        assertThat(village.timeline("divisions", added))
                .containsExactly(
                        "设立行政区划新村，代码" + added, "行政区划由新村更名为新新村", "行政区划代码由" + added + "（新新村）改为" + code + "（新新村）");
    }

    @Test
    void is_listed_in_its_own_place_and_a_hardship_by_its_kind_there() {
        long head = put(registered()).position();
        HardshipDeclared frost = new HardshipDeclared(
                new Place(added), village.id("frost"), HardshipKind.FROST, 2012, null, day("01-20"));
        long declared = put(frost).position();
        assertThat(names("/v1/divisions", head, "division", added)).containsExactly("新村");
        assertThat(names("/v1/divisions", head, "division", village.id)).containsExactly("水田村");
        assertThat(listed(declared, "kind", "FROST")).isEqualTo(1);
        assertThat(listed(declared, "kind", "DROUGHT")).isZero();
        assertThat(listed(declared, "division", village.id)).isZero();
        assertThat(listed(declared, "division", added)).isEqualTo(1);
        assertThat(listed(declared - 1, "kind", "FROST")).isZero();
    }

    private java.util.List<String> names(String path, long knownAt, String... filter) {
        java.util.List<String> names = new java.util.ArrayList<>();
        for (JsonNode item :
                village.ask(path, "2012-02-01", knownAt, filter).json().path("items")) {
            names.add(item.path("name").asString());
        }
        return names;
    }

    private int listed(long knownAt, String... filter) {
        return village.ask("/v1/hardships", "2012-02-01", knownAt, filter)
                .json()
                .path("items")
                .size();
    }

    @Test
    void what_is_in_it_is_called_by_its_name() {
        long head = put(registered()).position();
        JsonNode figures = village.ask(
                        "/v1/figures", "2012-02-01", head, "measure", "M30", "division", added, "groupBy", "division")
                .json();
        assertThat(figures.path("groups")).isEmpty();
        HardshipDeclared drought = new HardshipDeclared(
                new Place(added), village.id("drought"), HardshipKind.DROUGHT, 2012, null, day("01-20"));
        long declared = put(drought).position();
        JsonNode group = village.ask(
                        "/v1/figures",
                        "2012-02-01",
                        declared,
                        "measure",
                        "M30",
                        "division",
                        added,
                        "groupBy",
                        "division")
                .json()
                .path("groups")
                .path(0);
        assertThat(group.path("title").asString()).isEqualTo("新村");
        assertThat(group.path("value").asInt()).isEqualTo(1);
        assertThat(village.evidence("M30", "2012-02-01", declared))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.path("kind").asString()).isEqualTo("2012");
                    assertThat(fact.path("subject").asString())
                            .isEqualTo(drought.declarationId().toString());
                });
    }
}
