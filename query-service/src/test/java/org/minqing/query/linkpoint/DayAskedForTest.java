package org.minqing.query.linkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.Village.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.events.cadre.CadreEvent.CadreRankChanged;
import org.minqing.events.cadre.CadreEvent.CadreTransferred;
import org.minqing.events.cadre.CadreEvent.Transfer;
import org.minqing.events.division.DivisionEvent.DivisionRecoded;
import org.minqing.events.division.DivisionEvent.DivisionRenamed;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.events.household.HouseholdEvent.HouseholdRelocated;
import org.minqing.events.household.HouseholdEvent.Removal;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaDefined;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.QueryServer;
import org.minqing.query.Roster;
import org.minqing.query.Roster.Link;
import org.minqing.query.Twins;
import org.minqing.query.Village;
import tools.jackson.databind.JsonNode;

/**
 * An answer about a day shows the rank, band, quota, group and names in force on that day, as known at the position asked for, and
 * beside them what the event was judged by on its own.
 */
class DayAskedForTest {
    private static final String BEFORE = "2012-01-31";
    private static final String ON = "2012-02-01";
    private static final String AFTER = "2012-12-31";
    private static final String JUDGED = "141/科级以下/3";

    private final Village village = new Village(QueryServer.shared());
    private final Roster roster = Roster.of(village);
    private final UUID cadre = village.cadre("张示例");
    private final UUID household = village.household("赵示例");
    private final Link link = Link.of(household, cadre, "link");
    private long known;

    @BeforeEach
    void a_link_of_a_cadre_of_section_level_with_a_household() {
        put(roster.designated(null, day("01-01")));
        quota("科级以下", List.of("141", "150"), 3, Village.LAUNCH);
        quota("处级以上", List.of("131", "132"), 5, Village.LAUNCH);
        put(roster.enrolled(cadre, day("01-01")));
        put(roster.admitted(household, day("01-02")));
        put(roster.assigned(link, day("01-02")));
        known = village.head();
    }

    @AfterAll
    static void every_table_built_again_is_the_same() {
        Village.rebuild();
    }

    private Appended put(org.minqing.events.linkpoint.LinkPointEvent event) {
        return village.put(roster.stream(), event);
    }

    private void quota(String band, List<String> ranks, int households, LocalDate day) {
        village.put(
                "Programme-" + village.programme,
                new LinkQuotaDefined(village.sphere(), village.id(band), band, ranks, households, day));
    }

    private void ranked(String from, String to, String day) {
        village.put("Cadre-" + cadre, new CadreRankChanged(village.membership(cadre), from, to, day(day)));
    }

    private JsonNode only(String path, String asOf, long knownAt) {
        JsonNode items =
                village.ask(path, asOf, knownAt, "village", village.id).json().path("items");
        assertThat(items.size()).isEqualTo(1);
        JsonNode one = village.ask(path + "/" + items.path(0).path("id").asString(), asOf, knownAt)
                .json();
        assertThat(one).isEqualTo(items.path(0));
        return one;
    }

    private static String rank(JsonNode told) {
        return told.path("rankCode").asString("-") + "/" + told.path("band").asString("-") + "/"
                + told.path("quota").asString("-");
    }

    /** Of the enrolment and the link alike, and of coverage its only band. */
    private String roster(String asOf, long knownAt) {
        JsonNode enrolment = only("/v1/enrolments", asOf, knownAt);
        JsonNode linked = only("/v1/links", asOf, knownAt);
        assertThat(rank(linked)).isEqualTo(rank(enrolment));
        assertThat(rank(enrolment.path("judgedBy"))).isEqualTo(JUDGED);
        assertThat(rank(linked.path("judgedBy"))).isEqualTo(JUDGED);
        JsonNode band = village.ask("/v1/coverage/" + roster.linkPoint(), asOf, knownAt)
                .json()
                .path("bands")
                .path(0);
        String covered = enrolment.path("rankCode").asString() + "/"
                + band.path("band").asString("-") + "/" + band.path("quota").asString("-");
        assertThat(covered).isEqualTo(rank(enrolment));
        return rank(enrolment);
    }

    @Test
    void a_rank_that_rises_shows_from_its_day_on_once_it_is_known() {
        ranked("141", "131", "02-01");
        assertThat(roster(BEFORE, village.head())).isEqualTo(JUDGED);
        assertThat(roster(ON, village.head())).isEqualTo("131/处级以上/5");
        assertThat(roster(AFTER, village.head())).isEqualTo("131/处级以上/5");
        assertThat(roster(AFTER, known)).isEqualTo(JUDGED);
    }

