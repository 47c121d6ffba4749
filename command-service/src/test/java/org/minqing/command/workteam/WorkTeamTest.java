package org.minqing.command.workteam;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.TestSealed;
import org.minqing.command.workteam.WorkTeamCommand.DissolveWorkTeam;
import org.minqing.command.workteam.WorkTeamCommand.FormWorkTeam;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.LinkMode;
import org.minqing.events.Voided;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.workteam.WorkTeamEvent;
import org.minqing.events.workteam.WorkTeamEvent.Team;
import org.minqing.events.workteam.WorkTeamEvent.WorkTeamDissolved;
import org.minqing.events.workteam.WorkTeamEvent.WorkTeamFormed;

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
    private static final Team OF = new Team(TEAM, PROGRAMME, CITY, VILLAGE);
    private static final WorkTeamFormed FORMED = of(ZHANG, WANG);
    private static final WorkTeamDissolved DISSOLVED = new WorkTeamDissolved(OF, END);
    private static final Voided<WorkTeamEvent> NEVER = voided(0, FORMED);

    private static FormWorkTeam form(String village, UUID... members) {
        return new FormWorkTeam(TEAM, null, null, village, List.of(members));
    }

    private static WorkTeamFormed of(UUID... members) {
        return new WorkTeamFormed(OF, List.of(members), DAY);
    }

    private static Voided<WorkTeamEvent> voided(int given, WorkTeamEvent before) {
        return new Voided<>(CommandFixture.givenId(given), before, CommandFixture.REASON, null);
    }

    private static Corrected<WorkTeamEvent> corrected(WorkTeamFormed before, WorkTeamFormed after) {
        return new Corrected<>(CommandFixture.givenId(0), before, after, CommandFixture.REASON, null);
    }

    private static String members(UUID... members) {
        return Arrays.stream(members)
                .map("\"%s\""::formatted)
                .collect(Collectors.joining(", ", "{\"members\": [", "]}"));
    }

    private static CommandFixture given(DomainEvent... events) {
        return fixture().given(events);
    }

    private static CommandFixture dissolving(LocalDate day, DomainEvent... events) {
        return given(events).on(day);
    }

    private static CadreRegistered cadre(UUID id) {
        return new CadreRegistered(
                new Membership(id, CITY, "5303"),
                null,
                TestSealed.sealed("person:" + id, "示例"),
                "1",
                "132",
                null,
                null,
                null,
                LAUNCH);
    }

    private static CommandFixture fixture() {
        return new CommandFixture(WorkTeam.class)
                .division("530328202", "播乐乡")
                .division(VILLAGE, "示例村")
                .known(
                        "Organisation",
                        CITY,
                        new OrganisationRegistered(new Seat(CITY, "5303"), "市人大办", null, null, LAUNCH))
                .known(
                        "Programme",
                        PROGRAMME,
                        new ProgrammeLaunched(
                                new Sphere(PROGRAMME, CITY, "5303"), "四群教育", LinkMode.EXACTLY_ONE, LAUNCH))
                .known("Cadre", ZHANG, cadre(ZHANG))
                .known("Cadre", WANG, cadre(WANG));
    }

    @Test
    void a_team_is_formed_of_cadres() {
        fixture().on(DAY).when(form(VILLAGE, ZHANG, WANG)).events(FORMED);
        fixture()
                .on(DAY)
                .when(new FormWorkTeam(TEAM, PROGRAMME, CITY, VILLAGE, List.of(ZHANG, WANG)))
                .events(FORMED);
    }

    @Test
    void refuses_a_team_of_nobody_a_member_named_twice_and_one_nobody_knows() {
        fixture().on(DAY).when(form(VILLAGE)).refusedField("/members");
        fixture().on(DAY).when(form(VILLAGE, ZHANG, ZHANG)).refusedField("/members/1");
        fixture().on(DAY).when(form(VILLAGE, new UUID(3, 9))).refused("cadre-not-found");
    }

    @Test
    void refuses_a_township_and_a_second_team_of_the_same_id() {
        fixture().on(DAY).when(form("530328202", ZHANG)).refusedField("/villageCode");
        given(FORMED).on(DAY).when(form(VILLAGE, ZHANG)).refused("already-exists");
    }

    @Test
    void refuses_members_not_yet_in_service() {
        fixture()
                .on(LAUNCH.minusDays(1))
                .when(new FormWorkTeam(TEAM, PROGRAMME, CITY, VILLAGE, List.of(ZHANG)))
                .refused("cadre-not-in-service");
    }

    @Test
    void refuses_a_programme_and_an_organisation_not_in_force() {
        UUID later = new UUID(1, 2);
        UUID young = new UUID(2, 2);
        CommandFixture fixture = fixture()
                .known(
                        "Programme",
                        later,
                        new ProgrammeLaunched(new Sphere(later, CITY, "5303"), "后来", LinkMode.EXACTLY_ONE, END))
                .known(
                        "Organisation",
                        young,
                        new OrganisationRegistered(new Seat(young, "5303"), "后来的", null, null, END))
                .on(DAY);
        fixture.when(new FormWorkTeam(TEAM, later, CITY, VILLAGE, List.of(ZHANG)))
                .refused("programme-not-in-force");
        fixture.when(new FormWorkTeam(TEAM, PROGRAMME, young, VILLAGE, List.of(ZHANG)))
                .refused("organisation-not-in-force");
    }

    @Test
    void a_team_is_dissolved_once() {
        DissolveWorkTeam dissolve = new DissolveWorkTeam(TEAM);
        dissolving(END, FORMED).when(dissolve).events(DISSOLVED);
        dissolving(END, FORMED, DISSOLVED).when(dissolve).nothing();
        dissolving(END.plusDays(1), FORMED, DISSOLVED).when(dissolve).refused("work-team-dissolved");
        dissolving(DAY.minusDays(1), FORMED).when(dissolve).refused("out-of-order");
        dissolving(END, FORMED, NEVER).when(dissolve).refused("work-team-voided");
    }

    @Test
    void a_team_is_voided_with_its_dissolution_and_the_dissolution_alone() {
        Voided<WorkTeamEvent> goesOn = voided(1, DISSOLVED);
        given(FORMED, DISSOLVED).whenVoided(CommandFixture.givenId(0)).reliedOn("work-team-voided");
        given(FORMED, DISSOLVED)
                .whenVoidedWithFollowing(CommandFixture.givenId(0))
                .events(goesOn, NEVER);
        given(FORMED, DISSOLVED).whenVoided(CommandFixture.givenId(1)).events(goesOn);
        given(FORMED, NEVER).whenVoided(CommandFixture.givenId(0)).nothing();
        given(FORMED).whenVoided(new UUID(9, 9)).refused("event-not-found");
        dissolving(END.plusDays(1), FORMED, DISSOLVED, goesOn)
                .when(new DissolveWorkTeam(TEAM))
                .events(new WorkTeamDissolved(OF, END.plusDays(1)));
    }

    @Test
    void a_voided_team_is_formed_again_also_late() {
        dissolving(DAY, FORMED, NEVER).when(form(VILLAGE, WANG)).events(of(WANG));
        WorkTeamFormed early = new WorkTeamFormed(OF, List.of(ZHANG, WANG), LAUNCH);
        dissolving(LAUNCH, FORMED, DISSOLVED, voided(1, DISSOLVED), NEVER)
                .when(form(VILLAGE, ZHANG, WANG))
                .events(early);
    }

    @Test
    void members_are_corrected_also_after_the_dissolution_and_what_is_in_force_is_voided() {
        Corrected<WorkTeamEvent> once = corrected(FORMED, of(ZHANG));
        UUID formed = CommandFixture.givenId(0);
        given(FORMED).whenCorrected(formed, members(ZHANG)).events(once);
        given(FORMED, DISSOLVED).whenCorrected(formed, members(ZHANG)).events(once);
        given(FORMED, once).whenCorrected(formed, members(WANG)).events(corrected(of(ZHANG), of(WANG)));
        given(FORMED, once).whenVoided(formed).events(voided(0, of(ZHANG)));
    }

    @Test
    void a_team_was_in_another_village_and_was_dissolved_there() {
        Team there = new Team(TEAM, PROGRAMME, CITY, "530328202202");
        given(FORMED, DISSOLVED)
                .division("530328202202", "另一示例村")
                .whenCorrected(CommandFixture.givenId(0), """
                        {"villageCode": "530328202202"}""")
                .events(
                        corrected(FORMED, new WorkTeamFormed(there, List.of(ZHANG, WANG), DAY)),
                        new Corrected<WorkTeamEvent>(
                                CommandFixture.givenId(1),
                                DISSOLVED,
                                new WorkTeamDissolved(there, END),
                                CommandFixture.REASON,
                                null));
    }

    @Test
    void a_voided_correction_puts_the_members_back() {
        Corrected<WorkTeamEvent> once = corrected(FORMED, of(ZHANG));
        Voided<DomainEvent> back = new Voided<>(CommandFixture.givenId(1), once, CommandFixture.REASON, null);
        given(FORMED, once).whenVoided(CommandFixture.givenId(1)).events(back);
        given(FORMED, once, back)
                .whenCorrected(CommandFixture.givenId(0), members(WANG))
                .events(corrected(FORMED, of(WANG)));
    }

    @Test
    void the_same_members_again_change_nothing() {
        given(FORMED)
                .whenCorrected(CommandFixture.givenId(0), members(ZHANG, WANG))
                .nothing();
        given(FORMED, corrected(FORMED, of(ZHANG)))
                .whenCorrected(CommandFixture.givenId(0), members(ZHANG))
                .nothing();
    }

    @Test
    void refuses_to_correct_a_team_to_members_it_could_not_be_formed_of() {
        UUID formed = CommandFixture.givenId(0);
        CommandFixture team = given(FORMED);
        team.whenCorrected(formed, members()).refusedField("/changes/members");
        team.whenCorrected(formed, members(ZHANG, ZHANG)).refusedField("/changes/members/1");
        team.whenCorrected(formed, members(new UUID(3, 9))).refused("cadre-not-found");
        team.whenCorrected(formed, """
                {"occurredOn": "2012-02-10"}""").refusedField("/changes/occurredOn");
        WorkTeamFormed early = new WorkTeamFormed(OF, List.of(WANG), LAUNCH.minusDays(1));
        given(early).whenCorrected(formed, members(ZHANG)).refused("cadre-not-in-service");
        given(FORMED, NEVER).whenCorrected(formed, members(ZHANG)).refused("event-voided");
    }
}
