package org.minqing.query.workteam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.Village.day;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.minqing.events.Corrected;
import org.minqing.events.workteam.WorkTeamEvent;
import org.minqing.events.workteam.WorkTeamEvent.Team;
import org.minqing.events.workteam.WorkTeamEvent.WorkTeamDissolved;
import org.minqing.events.workteam.WorkTeamEvent.WorkTeamFormed;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.Village;
import tools.jackson.databind.JsonNode;

class WorkTeamViewTest {
    private final Village village = new Village();
    private final UUID zhang = village.cadre("张示例");
    private final UUID wang = village.cadre("王示例");

    @AfterAll
    static void every_stream_told_again_is_the_same() {
        Village.replay();
        Village.replay();
    }

    private Appended put(WorkTeamEvent event) {
        return village.put("WorkTeam-" + event.of().workTeamId(), event);
    }

    private WorkTeamFormed formed(String name, String day) {
        Team of = new Team(village.id(name), village.programme, village.office, village.id);
        return new WorkTeamFormed(of, List.of(zhang, wang), day(day));
    }

    private WorkTeamDissolved dissolved(WorkTeamFormed team, String day) {
        return new WorkTeamDissolved(team.of(), day(day));
    }

    private String state(WorkTeamFormed team, String asOf, long knownAt) {
        return village.state("WorkTeam", team.of().workTeamId(), asOf, knownAt, "memberIds", "from", "to", "status");
    }

    @Test
    void teams_count_from_their_forming_to_their_dissolution() {
        WorkTeamFormed first = formed("first", "01-10");
        put(first);
        var late = put(formed("late", "01-02"));
        long head = put(dissolved(first, "02-10")).position();
        assertThat(village.figure("M17", "2012-01-01", head)).isEqualTo("0");
        assertThat(village.figure("M17", "2012-01-02", head)).isEqualTo("1");
        assertThat(village.figure("M17", "2012-01-09", late.position() - 1)).isEqualTo("0");
        assertThat(village.figure("M17", "2012-02-09", head)).isEqualTo("2");
        assertThat(village.figure("M17", "2012-02-10", head)).isEqualTo("1");
        assertThat(village.figure("M17", "2012-02-09", head, "programme", village.programme.toString()))
                .isEqualTo("2");
        assertThat(village.figureIn(village.other, "M17", "2012-02-09", head)).isEqualTo("0");
        assertThat(state(first, "2012-01-09", head)).isEqualTo("-");
        assertThat(state(first, "2012-02-09", head)).isEqualTo("2 2012-01-10  AT_WORK");
        assertThat(state(first, "2012-02-10", head)).isEqualTo("2 2012-01-10 2012-02-10 DISSOLVED");
    }

    @Test
    void a_voided_dissolution_and_a_voided_team_take_their_facts_back() {
        WorkTeamFormed team = formed("first", "01-10");
        WorkTeamDissolved end = dissolved(team, "02-10");
        var began = put(team);
        var ended = put(end);
        long goesOn = village.voids(ended, end).position();
        assertThat(village.figure("M17", "2012-03-01", goesOn - 1)).isEqualTo("0");
        assertThat(village.figure("M17", "2012-03-01", goesOn)).isEqualTo("1");
        assertThat(state(team, "2012-03-01", goesOn)).isEqualTo("2 2012-01-10  AT_WORK");
        long never = village.voids(began, team).position();
        assertThat(village.figure("M17", "2012-03-01", never)).isEqualTo("0");
        assertThat(state(team, "2012-03-01", never)).isEqualTo("VOIDED");
        assertThat(village.timeline("work-teams", team.of().workTeamId()))
                .hasSize(4)
                .contains("工作组进驻", "工作组撤离", "撤销：工作组撤离", "撤销：工作组进驻");
    }

    @Test
    void teams_are_listed_by_status_and_member() {
        WorkTeamFormed first = formed("first", "01-10");
        put(first);
        put(formed("second", "01-12"));
        long head = put(dissolved(first, "02-10")).position();
        assertThat(listed(head, "status", "AT_WORK")).isEqualTo(1);
        assertThat(listed(head, "status", "DISSOLVED")).isEqualTo(1);
        assertThat(listed(head, "cadre", wang.toString())).isEqualTo(2);
        assertThat(listed(head, "cadre", village.id("nobody").toString())).isZero();
    }

    private int listed(long head, String filter, String value) {
        JsonNode list = village.ask("/v1/work-teams", "2012-03-01", head, "division", village.county, filter, value)
                .json();
        return list.path("items").size();
    }

    @Test
    void a_corrected_team_has_other_members_and_counts_as_before() {
        WorkTeamFormed team = formed("first", "01-10");
        var began = put(team);
        put(dissolved(team, "02-10"));
        WorkTeamFormed one = of(team, zhang);
        WorkTeamFormed other = of(team, wang);
        long first = village.corrects(began, team, one).position();
        long second = village.corrects(began, one, other).position();
        assertThat(members(team, first - 1)).isEqualTo("2 " + zhang);
        assertThat(members(team, first)).isEqualTo("1 " + zhang);
        assertThat(members(team, second)).isEqualTo("1 " + wang);
        assertThat(state(team, "2012-02-10", second)).isEqualTo("1 2012-01-10 2012-02-10 DISSOLVED");
        assertThat(listed(first, "cadre", wang.toString())).isZero();
        assertThat(listed(second, "cadre", wang.toString())).isEqualTo(1);
        assertThat(village.figure("M17", "2012-02-09", second)).isEqualTo("1");
        assertThat(village.figure("M17", "2012-02-10", second)).isEqualTo("0");
        assertThat(village.timeline("work-teams", team.of().workTeamId())).contains("更正：工作组进驻；更正为：工作组进驻");
    }

    private String members(WorkTeamFormed team, long knownAt) {
        return village.state("WorkTeam", team.of().workTeamId(), "2012-01-10", knownAt, "memberIds", "memberIds.0");
    }

    private static WorkTeamFormed of(WorkTeamFormed team, UUID member) {
        return new WorkTeamFormed(team.of(), List.of(member), team.occurredOn());
    }

    @Test
    void a_voided_correction_puts_the_members_back_and_late_ones_count_from_their_day() {
        WorkTeamFormed team = formed("first", "01-10");
        var began = put(team);
        Corrected<WorkTeamEvent> correction =
                new Corrected<>(began.eventId(), team, of(team, zhang), village.reason(), null);
        var corrected = village.put(began.stream(), correction);
        long back = village.voids(corrected, correction).position();
        assertThat(members(team, back - 1)).isEqualTo("1 " + zhang);
        assertThat(members(team, back)).isEqualTo("2 " + zhang);
        assertThat(listed(back, "cadre", wang.toString())).isEqualTo(1);
        assertThat(village.figure("M17", "2012-02-09", back)).isEqualTo("1");
        assertThat(village.timeline("work-teams", team.of().workTeamId()))
                .containsExactly("工作组进驻", "更正：工作组进驻；更正为：工作组进驻", "撤销：更正：工作组进驻；更正为：工作组进驻");
        WorkTeamFormed late = formed("late", "01-02");
        var entered = put(late);
        long never = village.voids(entered, late).position();
        assertThat(village.figure("M17", "2012-01-05", entered.position())).isEqualTo("1");
        assertThat(village.figure("M17", "2012-01-05", never)).isEqualTo("0");
    }
}