    @Test
    void a_rank_that_falls_shows_from_its_day_on_once_it_is_known() {
        ranked("141", "131", "01-10");
        long risen = village.head();
        ranked("131", "150", "02-01");
        assertThat(roster(BEFORE, village.head())).isEqualTo("131/处级以上/5");
        assertThat(roster(ON, village.head())).isEqualTo("150/科级以下/3");
        assertThat(roster(AFTER, village.head())).isEqualTo("150/科级以下/3");
        assertThat(roster(AFTER, risen)).isEqualTo("131/处级以上/5");
    }

    @Test
    void the_edge_of_a_band_that_moves_takes_a_cadre_into_another_without_a_new_rank() {
        quota("处级以上", List.of("131", "132", "141"), 5, day("02-01"));
        assertThat(roster(BEFORE, village.head())).isEqualTo(JUDGED);
        assertThat(roster(ON, village.head())).isEqualTo("141/处级以上/5");
        assertThat(roster(AFTER, known)).isEqualTo(JUDGED);
    }

    @Test
    void a_quota_that_changes_and_a_rank_that_no_band_names_show_as_they_are() {
        quota("科级以下", List.of("141", "150"), 2, day("02-01"));
        assertThat(roster(BEFORE, village.head())).isEqualTo(JUDGED);
        assertThat(roster(ON, village.head())).isEqualTo("141/科级以下/2");
        assertThat(roster(AFTER, known)).isEqualTo(JUDGED);
        ranked("141", "199", "03-01");
        assertThat(roster("2012-02-29", village.head())).isEqualTo("141/科级以下/2");
        assertThat(roster("2012-03-01", village.head())).isEqualTo("199/-/-");
    }

    @Test
    void a_link_and_an_enrolment_that_have_ended_show_the_day_asked_for_too() {
        put(roster.released(link, null, day("01-20")));
        put(roster.withdrawn(cadre, day("01-21")));
        ranked("141", "131", "02-01");
        for (String path : List.of("/v1/enrolments", "/v1/links")) {
            assertThat(rank(only(path, BEFORE, village.head()))).isEqualTo(JUDGED);
            assertThat(rank(only(path, ON, village.head()))).isEqualTo("131/处级以上/5");
        }
    }

    @Test
    void a_household_that_moved_to_another_group_is_listed_in_the_one_of_the_day() {
        village.put(
                "Household-" + household,
                new HouseholdRelocated(new Removal(household, village.id, 7, village.id, 2), null, null, day("02-01")));
        assertThat(groups(BEFORE, village.head())).isEqualTo("7 7 7");
        assertThat(groups(ON, village.head())).isEqualTo("2 2 7");
        assertThat(groups(AFTER, village.head())).isEqualTo("2 2 7");
        assertThat(groups(AFTER, known)).isEqualTo("7 7 7");
    }

    /** Of coverage, of the link, and of what the link was judged by. */
    private String groups(String asOf, long knownAt) {
        JsonNode linked = only("/v1/links", asOf, knownAt);
        JsonNode unseen = village.ask("/v1/coverage/" + roster.linkPoint(), asOf, knownAt, "days", "0")
                .json()
                .path("notSeen");
        assertThat(unseen.size()).isEqualTo(1);
        return unseen.path(0).path("group").asString() + " "
                + linked.path("group").asString() + " "
                + linked.path("judgedBy").path("group").asString();
    }

    @Test
    void a_household_that_moved_to_another_village_is_found_where_it_lived_on_the_day() {
        village.put(
                "Household-" + household,
                new HouseholdRelocated(
                        new Removal(household, village.id, 7, village.other, 1), null, null, day("02-01")));
        assertThat(found("/v1/households", village.id, BEFORE, village.head())).isEqualTo(1);
        assertThat(found("/v1/households", village.id, ON, village.head())).isZero();
        assertThat(found("/v1/households", village.other, ON, village.head())).isEqualTo(1);
        assertThat(found("/v1/households", village.id, AFTER, known)).isEqualTo(1);
    }

    private int found(String path, String at, String asOf, long knownAt) {
        return village.ask(path, asOf, knownAt, "village", at)
                .json()
                .path("items")
                .size();
    }

