package org.minqing.command.workteam;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.TestSealed;
import org.minqing.events.LinkMode;
import org.minqing.events.Sealed;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.workteam.WorkTeamEvent.WorkTeamCorrected;
import org.minqing.events.workteam.WorkTeamEvent.WorkTeamDissolutionVoided;
import org.minqing.events.workteam.WorkTeamEvent.WorkTeamDissolved;
import org.minqing.events.workteam.WorkTeamEvent.WorkTeamFormed;
import org.minqing.events.workteam.WorkTeamEvent.WorkTeamVoided;

class WorkTeamTest {
    private static final UUID PROGRAMME = new UUID(1, 1);
    private static final UUID CITY = new UUID(2, 1);
    private static final UUID ZHANG = new UUID(3, 1);
    private static final UUID WANG = new UUID(3, 2);
    private static final UUID TEAM = new UUID(8, 1);
    private static final String VILLAGE = "530328202201";
    private static final LocalDate LAUNCH = LocalDate.of(2011, 12, 26);
    private static final LocalDate DAY = LocalDate.of(2012, 1, 10);
    private static final LocalDate END = LocalDate.of(2012, 2, 10);
    private static final Sealed REASON = TestSealed.sealed("workteam:" + TEAM, "登记错了");
    private static final WorkTeamFormed FORMED =
            new WorkTeamFormed(TEAM, PROGRAMME, CITY, VILLAGE, List.of(ZHANG, WANG), DAY);
    private static final WorkTeamDissolved DISSOLVED = new WorkTeamDissolved(TEAM, PROGRAMME, CITY, VILLAGE, END);

    private static FormWorkTeam form(String village, UUID... members) {
        return new FormWorkTeam(TEAM, null, null, village, List.of(members), DAY);
    }

    private static DissolveWorkTeam dissolve(LocalDate day) {
        return new DissolveWorkTeam(TEAM, null, null, day);
    }

    private static VoidWorkTeam never(@Nullable UUID stepId) {
        return new VoidWorkTeam(TEAM, null, null, stepId, REASON, null, null);
    }

    private static CadreRegistered cadre(UUID id) {
        return new CadreRegistered(
                id, CITY, "5303", null, TestSealed.sealed("person:" + id, "示例"), "1", "132", null, null, null, LAUNCH);
    }

    private static CommandFixture fixture() {
        return new CommandFixture(WorkTeam.class)
                .division("530328202", "播乐乡")
                .division(VILLAGE, "示例村")
                .known("Organisation", CITY, new OrganisationRegistered(CITY, "5303", "市人大办", null, null, LAUNCH))
                .known(
                        "Programme",
                        PROGRAMME,
                        new ProgrammeLaunched(PROGRAMME, CITY, "5303", "四群教育", LinkMode.EXACTLY_ONE, LAUNCH))
                .known("Cadre", ZHANG, cadre(ZHANG))
                .known("Cadre", WANG, cadre(WANG));
    }

    @Test
    void a_team_is_formed_of_cadres() {
        fixture().when(form(VILLAGE, ZHANG, WANG)).events(FORMED);
        fixture()
                .when(new FormWorkTeam(TEAM, PROGRAMME, CITY, VILLAGE, List.of(ZHANG, WANG), DAY))
                .events(FORMED);
    }

    @Test
    void refuses_a_team_of_nobody_a_member_named_twice_and_one_nobody_knows() {
        fixture().when(form(VILLAGE)).refusedField("/members");
        fixture().when(form(VILLAGE, ZHANG, ZHANG)).refusedField("/members/1");
        fixture().when(form(VILLAGE, new UUID(3, 9))).refused("cadre-not-found");
    }

    @Test
    void refuses_a_township_and_a_second_team_of_the_same_id() {
        fixture().when(form("530328202", ZHANG)).refusedField("/villageCode");
        fixture().given(FORMED).when(form(VILLAGE, ZHANG)).refused("already-exists");
    }

    @Test
    void refuses_members_not_yet_in_service() {
        fixture()
                .when(new FormWorkTeam(TEAM, PROGRAMME, CITY, VILLAGE, List.of(ZHANG), LAUNCH.minusDays(1)))
                .refused("cadre-not-in-service");
    }

