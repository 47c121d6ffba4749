package org.minqing.query.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.Village.day;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.minqing.events.DomainEvent;
import org.minqing.events.LinkMode;
import org.minqing.events.programme.GroupMember;
import org.minqing.events.programme.MemberChange;
import org.minqing.events.programme.ProgrammeEvent.ImplementationPlanAdopted;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupEstablished;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupMemberChanged;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaDefined;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeClosed;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.programme.ProgrammeEvent.SponsorAssigned;
import org.minqing.events.programme.ProgrammeEvent.TaskCatalogueAdopted;
import org.minqing.events.programme.ProgrammeEvent.TwoPersonRuleSet;
import org.minqing.events.programme.ProgrammeEvent.VisitRoundOpened;
import org.minqing.events.programme.RoundKind;
import org.minqing.events.programme.Task;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.Roster;
import org.minqing.query.Village;
import tools.jackson.databind.JsonNode;

class ProgrammeViewTest {
    private static final List<String> DIVISION_LEVEL = List.of("121", "122", "131", "132");
    private static final List<String> SECTION_LEVEL = List.of("141", "142", "150", "160", "199");

    private final Village village = new Village();
    private final UUID programme = village.programme;

    private Appended put(DomainEvent event) {
        return village.put("Programme-" + programme, event);
    }

    private LinkQuotaDefined quota(String name, String band, List<String> ranks, int households, String day) {
        return new LinkQuotaDefined(village.sphere(), village.id(name), band, ranks, households, day(day));
    }

    private LeadingGroupEstablished group(String name, UUID head, UUID member, String day) {
        return new LeadingGroupEstablished(
                village.sphere(),
                village.id(name),
                null,
                head,
                List.of(new GroupMember(member, "副组长")),
                "领导小组办公室",
                "沾人办〔2012〕1号",
                day(day));
    }

    private VisitRoundOpened round(String name, RoundKind kind, String day) {
        return new VisitRoundOpened(village.sphere(), village.id(name), kind, name, day(day));
    }

    private SponsorAssigned sponsor(String name, UUID cadre, @Nullable String former, @Nullable UUID by, String day) {
        return new SponsorAssigned(
                new Sphere(programme, village.office, village.id),
                village.id(name),
                cadre,
                former == null ? null : village.id(former),
                by,
                day(day));
    }

    /** Something of the programme happens in the village. */
    private void works() {
        Roster roster = Roster.of(village);
        village.put(roster.stream(), roster.designated(null, Village.LAUNCH));
    }

    @AfterAll
    static void every_stream_told_again_is_the_same() {
        Village.replay();
        Village.replay();
    }

    @Test
    void has_on_each_day_the_settings_of_that_day() {
        long launched = village.head();
        put(new TaskCatalogueAdopted(village.sphere(), List.of(new Task("T1", "访民情", null, List.of())), day("01-10")));
        put(new TwoPersonRuleSet(village.sphere(), true, day("01-15")));
        put(new ImplementationPlanAdopted(village.sphere(), village.id("plan"), "实施方案（示例）", null, null, day("01-20")));
        put(quota("q5", "处级以上", DIVISION_LEVEL, 5, "01-20"));
        long head = put(new ProgrammeClosed(village.sphere(), null, null, day("03-01")))
                .position();
        assertThat(state("2011-12-25", head)).isEqualTo("-");
        assertThat(state("2011-12-26", head)).isEqualTo("0 false  0 ACTIVE");
        assertThat(state("2012-01-15", head)).isEqualTo("1 true  0 ACTIVE");
        assertThat(state("2012-01-20", head)).isEqualTo("1 true 实施方案（示例） 1 ACTIVE");
        assertThat(state("2012-03-01", head)).isEqualTo("1 true 实施方案（示例） 1 CLOSED");
        assertThat(state("2012-03-01", head - 1)).isEqualTo("1 true 实施方案（示例） 1 ACTIVE");
        assertThat(state("2012-03-01", launched)).isEqualTo("0 false  0 ACTIVE");
    }

    private String state(String asOf, long knownAt) {
        return village.state(
                "Programme", programme, asOf, knownAt, "tasks", "twoPersonRule", "plan.title", "quotas", "status");
    }

