package org.minqing.query.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.QueryServer.id;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.events.division.DivisionEvent.DivisionRecoded;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.events.visit.VisitEvent.Account;
import org.minqing.events.visit.VisitEvent.Home;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.events.visit.VisitKind;
import org.minqing.query.QueryServer;
import tools.jackson.databind.JsonNode;

/**
 * Gate 3, first of all: a village registered in 2011, its county recoded in 2016, one visit before and one after. The figure is
 * right by the old code, by the new code and by divisionId, for asOf and knownAt on either side.
 */
class RecodedCountyTest {
    private static final String ID = "530328202207";
    private static final String OLD = "530328202207";
    private static final String NEW = "530303202207";
    private static final String OFFICE = QueryServer.office("5303");
    private static QueryServer server;
    private static long beforeFirstVisit;
    private static long beforeRecoding;
    private static long head;

    @BeforeAll
    static void tell() {
        server = new QueryServer();
        register("53", null, "53", "云南省");
        register("5303", "53", "5303", "曲靖市");
        register("530328", "5303", "530328", "沾益县");
        register("530328202", "530328", "530328202", "播乐乡");
        beforeFirstVisit = register(ID, "530328202", OLD, "水田村");
        beforeRecoding = visit("2012-03-05", "household a");
        recode("530328", "5303", "530328", "530303", "沾益县", "沾益区");
        recode("530328202", "530328", "530328202", "530303202", "播乐乡", "播乐乡");
        recode(ID, "530328202", OLD, NEW, "水田村", "水田村");
        head = visit("2016-09-10", "household b");
    }

    private static long register(String id, @Nullable String parent, String code, String name) {
        var event = new DivisionRegistered(new Place(id), parent, code, name, LocalDate.of(2011, 1, 1));
        return server.on("2011-12-26", "Division-" + id, event).position();
    }

    private static void recode(String id, String parent, String from, String to, String was, String name) {
        var event = new DivisionRecoded(new Place(id), parent, from, to, was, name, LocalDate.of(2016, 7, 1));
        server.on("2016-08-01", "Division-" + id, event);
    }