    @Test
    void a_team_is_dissolved_once() {
        fixture().given(FORMED).when(dissolve(END)).events(DISSOLVED);
        fixture().given(FORMED, DISSOLVED).when(dissolve(END)).nothing();
        fixture().given(FORMED, DISSOLVED).when(dissolve(END.plusDays(1))).refused("work-team-dissolved");
        fixture().given(FORMED).when(dissolve(DAY.minusDays(1))).refused("out-of-order");
        fixture()
                .given(FORMED)
                .when(new DissolveWorkTeam(TEAM, null, new UUID(2, 9), END))
                .refusedField("/organisationId", "belongs-elsewhere");
    }

    @Test
    void voiding_takes_the_dissolution_back_first() {
        WorkTeamVoided voided = new WorkTeamVoided(
                TEAM, PROGRAMME, CITY, VILLAGE, CommandFixture.givenId(0), FORMED, REASON, null, DAY);
        WorkTeamDissolutionVoided goesOn = new WorkTeamDissolutionVoided(
                TEAM, PROGRAMME, CITY, VILLAGE, CommandFixture.givenId(1), DISSOLVED, REASON, null, END);
        fixture().given(FORMED, DISSOLVED).when(never(null)).events(goesOn, voided);
        fixture()
                .given(FORMED, DISSOLVED)
                .when(never(CommandFixture.givenId(1)))
                .events(goesOn);
        fixture().given(FORMED, voided).when(never(null)).nothing();
        fixture().given(FORMED, voided).when(dissolve(END)).refused("work-team-voided");
        fixture().given(FORMED).when(never(new UUID(9, 9))).refused("work-team-step-not-found");
    }

    private static CorrectWorkTeam otherwise(@Nullable LocalDate day, UUID... members) {
        return new CorrectWorkTeam(TEAM, null, null, List.of(members), REASON, "TYPO", day);
    }

    private static WorkTeamCorrected corrected(WorkTeamFormed before, WorkTeamFormed after) {
        return new WorkTeamCorrected(
                TEAM, PROGRAMME, CITY, VILLAGE, CommandFixture.givenId(0), before, after, REASON, "TYPO", DAY);
    }

    private static WorkTeamFormed of(UUID... members) {
        return new WorkTeamFormed(TEAM, PROGRAMME, CITY, VILLAGE, List.of(members), DAY);
    }

    @Test
    void members_are_corrected_also_after_the_dissolution_and_what_is_in_force_is_voided() {
        WorkTeamCorrected once = corrected(FORMED, of(ZHANG));
        fixture().given(FORMED).when(otherwise(DAY, ZHANG)).events(once);
        fixture().given(FORMED, DISSOLVED).when(otherwise(null, ZHANG)).events(once);
        fixture().given(FORMED, once).when(otherwise(null, WANG)).events(corrected(of(ZHANG), of(WANG)));
        fixture()
                .given(FORMED, once)
                .when(never(null))
                .events(new WorkTeamVoided(
                        TEAM, PROGRAMME, CITY, VILLAGE, CommandFixture.givenId(0), of(ZHANG), REASON, null, DAY));
    }

    @Test
    void the_same_members_again_change_nothing() {
        fixture().given(FORMED).when(otherwise(null, ZHANG, WANG)).nothing();
        fixture()
                .given(FORMED, corrected(FORMED, of(ZHANG)))
                .when(otherwise(null, ZHANG))
                .nothing();
    }

    @Test
    void refuses_to_correct_a_team_to_members_it_could_not_be_formed_of() {
        CommandFixture team = fixture().given(FORMED);
        team.when(otherwise(null)).refusedField("/members");
        team.when(otherwise(null, ZHANG, ZHANG)).refusedField("/members/1");
        team.when(otherwise(null, new UUID(3, 9))).refused("cadre-not-found");
        team.when(otherwise(END, ZHANG)).refusedField("/occurredOn");
        team.when(new CorrectWorkTeam(TEAM, new UUID(1, 9), null, List.of(ZHANG), REASON, null, null))
                .refusedField("/programmeId");
        WorkTeamFormed early = new WorkTeamFormed(TEAM, PROGRAMME, CITY, VILLAGE, List.of(WANG), LAUNCH.minusDays(1));
        fixture().given(early).when(otherwise(null, ZHANG)).refused("cadre-not-in-service");
        WorkTeamVoided voided = new WorkTeamVoided(
                TEAM, PROGRAMME, CITY, VILLAGE, CommandFixture.givenId(0), FORMED, REASON, null, DAY);
        fixture().given(FORMED, voided).when(otherwise(null, ZHANG)).refused("work-team-voided");
    }
}