    @Test
    void a_launch_that_never_was_takes_its_day_with_it_and_the_programme_may_be_launched_again() {
        UUID other = village.id("other programme");
        String stream = "Programme-" + other;
        var launched = new ProgrammeLaunched(
                new Sphere(other, village.office, village.county), "干部作风转变年", LinkMode.EXACTLY_ONE, day("02-01"));
        var launch = village.put(stream, launched);
        long voided = village.voids(launch, launched).position();
        long again = village.put(
                        stream,
                        new ProgrammeLaunched(
                                new Sphere(other, village.office, village.county),
                                "作风转变年",
                                LinkMode.AT_LEAST_ONE,
                                day("02-10")))
                .position();
        assertThat(named(other, "2012-02-01", launch.position())).isEqualTo("干部作风转变年 EXACTLY_ONE");
        assertThat(named(other, "2012-02-01", voided)).isEqualTo("VOIDED");
        assertThat(named(other, "2012-02-09", again)).isEqualTo("VOIDED");
        assertThat(named(other, "2012-02-10", again)).isEqualTo("作风转变年 AT_LEAST_ONE");
        assertThat(village.timeline("programmes", other))
                .containsExactly("启动专项活动干部作风转变年", "撤销：启动专项活动干部作风转变年", "启动专项活动作风转变年");
    }

    private String named(UUID id, String asOf, long knownAt) {
        return village.state("Programme", id, asOf, knownAt, "name", "linkMode");
    }

    @Test
    void counts_since_the_launch_that_is_in_force() {
        Roster roster = Roster.of(village);
        UUID opened = village.id("early round");
        put(new VisitRoundOpened(village.sphere(), opened, RoundKind.COLLECTIVE, "试点", day("01-02")));
        assertThat(village.figure("M07", "2012-02-01", village.head())).isEqualTo("1");
        UUID late = village.id("late programme");
        var round = new VisitRoundOpened(
                new Sphere(late, roster.organisation(), village.county),
                village.id("r"),
                RoundKind.COLLECTIVE,
                "一",
                day("01-20"));
        village.put("Programme-" + late, launch(late, "01-25"));
        village.put("Programme-" + late, round);
        String[] of = {"programme", late.toString()};
        assertThat(village.figure("M07", "2012-02-01", village.head(), of)).isEqualTo("0");
        assertThat(village.figure(
                        "M07", "2012-02-01", village.head(), "programme", late.toString(), "from", "2012-01-20"))
                .isEqualTo("1");
    }

    private ProgrammeLaunched launch(UUID id, String day) {
        return new ProgrammeLaunched(
                new Sphere(id, village.office, village.county), "晚启动", LinkMode.EXACTLY_ONE, day(day));
    }

    @Test
    void quotas_are_settings_of_the_day_wherever_the_programme_works() {
        put(quota("q5", "处级以上", DIVISION_LEVEL, 5, "01-05"));
        put(quota("q3", "科级以下", SECTION_LEVEL, 3, "01-05"));
        long first = village.head();
        var four = quota("q4", "处级以上", DIVISION_LEVEL, 4, "02-05");
        var change = put(four);
        long changed = change.position();
        // recorded late: between the two
        long late = put(quota("q6", "处级以上", DIVISION_LEVEL, 6, "01-20")).position();
        long voided = village.voids(change, four).position();
        assertThat(village.figure("M02", "2012-01-04", voided)).isEqualTo("null");
        assertThat(village.figure("M02", "2012-02-05", first)).isEqualTo("5");
        assertThat(village.figure("M02", "2012-02-05", changed)).isEqualTo("4");
        assertThat(village.figure("M02", "2012-01-20", changed)).isEqualTo("5");
        assertThat(village.figure("M02", "2012-01-20", late)).isEqualTo("6");
        assertThat(village.figure("M02", "2012-02-05", late)).isEqualTo("4");
        assertThat(village.figure("M02", "2012-02-05", voided)).isEqualTo("6");
        assertThat(village.figure("M03", "2012-02-05", voided)).isEqualTo("3");
        assertThat(village.state("Programme", programme, "2012-02-05", voided, "quotas.0.households"))
                .isEqualTo("3");
        assertThat(village.state("Programme", programme, "2012-02-05", voided, "quotas.1.households"))
                .isEqualTo("6");

        assertThat(village.figureIn(village.id, "M02", "2012-02-05", voided)).isEqualTo("null");
        works();
        assertThat(village.figureIn(village.id, "M02", "2012-02-05", village.head()))
                .isEqualTo("6");
        assertThat(village.figureIn(village.other, "M02", "2012-02-05", village.head()))
                .isEqualTo("null");
    }