    private static long visit(String day, String household) {
        UUID id = id("visit of " + household);
        var event = new VisitRecorded(
                new Account(id, id("programme"), id("organisation"), ID, null, "T1"),
                new Home(7, id(household)),
                null,
                List.of(id("cadre")),
                VisitKind.DISPERSED,
                null,
                3,
                null,
                null,
                null,
                LocalDate.parse(day));
        return server.on(day, "Visit-" + id, event).position();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD, NEW, "530328", "530303", "530328202", "530303202"})
    void any_code_means_the_division_on_any_day(String code) {
        for (String asOf : List.of("2010-01-01", "2012-12-31", "2016-06-30", "2016-07-01", "2020-01-01")) {
            for (long knownAt : new long[] {1, beforeFirstVisit, beforeRecoding, head}) {
                JsonNode dashboard = dashboard(code, asOf, String.valueOf(knownAt));
                int visits = (asOf.compareTo("2012-03-05") >= 0 && knownAt >= beforeRecoding ? 1 : 0)
                        + (asOf.compareTo("2016-09-10") >= 0 && knownAt >= head ? 1 : 0);
                assertThat(value(dashboard, "M20"))
                        .as("%s on %s at %d", code, asOf, knownAt)
                        .isEqualTo(visits);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // the day decides, as far as it was known
        "2012-12-31, head,           沾益县, 530328",
        "2016-06-30, head,           沾益县, 530328",
        "2016-07-01, head,           沾益区, 530303",
        "2020-01-01, head,           沾益区, 530303",
        // before the recoding was known, its name was the old one on every day
        "2012-12-31, beforeRecoding, 沾益县, 530328",
        "2020-01-01, beforeRecoding, 沾益县, 530328",
        // before its first day, and before its first position, it is answered with its first code and name
        "2010-01-01, head,           沾益县, 530328",
        "2020-01-01, beginning,      沾益县, 530328",
    })
    void the_county_is_called_as_it_was_called_then(String asOf, String at, String name, String code) {
        long knownAt = at.equals("head") ? head : at.equals("beginning") ? 1 : beforeRecoding;
        for (String asked : List.of("530328", "530303")) {
            JsonNode division = dashboard(asked, asOf, String.valueOf(knownAt)).path("division");
            assertThat(division.path("divisionId").asString()).isEqualTo("530328");
            assertThat(division.path("name").asString()).isEqualTo(name);
            assertThat(division.path("code").asString()).isEqualTo(code);
            assertThat(division.path("fullName").asString()).isEqualTo("云南省曲靖市" + name);
        }
        assertThat(dashboard(NEW, asOf, String.valueOf(knownAt))
                        .at("/division/fullName")
                        .asString())
                .isEqualTo("云南省曲靖市" + name + "播乐乡水田村");
    }

    @Test
    void what_the_report_of_2013_saw_is_seen_again_by_position_and_by_instant() {
        JsonNode byPosition = dashboard(NEW, "2012-12-31", String.valueOf(beforeRecoding));
        assertThat(dashboard(NEW, "2012-12-31", "2013-05-06T00:00:00+08:00")).isEqualTo(byPosition);
        // a plus sign that was not escaped arrives as a space
        String path = "/v1/dashboards/" + OLD + "?asOf=2012-12-31&knownAt=2013-05-06T00:00:00+08:00";
        assertThat(server.get(OFFICE, path, "en")
                        .json()
                        .path("division")
                        .path("code")
                        .asString())
                .isEqualTo(OLD);
        assertThat(byPosition.path("division").path("code").asString()).isEqualTo(OLD);
        assertThat(value(byPosition, "M20")).isEqualTo(1);
    }

    @Test
    void figures_and_evidence_are_found_by_either_code_and_carry_the_id() {
        for (String code : List.of(OLD, NEW, "530328202", "530303")) {
            JsonNode figure = server.ask(
                            OFFICE, "/v1/figures", "measure", "M20", "division", code, "groupBy", "division")
                    .json();
            assertThat(figure.path("value").asInt()).isEqualTo(2);
            assertThat(figure.path("groups").path(0).path("key").asString()).isEqualTo(ID);
            assertThat(figure.path("groups").path(0).path("code").asString()).isEqualTo(NEW);
            JsonNode evidence = server.ask(OFFICE, "/v1/figures/evidence", "measure", "M20", "division", code)
                    .json();
            assertThat(evidence.path("items")).hasSize(2);
            assertThat(evidence.path("items").path(0).path("division").asString())
                    .isEqualTo(ID);
        }
    }

    @Test
    void the_village_stands_in_lists_under_the_code_of_the_day() {
        for (var expected : List.of(List.of("2012-12-31", OLD), List.of("2020-01-01", NEW))) {
            JsonNode items = server.ask(OFFICE, "/v1/divisions", "asOf", expected.getFirst(), "village", NEW)
                    .json()
                    .path("items");
            assertThat(items).hasSize(1);
            assertThat(items.path(0).path("id").asString()).isEqualTo(ID);
            assertThat(items.path(0).path("code").asString()).isEqualTo(expected.getLast());
        }
        JsonNode item =
                server.ask(OFFICE, "/v1/divisions/" + NEW, "asOf", "2012-12-31").json();
        assertThat(item.path("code").asString()).isEqualTo(OLD);
        assertThat(item.path("parentName").asString()).isEqualTo("播乐乡");
    }

    @Test
    void a_scope_given_by_the_old_code_or_the_new_is_the_same_county() {
        for (String scope : List.of("530328", "530303")) {
            String token = QueryServer.office(scope);
            assertThat(server.ask(token, "/v1/dashboards/" + NEW).status()).isEqualTo(200);
            assertThat(server.ask(token, "/v1/dashboards/" + OLD, "asOf", "2012-12-31")
                            .status())
                    .isEqualTo(200);
            assertThat(server.ask(token, "/v1/dashboards/5303").status()).isEqualTo(403);
        }
    }

    private static JsonNode dashboard(String division, String asOf, String knownAt) {
        QueryServer.Answer answer = server.ask(OFFICE, "/v1/dashboards/" + division, "asOf", asOf, "knownAt", knownAt);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static int value(JsonNode dashboard, String measure) {
        for (JsonNode each : dashboard.path("measures")) {
            if (each.path("id").asString().equals(measure)) {
                return each.path("value").asInt();
            }
        }
        throw new AssertionError(measure + " is not listed");
    }
}