    @ParameterizedTest
    @CsvSource({"/v1/enrolments", "/v1/links", "/v1/link-points", "/v1/households"})
    void a_village_is_called_as_on_the_day(String path) {
        String stream = "Division-" + village.id;
        var place = new Place(village.id);
        village.put(stream, new DivisionRenamed(place, village.county + "202", "水田村", "水田社区", day("02-01")));
        long renamed = village.head();
        String code = "54" + village.id.substring(2);
        village.put(
                stream,
                new DivisionRecoded(place, village.county + "202", village.id, code, "水田社区", "水田街", day("03-01")));
        assertThat(called(path, BEFORE, village.head())).isEqualTo(village.id + " 水田村");
        assertThat(called(path, ON, village.head())).isEqualTo(village.id + " 水田社区");
        assertThat(called(path, "2012-02-29", village.head())).isEqualTo(village.id + " 水田社区");
        assertThat(called(path, "2012-03-01", village.head())).isEqualTo(code + " 水田街");
        assertThat(called(path, AFTER, renamed)).isEqualTo(village.id + " 水田社区");
        assertThat(called(path, AFTER, known)).isEqualTo(village.id + " 水田村");
    }

    private String called(String path, String asOf, long knownAt) {
        JsonNode told = only(path, asOf, knownAt);
        return told.path("villageCode").asString() + " "
                + told.path("villageName").asString();
    }

    @Test
    void coverage_calls_the_village_as_on_the_day() {
        village.put(
                "Division-" + village.id,
                new DivisionRenamed(new Place(village.id), village.county + "202", "水田村", "水田社区", day("02-01")));
        List<String> names = new ArrayList<>();
        for (String asOf : List.of(BEFORE, ON)) {
            names.add(village.ask("/v1/coverage/" + roster.linkPoint(), asOf, village.head())
                    .json()
                    .path("villageName")
                    .asString());
        }
        assertThat(names).containsExactly("水田村", "水田社区");
    }

    @Test
    void an_office_is_the_one_of_the_day_and_the_links_are_to_be_handed_over_from_then_on() {
        UUID elsewhere = village.id("elsewhere");
        village.put(
                "Cadre-" + cadre,
                new CadreTransferred(
                        new Transfer(cadre, village.office, null, elsewhere, village.county),
                        village.id("room"),
                        null,
                        day("02-01")));
        assertThat(office(BEFORE, village.head())).isEqualTo(village.office + " -");
        assertThat(office(ON, village.head())).isEqualTo(elsewhere + " " + village.id("room"));
        assertThat(office(AFTER, known)).isEqualTo(village.office + " -");
        assertThat(tasks(BEFORE, village.head())).isEmpty();
        assertThat(tasks(ON, village.head())).containsExactly("hand-over-household 2012-03-02");
        assertThat(tasks(ON, known)).isEmpty();
    }

    private String office(String asOf, long knownAt) {
        JsonNode told = village.ask("/v1/cadres/" + cadre, asOf, knownAt).json();
        return told.path("organisationId").asString() + " "
                + told.path("officeId").asString("-");
    }

    private List<String> tasks(String asOf, long knownAt) {
        List<String> tasks = new ArrayList<>();
        village.ask("/v1/tasks", asOf, knownAt, "village", village.id)
                .json()
                .path("items")
                .forEach(task -> tasks.add(
                        task.path("task").asString() + " " + task.path("dueOn").asString()));
        return tasks;
    }

    @Test
    void a_roster_is_to_be_looked_over_by_the_rank_band_and_quota_of_the_day() {
        quota("处级以上", List.of("131", "132"), 0, day("01-15"));
        ranked("141", "131", "02-01");
        assertThat(tasks(BEFORE, village.head())).isEmpty();
        assertThat(tasks(ON, village.head())).containsExactly("review-quota 2012-03-02");
        assertThat(tasks(ON, known)).isEmpty();
        quota("科级以下", List.of("131", "141", "150"), 3, day("02-03"));
        assertThat(tasks("2012-02-02", village.head())).containsExactly("review-quota 2012-03-02");
        assertThat(tasks("2012-02-03", village.head())).isEmpty();
        quota("科级以下", List.of("131", "141", "150"), 0, day("02-05"));
        assertThat(tasks("2012-02-04", village.head())).isEmpty();
        assertThat(tasks("2012-02-05", village.head())).containsExactly("review-quota 2012-03-06");
        ranked("131", "150", "02-06");
        assertThat(tasks("2012-02-06", village.head())).containsExactly("review-quota 2012-03-07");
    }

    @Test
    void in_memory_the_same_is_told() {
        ranked("141", "131", "02-01");
        Twins twins = new Twins(village.server(), village.county);
        twins.list(BEFORE, village.head());
        twins.list(ON, village.head());
    }
}