    @Test
    void the_leading_group_has_the_members_of_the_day_and_gives_its_own() {
        UUID zhang = village.cadre("张示例");
        UUID wang = village.cadre("王示例");
        UUID zhao = village.cadre("赵示例");
        var established = group("group", zhang, wang, "01-05");
        var at = put(established);
        put(change(zhao, MemberChange.JOINED, "成员", "01-10"));
        put(change(wang, MemberChange.DUTY_CHANGED, "常务副组长", "01-15"));
        put(change(wang, MemberChange.BECAME_HEAD, null, "01-20"));
        long head = put(change(zhao, MemberChange.LEFT, null, "02-01")).position();
        assertThat(members("2012-01-04", head)).isEqualTo("-");
        assertThat(members("2012-01-05", head)).isEqualTo(zhang + " " + wang + " 副组长 1");
        assertThat(members("2012-01-10", head)).isEqualTo(zhang + " " + wang + " 副组长 2");
        assertThat(members("2012-01-15", head)).isEqualTo(zhang + " " + zhao + " 成员 2");
        // who headed the group before stays in it as a member
        assertThat(members("2012-01-20", head)).isEqualTo(wang + " " + zhang + "  2");
        assertThat(members("2012-02-01", head)).isEqualTo(wang + " " + zhang + "  1");
        assertThat(village.figure("M01", "2012-02-01", head)).isEqualTo("2012-01-05");
        assertThat(village.figure("M01", "2012-01-04", head)).isEqualTo("null");

        long voided = village.voids(at, established).position();
        assertThat(members("2012-02-01", voided)).isEqualTo("VOIDED");
        assertThat(village.figure("M01", "2012-02-01", voided)).isEqualTo("null");
        assertThat(village.figure("M01", "2012-02-01", head)).isEqualTo("2012-01-05");
        put(group("second", wang, zhang, "01-25"));
        assertThat(village.figure("M01", "2012-02-01", village.head())).isEqualTo("2012-01-25");
    }

    private String members(String asOf, long knownAt) {
        String members = village.state(
                "LeadingGroup",
                village.id("group"),
                asOf,
                knownAt,
                "headId",
                "members.0.cadreId",
                "members.0.duty",
                "members");
        return members;
    }

    private LeadingGroupMemberChanged change(UUID cadre, MemberChange change, @Nullable String duty, String day) {
        return new LeadingGroupMemberChanged(
                village.sphere(), village.id("group"), cadre, change, duty, null, day(day));
    }

    @Test
    void collective_rounds_are_counted_wherever_the_programme_works() {
        works();
        put(round("第一轮", RoundKind.COLLECTIVE, "01-10"));
        var second = round("第二轮", RoundKind.COLLECTIVE, "02-10");
        var at = put(second);
        put(round("分散走访", RoundKind.DISPERSED, "02-12"));
        long late = put(round("补记", RoundKind.COLLECTIVE, "01-02")).position();
        long voided = village.voids(at, second).position();
        for (String place : List.of(village.county, village.id)) {
            assertThat(village.figureIn(place, "M07", "2012-02-12", late - 1)).isEqualTo("2");
            assertThat(village.figureIn(place, "M07", "2012-01-10", late - 1)).isEqualTo("1");
            assertThat(village.figureIn(place, "M07", "2012-01-10", late)).isEqualTo("2");
            assertThat(village.figureIn(place, "M07", "2012-02-12", late)).isEqualTo("3");
            assertThat(village.figureIn(place, "M07", "2012-02-12", voided)).isEqualTo("2");
        }
        assertThat(village.figureIn(village.other, "M07", "2012-02-12", voided)).isEqualTo("0");
        assertThat(village.state("VisitRound", second.roundId(), "2012-02-10", late, "name", "kind"))
                .isEqualTo("第二轮 COLLECTIVE");
        assertThat(village.state("VisitRound", second.roundId(), "2012-02-10", voided))
                .isEqualTo("VOIDED");
    }

