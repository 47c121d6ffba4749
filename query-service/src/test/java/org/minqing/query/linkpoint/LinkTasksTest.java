package org.minqing.query.linkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.Village.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.events.cadre.CadreEvent.CadreRankChanged;
import org.minqing.events.cadre.CadreEvent.CadreTransferred;
import org.minqing.events.cadre.CadreEvent.Transfer;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaDefined;
import org.minqing.events.programme.ProgrammeEvent.TwoPersonRuleSet;
import org.minqing.events.visit.VisitEvent.Home;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.events.visit.VisitKind;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.QueryServer;
import org.minqing.query.Roster;
import org.minqing.query.Roster.Link;
import org.minqing.query.Village;
import tools.jackson.databind.JsonNode;

class LinkTasksTest {
    private final Village village = new Village(QueryServer.shared());
    private final Roster roster = Roster.of(village);
    private final UUID cadre = village.cadre("张示例");
    private final List<Link> links = new ArrayList<>();

    @BeforeEach
    void a_link_point_with_three_links() {
        put(roster.designated(null, day("01-01")));
        put(roster.enrolled(cadre, day("01-01")));
        for (String head : List.of("赵示例", "钱示例", "孙示例")) {
            Link link = Link.of(village.household(head), cadre, head);
            links.add(link);
            put(roster.admitted(link.household(), day("01-02")));
            put(roster.assigned(link, day("01-02")));
        }
    }

    private Appended put(org.minqing.events.linkpoint.LinkPointEvent event) {
        return village.put(roster.stream(), event);
    }

    private List<String> tasks(String asOf, String... more) {
        List<String> parameters = new ArrayList<>(List.of("village", village.id));
        parameters.addAll(List.of(more));
        JsonNode items = village.ask("/v1/tasks", asOf, village.head(), parameters.toArray(String[]::new))
                .json()
                .path("items");
        List<String> tasks = new ArrayList<>();
        items.forEach(task -> tasks.add(task.path("task").asString() + " "
                + task.path("dueOn").asString() + (task.path("overdue").asBoolean() ? " !" : "")));
        return tasks;
    }

    private VisitRecorded visited(Link link, String day) {
        return new VisitRecorded(
                village.account(village.id("visit " + day)),
                new Home(7, link.household()),
                link.id(),
                List.of(cadre),
                VisitKind.DISPERSED,
                null,
                3,
                null,
                null,
                null,
                day(day));
    }

    @Test
    void a_linked_household_is_due_a_visit_ninety_days_after_the_last_or_after_the_link() {
        VisitRecorded visit = visited(links.getFirst(), "03-01");
        Appended at = village.put("Visit-" + visit.of().visitId(), visit);
        assertThat(tasks("2012-02-29")).isEmpty();
        assertThat(tasks("2012-03-31")).containsExactly("visit-household 2012-04-01", "visit-household 2012-04-01");
        assertThat(tasks("2012-05-10"))
                .containsExactly(
                        "visit-household 2012-04-01 !", "visit-household 2012-04-01 !", "visit-household 2012-05-30");
        village.voids(at, visit);
        assertThat(tasks("2012-03-31")).hasSize(3);
        put(roster.released(links.getFirst(), null, day("02-01")));
        assertThat(tasks("2012-03-31")).hasSize(2);
        assertThat(tasks("2012-03-31", "cadre", cadre.toString())).hasSize(2);
        assertThat(tasks("2012-03-31", "cadre", village.id("nobody").toString()))
                .isEmpty();
    }

    @Test
    void the_households_of_a_cadre_who_left_need_another_within_thirty_days() {
        village.put(
                "Cadre-" + cadre,
                new CadreTransferred(
                        new Transfer(cadre, village.office, null, village.id("elsewhere"), village.county),
                        null,
                        null,
                        day("02-01")));
        assertThat(tasks("2012-01-31")).isEmpty();
        assertThat(tasks("2012-02-02")).hasSize(3).containsOnly("hand-over-household 2012-03-02");
        assertThat(tasks("2012-03-03")).containsOnly("hand-over-household 2012-03-02 !");
    }

    @Test
    void a_roster_above_the_quota_of_a_new_rank_is_to_be_looked_over() {
        quota("科级", "141", 3);
        quota("处级", "131", 2);
        assertThat(tasks("2012-02-02")).isEmpty();
        village.put("Cadre-" + cadre, new CadreRankChanged(village.membership(cadre), "141", "131", day("02-01")));
        assertThat(tasks("2012-02-02")).containsExactly("review-quota 2012-03-02");
        put(roster.released(links.getFirst(), null, day("02-02")));
        assertThat(tasks("2012-02-02")).isEmpty();
    }

    @Test
    void what_else_of_the_programme_or_the_cadre_changes_puts_off_no_review() {
        quota("科级", "141", 3);
        quota("处级", "131", 2);
        village.put("Cadre-" + cadre, new CadreRankChanged(village.membership(cadre), "141", "131", day("02-01")));
        quota("其他", "199", 1, day("02-20"));
        village.put("Programme-" + village.programme, new TwoPersonRuleSet(village.sphere(), true, day("02-25")));
        assertThat(tasks("2012-03-01", "cadre", cadre.toString())).contains("review-quota 2012-03-02");
        quota("处级", "131", 1, day("02-27"));
        assertThat(tasks("2012-03-01", "cadre", cadre.toString())).contains("review-quota 2012-03-28");
    }

    @Test
    void coverage_tells_cadres_by_the_band_of_the_rank_they_hold_on_the_day() {
        quota("科级", "141", 3);
        quota("处级", "131", 5);
        village.put("Cadre-" + cadre, new CadreRankChanged(village.membership(cadre), "141", "131", day("02-01")));
        assertThat(bands("2012-01-31")).isEqualTo("科级 3 1 3 3");
        assertThat(bands("2012-02-01")).isEqualTo("处级 5 1 5 3");
        quota("处级", "131", 4, day("03-01"));
        assertThat(bands("2012-02-29")).isEqualTo("处级 5 1 5 3");
        assertThat(bands("2012-03-01")).isEqualTo("处级 4 1 4 3");
    }

    private String bands(String asOf) {
        JsonNode bands = village.ask("/v1/coverage/" + roster.linkPoint(), asOf, village.head())
                .json()
                .path("bands");
        assertThat(bands.size()).isEqualTo(1);
        List<String> told = new ArrayList<>();
        List.of("band", "quota", "cadres", "capacity", "links")
                .forEach(field -> told.add(bands.path(0).path(field).asString()));
        return String.join(" ", told);
    }

    private void quota(String band, String rank, int households) {
        quota(band, rank, households, Village.LAUNCH);
    }

    private void quota(String band, String rank, int households, LocalDate day) {
        village.put(
                "Programme-" + village.programme,
                new LinkQuotaDefined(village.sphere(), village.id(band), band, List.of(rank), households, day));
    }

    @Test
    void a_card_is_to_be_delivered_within_thirty_days() {
        put(roster.issued(links.getFirst(), day("01-02")));
        assertThat(tasks("2012-01-10")).containsExactly("deliver-card 2012-02-01");
        put(roster.delivered(links.getFirst(), day("01-20")));
        assertThat(tasks("2012-01-25")).isEmpty();
        assertThat(tasks("2012-01-19")).containsExactly("deliver-card 2012-02-01");
    }
}