    @Test
    void a_village_has_one_sponsor_at_a_time_and_counts_once() {
        UUID zhang = village.cadre("张示例");
        UUID wang = village.cadre("王示例");
        put(sponsor("first", zhang, null, null, "01-10"));
        var next = sponsor("second", wang, "first", zhang, "02-01");
        var at = put(next);
        long head = at.position();
        assertThat(sponsorship("first", "2012-01-31", head)).isEqualTo(zhang + " ACTIVE");
        assertThat(sponsorship("first", "2012-02-01", head)).isEqualTo(zhang + " ENDED");
        assertThat(sponsorship("second", "2012-02-01", head)).isEqualTo(wang + " ACTIVE");
        assertThat(village.figure("M35", "2012-01-09", head)).isEqualTo("0");
        assertThat(village.figure("M35", "2012-02-01", head)).isEqualTo("1");
        assertThat(village.figure("M35", "2012-02-01", head, "cadre", zhang.toString()))
                .isEqualTo("0");
        assertThat(village.figureIn(village.other, "M35", "2012-02-01", head)).isEqualTo("0");

        long voided = village.voids(at, next).position();
        assertThat(sponsorship("first", "2012-02-01", voided)).isEqualTo(zhang + " ACTIVE");
        assertThat(sponsorship("second", "2012-02-01", voided)).isEqualTo("VOIDED");
        assertThat(village.figure("M35", "2012-02-01", voided, "cadre", zhang.toString()))
                .isEqualTo("1");
        assertThat(village.figure("M35", "2012-02-01", voided)).isEqualTo("1");
    }

    @Test
    void sponsored_townships_and_villages_are_counted_together() {
        UUID zhang = village.cadre("张示例");
        put(sponsor("village", zhang, null, null, "01-10"));
        SponsorAssigned township = new SponsorAssigned(
                new Sphere(programme, village.office, village.county + "202"),
                village.id("township"),
                zhang,
                null,
                null,
                day("01-20"));
        var at = put(township);
        assertThat(village.figure("M35", "2012-01-19", at.position())).isEqualTo("1");
        assertThat(village.figure("M35", "2012-01-20", at.position())).isEqualTo("2");
        assertThat(village.figureIn(village.id, "M35", "2012-01-20", at.position()))
                .isEqualTo("1");
        long voided = village.voids(at, township).position();
        assertThat(village.figure("M35", "2012-01-20", voided)).isEqualTo("1");
    }

    @Test
    void the_first_leading_group_gives_its_day_also_after_another_kind_is_established() {
        UUID zhang = village.cadre("张示例");
        UUID wang = village.cadre("王示例");
        put(group("group", zhang, wang, "01-05"));
        long head = put(new LeadingGroupEstablished(
                        village.sphere(),
                        village.id("second kind"),
                        "督查组（示例）",
                        zhang,
                        List.of(new GroupMember(wang, "成员")),
                        "督查组办公室",
                        null,
                        day("02-05")))
                .position();
        assertThat(village.figure("M01", "2012-02-04", head)).isEqualTo("2012-01-05");
        assertThat(village.figure("M01", "2012-03-01", head)).isEqualTo("2012-01-05");
    }

    private String sponsorship(String name, String asOf, long knownAt) {
        return village.state("Sponsorship", village.id(name), asOf, knownAt, "cadreId", "status");
    }

    @Test
    void tells_its_events_as_sentences() {
        UUID zhang = village.cadre("张示例");
        UUID wang = village.cadre("王示例");
        put(new TaskCatalogueAdopted(village.sphere(), List.of(new Task("T1", "访民情", null, List.of())), day("01-01")));
        var quota = quota("q5", "处级以上", DIVISION_LEVEL, 5, "01-02");
        village.voids(put(quota), quota);
        var group = group("group", zhang, wang, "01-03");
        var established = put(group);
        for (MemberChange change : MemberChange.values()) {
            put(change(wang, change, null, "01-04"));
        }
        village.voids(established, group);
        put(new ImplementationPlanAdopted(village.sphere(), village.id("plan"), "方案", null, null, day("01-06")));
        var sponsor = sponsor("s", zhang, null, null, "01-07");
        village.voids(put(sponsor), sponsor);
        var round = round("第一轮", RoundKind.COLLECTIVE, "01-08");
        village.voids(put(round), round);
        put(new TwoPersonRuleSet(village.sphere(), true, day("01-09")));
        put(new ProgrammeClosed(village.sphere(), null, null, day("01-10")));
        assertThat(village.timeline("programmes", programme))
                .containsExactly(
                        "启动专项活动「四群」教育",
                        "确定任务目录",
                        "规定处级以上干部每人联系5户",
                        "撤销：规定处级以上干部每人联系5户",
                        "成立领导小组，组长张**",
                        "撤销：成立领导小组，组长张**",
                        "领导小组成员王**变动：加入",
                        "领导小组成员王**变动：职责变动",
                        "领导小组成员王**变动：任组长",
                        "领导小组成员王**变动：退出",
                        "印发实施方案《方案》",
                        "张**挂包水田村",
                        "撤销：张**挂包水田村",
                        "开展走访轮次：第一轮",
                        "撤销：开展走访轮次：第一轮",
                        "资金双人审批：是",
                        "专项活动结束");
    }

    @Test
    void a_band_is_of_division_level_from_the_lowest_rank_of_that_level_up() {
        put(quota("low", "县处级副职", List.of("132"), 5, "01-05"));
        long head = put(quota("high", "乡科级正职", List.of("141"), 3, "01-05")).position();
        assertThat(village.figure("M02", "2012-02-01", head)).isEqualTo("5");
        assertThat(village.figure("M03", "2012-02-01", head)).isEqualTo("3");
    }

    /** The second programme's quota is not the first one's. */
    @Test
    void the_quotas_of_two_programmes_are_told_each() {
        put(quota("q5", "处级以上", DIVISION_LEVEL, 5, "01-05"));
        UUID second = village.id("second");
        ProgrammeLaunched launched = launch(second, "01-05");
        village.put("Programme-" + second, launched);
        long head = village.put(
                        "Programme-" + second,
                        new LinkQuotaDefined(
                                launched.of(), village.id("theirs"), "处级以上", DIVISION_LEVEL, 4, day("02-05")))
                .position();
        JsonNode both =
                village.ask("/v1/figures", "2012-03-01", head, "measure", "M02").json();
        assertThat(both.path("value").isNull()).as(both.toString()).isTrue();
        assertThat(both.path("values")
                        .valueStream()
                        .map(each -> each.path("value").asInt()))
                .containsExactly(5, 4);
        assertThat(both.path("display").asString())
                .isEqualTo("5 households per cadre, 4 households per cadre (more than one is in force)");
        assertThat(both.has("otherUnits")).isFalse();
        assertThat(village.figure("M02", "2012-03-01", head, "programme", second.toString()))
                .isEqualTo("4");
    }

    @Test
    void groups_and_rounds_are_the_whole_programme_s_and_have_a_kind_and_a_name() {
        UUID zhang = village.cadre("张示例");
        put(group("group", zhang, village.cadre("王示例"), "01-03"));
        long head = put(round("第一轮", RoundKind.COLLECTIVE, "01-08")).position();
        for (String type : List.of("LeadingGroup", "VisitRound")) {
            assertThat(village.found(type, "2012-02-01", head, "programme", programme))
                    .as(type)
                    .isEqualTo(1);
            assertThat(village.found(type, "2012-02-01", head, "organisation", village.office))
                    .as(type)
                    .isEqualTo(1);
            assertThat(village.found(type, "2012-02-01", head, "village", village.county))
                    .as("%s has no place of its own", type)
                    .isZero();
        }
        assertThat(village.found("VisitRound", "2012-02-01", head, "kind", "COLLECTIVE"))
                .isEqualTo(1);
        assertThat(village.found("VisitRound", "2012-02-01", head, "kind", "DISPERSED"))
                .isZero();
        assertThat(village.label("VisitRound", village.id("第一轮"), "2012-02-01", head))
                .contains("第一轮");
        assertThat(village.found("Programme", "2012-02-01", head, "programme", programme))
                .isEqualTo(1);
    }
}
