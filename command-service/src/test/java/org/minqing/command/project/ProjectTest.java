package org.minqing.command.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.project.Projects.ACCEPTED;
import static org.minqing.command.project.Projects.APPROVED;
import static org.minqing.command.project.Projects.AWARDED;
import static org.minqing.command.project.Projects.CANCELLED;
import static org.minqing.command.project.Projects.CITY;
import static org.minqing.command.project.Projects.COMPLETED;
import static org.minqing.command.project.Projects.HALF;
import static org.minqing.command.project.Projects.LAUNCH;
import static org.minqing.command.project.Projects.OF;
import static org.minqing.command.project.Projects.PROGRAMME;
import static org.minqing.command.project.Projects.PROJECT;
import static org.minqing.command.project.Projects.PROPOSED;
import static org.minqing.command.project.Projects.PROPOSED_ON;
import static org.minqing.command.project.Projects.SHUITIAN;
import static org.minqing.command.project.Projects.STARTED;
import static org.minqing.command.project.Projects.UNCLASSED;
import static org.minqing.command.project.Projects.corrected;
import static org.minqing.command.project.Projects.day;
import static org.minqing.command.project.Projects.fixture;
import static org.minqing.command.project.Projects.line;
import static org.minqing.command.project.Projects.resolved;
import static org.minqing.command.project.Projects.text;
import static org.minqing.command.project.Projects.voided;
import static org.minqing.command.project.Projects.yuan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.CommandFixture.Outcome;
import org.minqing.command.platform.TestSealed;
import org.minqing.command.platform.form.NameInput;
import org.minqing.command.project.ProjectCommand.AcceptProject;
import org.minqing.command.project.ProjectCommand.ApproveProject;
import org.minqing.command.project.ProjectCommand.AwardContract;
import org.minqing.command.project.ProjectCommand.CancelProject;
import org.minqing.command.project.ProjectCommand.CompleteWork;
import org.minqing.command.project.ProjectCommand.ProposeProject;
import org.minqing.command.project.ProjectCommand.RecordVillagersResolution;
import org.minqing.command.project.ProjectCommand.ReportProgress;
import org.minqing.command.project.ProjectCommand.StartWork;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Voided;
import org.minqing.events.organisation.OrganisationEvent;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.project.Contractor;
import org.minqing.events.project.InvestmentSource;
import org.minqing.events.project.ProjectEvent.Classification;
import org.minqing.events.project.ProjectEvent.ContractAwarded;
import org.minqing.events.project.ProjectEvent.Plan;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.project.ProjectEvent.Undertaking;
import org.minqing.events.project.ProjectKind;

/** From proposal to acceptance. */
class ProjectTest {
    private static final UUID CONCERN = new UUID(5, 1);
    private static final UUID OTHER = new UUID(9, 9);

    @Test
    void proposes_a_project_for_a_village_in_its_programme() {
        fixture()
                .on(PROPOSED_ON)
                .when(propose(null, null, SHUITIAN, "七、八组人畜饮水"))
                .events(PROPOSED);
    }

    @Test
    void a_project_named_by_nobody_gets_an_id_of_its_own() {
        CommandFixture fixture = fixture();
        assertThat(fixture.when(new ProposeProject(
                                null, null, null, null, "T3", ProjectKind.ROAD, "硬化道路", SHUITIAN, null, null))
                        .only(ProjectProposed.class))
                .isEqualTo(new ProjectProposed(
                        new Undertaking(fixture.madeId(), PROGRAMME, CITY, SHUITIAN),
                        new Classification(null, "T3"),
                        new Plan(ProjectKind.ROAD, "硬化道路", null, null),
                        CommandFixture.TODAY));
    }

    @Test
    void a_project_that_answers_a_concern_belongs_where_the_concern_does() {
        ProjectProposed concern = new ProjectProposed(
                new Undertaking(CONCERN, PROGRAMME, OTHER, SHUITIAN),
                new Classification(null, null),
                new Plan(ProjectKind.OTHER, "缺水", null, null),
                LAUNCH);
        ProjectProposed proposed = fixture()
                .known("Organisation", OTHER, organisation())
                .known("Concern", CONCERN, concern)
                .on(PROPOSED_ON)
                .when(propose(null, CONCERN, SHUITIAN, "饮水"))
                .only(ProjectProposed.class);
        assertThat(proposed.organisation()).isEqualTo(OTHER);
        assertThat(proposed.plan().concernId()).isEqualTo(CONCERN);
    }

    @Test
    void refuses_a_concern_that_never_was() {
        ProjectProposed concern = new ProjectProposed(
                new Undertaking(CONCERN, PROGRAMME, OTHER, SHUITIAN),
                new Classification(null, null),
                new Plan(ProjectKind.OTHER, "缺水", null, null),
                LAUNCH);
        fixture()
                .known("Organisation", OTHER, organisation())
                .known("Concern", CONCERN, concern, new Voided<>(CONCERN, concern, CommandFixture.REASON, null))
                .on(PROPOSED_ON)
                .when(propose(null, CONCERN, SHUITIAN, "饮水"))
                .refused("concern-voided");
    }

    @Test
    void refuses_a_concern_nobody_knows() {
        fixture().on(PROPOSED_ON).when(propose(null, CONCERN, SHUITIAN, "饮水")).refused("concern-not-found");
    }

    @Test
    void refuses_to_propose_a_project_twice() {
        fixture()
                .given(PROPOSED)
                .on(PROPOSED_ON)
                .when(propose(null, null, SHUITIAN, "饮水"))
                .refused("already-exists");
    }

    @Test
    void refuses_a_project_without_a_name() {
        fixture().on(PROPOSED_ON).when(propose(null, null, SHUITIAN, " ")).refusedField("/name");
    }

    @Test
    void refuses_a_project_of_a_township() {
        fixture()
                .division("530328202", "播乐乡")
                .on(PROPOSED_ON)
                .when(propose(null, null, "530328202", "饮水"))
                .refusedField("/villageCode");
    }

    @Test
    void refuses_a_project_before_its_programme_was_launched() {
        fixture()
                .on(LAUNCH.minusDays(1))
                .when(propose(PROGRAMME, null, SHUITIAN, "饮水"))
                .refused("programme-not-in-force");
    }

    @Test
    void refuses_a_project_proposed_in_the_future() {
        fixture()
                .on(CommandFixture.TODAY.plusDays(1))
                .when(propose(null, null, SHUITIAN, "饮水"))
                .refusedField("/occurredOn");
    }

    @Test
    void a_voided_project_may_be_proposed_again() {
        fixture()
                .given(PROPOSED, voided(0, PROPOSED))
                .on(PROPOSED_ON)
                .when(propose(null, null, SHUITIAN, "七、八组人畜饮水"))
                .events(PROPOSED);
    }

    @Test
    void villagers_resolve_before_and_after_the_approval() {
        var resolve = new RecordVillagersResolution(PROJECT, 120, 118, text("同意"));
        var resolved = resolved("2012-02-12", 120, 118, text("同意"));
        fixture().given(PROPOSED).on(day("2012-02-12")).when(resolve).events(resolved);
        fixture().given(PROPOSED, APPROVED).on(day("2012-02-12")).when(resolve).events(resolved);
        fixture().given(PROPOSED, resolved).on(day("2012-02-12")).when(resolve).nothing();
        fixture()
                .given(PROPOSED, APPROVED, STARTED)
                .on(day("2012-02-12"))
                .when(resolve)
                .refused("project-past-this-step");
    }

    @Test
    void refuses_more_villagers_in_favour_than_took_part() {
        fixture()
                .given(PROPOSED)
                .when(new RecordVillagersResolution(PROJECT, 10, 11, null))
                .refusedField("/inFavour", "more-than-took-part");
    }

    @Test
    void approves_what_was_proposed_once() {
        var approve = new ApproveProject(PROJECT, "曲农发〔2012〕1号");
        fixture().given(PROPOSED).on(day("2012-02-10")).when(approve).events(APPROVED);
        fixture().given(PROPOSED, APPROVED).on(day("2012-02-10")).when(approve).nothing();
        fixture()
                .given(PROPOSED, APPROVED, STARTED)
                .on(day("2012-02-10"))
                .when(approve)
                .refused("project-past-this-step");
        fixture().given(PROPOSED, CANCELLED).on(day("2012-02-10")).when(approve).refused("project-cancelled");
    }

    @Test
    void awards_the_contract_of_an_approved_project_once() {
        UUID person = new UUID(4, 1);
        var name = TestSealed.sealed("person:" + person, "示例施工队");
        var award = new AwardContract(PROJECT, new NameInput(person, name), yuan("41000"), "HT-1");
        var awarded = new ContractAwarded(OF, new Contractor(person, name), yuan("41000"), "HT-1", day("2012-02-15"));
        fixture().given(PROPOSED, APPROVED).on(day("2012-02-15")).when(award).events(awarded);
        fixture()
                .given(PROPOSED, APPROVED, awarded)
                .on(day("2012-02-15"))
                .when(award)
                .nothing();
        fixture()
                .given(PROPOSED, APPROVED, AWARDED)
                .on(day("2012-02-15"))
                .when(award)
                .refused("project-past-this-step");
        fixture().given(PROPOSED).on(day("2012-02-15")).when(award).refused("project-not-approved");
    }

    @Test
    void refuses_a_contract_for_no_money() {
        fixture()
                .given(PROPOSED, APPROVED)
                .when(new AwardContract(PROJECT, null, yuan("0"), null))
                .refusedField("/price/amount");
    }

    @Test
    void work_starts_with_a_contract_or_without_one() {
        var start = new StartWork(PROJECT);
        fixture().given(PROPOSED, APPROVED).on(day("2012-02-20")).when(start).events(STARTED);
        fixture()
                .given(PROPOSED, APPROVED, AWARDED)
                .on(day("2012-02-20"))
                .when(start)
                .events(STARTED);
        fixture()
                .given(PROPOSED, APPROVED, STARTED)
                .on(day("2012-02-20"))
                .when(start)
                .nothing();
        fixture().given(PROPOSED).on(day("2012-02-20")).when(start).refused("project-not-approved");
        fixture()
                .given(PROPOSED, APPROVED, STARTED, COMPLETED)
                .on(day("2012-02-20"))
                .when(start)
                .refused("project-past-this-step");
    }

    @Test
    void progress_is_reported_while_work_goes_on() {
        var report = new ReportProgress(PROJECT, 50, null);
        fixture()
                .given(PROPOSED, APPROVED, STARTED)
                .on(day("2012-03-01"))
                .when(report)
                .events(HALF);
        fixture()
                .given(PROPOSED, APPROVED, STARTED, HALF)
                .on(day("2012-03-01"))
                .when(report)
                .nothing();
        fixture().given(PROPOSED, APPROVED).on(day("2012-03-01")).when(report).refused("work-not-started");
        fixture()
                .given(PROPOSED, APPROVED, STARTED, COMPLETED)
                .on(day("2012-03-01"))
                .when(report)
                .refused("project-past-this-step");
    }

    @Test
    void refuses_more_than_the_whole_as_progress() {
        fixture()
                .given(PROPOSED, APPROVED, STARTED)
                .when(new ReportProgress(PROJECT, 101, null))
                .refusedField("/percent");
    }

    @Test
    void work_that_started_is_completed_once() {
        var complete = new CompleteWork(PROJECT);
        fixture()
                .given(PROPOSED, APPROVED, STARTED, HALF)
                .on(day("2012-04-01"))
                .when(complete)
                .events(COMPLETED);
        fixture()
                .given(PROPOSED, APPROVED, STARTED, COMPLETED)
                .on(day("2012-04-01"))
                .when(complete)
                .nothing();
        fixture()
                .given(PROPOSED, APPROVED, AWARDED)
                .on(day("2012-04-01"))
                .when(complete)
                .refused("work-not-started");
        fixture()
                .given(PROPOSED, APPROVED, STARTED, COMPLETED, ACCEPTED)
                .on(day("2012-04-01"))
                .when(complete)
                .refused("project-past-this-step");
    }

    @Test
    void completed_work_is_accepted_once() {
        var accept = new AcceptProject(PROJECT, null);
        fixture()
                .given(PROPOSED, APPROVED, STARTED, COMPLETED)
                .on(day("2012-05-01"))
                .when(accept)
                .events(ACCEPTED);
        fixture()
                .given(PROPOSED, APPROVED, STARTED, COMPLETED, ACCEPTED)
                .on(day("2012-05-01"))
                .when(accept)
                .nothing();
        fixture()
                .given(PROPOSED, APPROVED, STARTED)
                .on(day("2012-05-01"))
                .when(accept)
                .refused("work-not-completed");
    }

    @Test
    void a_project_is_cancelled_until_its_work_is_completed() {
        var cancel = new CancelProject(PROJECT);
        fixture().given(PROPOSED).on(day("2012-04-01")).when(cancel).events(CANCELLED);
        fixture()
                .given(PROPOSED, APPROVED, STARTED, HALF)
                .on(day("2012-04-01"))
                .when(cancel)
                .events(CANCELLED);
        fixture().given(PROPOSED, CANCELLED).on(day("2012-04-01")).when(cancel).nothing();
        fixture()
                .given(PROPOSED, APPROVED, STARTED, COMPLETED)
                .on(day("2012-04-01"))
                .when(cancel)
                .refused("project-past-this-step");
    }

    @Test
    void the_day_of_a_step_never_goes_backwards() {
        fixture()
                .given(PROPOSED, APPROVED)
                .on(day("2012-02-09"))
                .when(new StartWork(PROJECT))
                .refused("out-of-order");
        fixture()
                .given(PROPOSED, APPROVED, STARTED, HALF)
                .on(day("2012-02-29"))
                .when(new CompleteWork(PROJECT))
                .refused("out-of-order");
    }

    @Test
    void refuses_every_step_of_a_voided_project() {
        fixture()
                .given(PROPOSED, voided(0, PROPOSED))
                .when(new ApproveProject(PROJECT, null))
                .refused("project-voided");
    }

    @Test
    void corrects_what_was_proposed_and_keeps_the_rest() {
        correct("{\"name\": \"小庄子村人畜饮水\"}", PROPOSED, APPROVED)
                .events(corrected(0, PROPOSED, planned(ProjectKind.WATER, "小庄子村人畜饮水")));
    }

    @Test
    void corrections_of_a_project_stack() {
        ProjectProposed first = planned(ProjectKind.WATER, "饮水");
        correct("{\"kind\": \"OTHER\"}", PROPOSED, corrected(0, PROPOSED, first))
                .events(corrected(0, first, planned(ProjectKind.OTHER, "饮水")));
    }

    @Test
    void a_voided_correction_puts_back_what_was_proposed() {
        Corrected<?> correction = corrected(0, PROPOSED, planned(ProjectKind.WATER, "饮水"));
        Voided<?> back = new Voided<>(CommandFixture.givenId(1), correction, CommandFixture.REASON, null);
        fixture()
                .given(PROPOSED, correction, APPROVED)
                .whenVoided(CommandFixture.givenId(1))
                .events(back);
        correct("{\"kind\": \"OTHER\"}", PROPOSED, correction, back)
                .events(corrected(0, PROPOSED, planned(ProjectKind.OTHER, "七、八组人畜饮水")));
    }

    @Test
    void a_project_belongs_to_another_organisation_with_all_it_has() {
        String changes = "{\"organisationId\": \"" + OTHER + "\"}";
        assertThat(fixture()
                        .known("Organisation", OTHER, organisation())
                        .given(PROPOSED, APPROVED, line(CommandFixture.givenId(2), InvestmentSource.KEY_VILLAGE, "1"))
                        .whenCorrected(CommandFixture.givenId(0), changes)
                        .events())
                .hasSize(3)
                .allSatisfy(each ->
                        assertThat(((Corrected<?>) each).after().organisation()).isEqualTo(OTHER));
        ProjectProposed after = (ProjectProposed) fixture()
                .known("Organisation", OTHER, organisation())
                .given(PROPOSED)
                .whenCorrected(CommandFixture.givenId(0), changes)
                .only(Corrected.class)
                .after();
        assertThat(after.organisation()).isEqualTo(OTHER);
    }

    @Test
    void a_correction_that_changes_nothing_changes_nothing() {
        correct("{\"kind\": \"WATER\"}", PROPOSED).nothing();
    }

    @Test
    void refuses_a_correction_on_another_day_and_of_a_voided_project() {
        correct("{\"occurredOn\": \"2011-12-26\"}", PROPOSED).refusedField("/changes/occurredOn");
        correct("{\"name\": \"饮水\"}", PROPOSED, voided(0, PROPOSED)).refused("event-voided");
    }

    private static Outcome correct(String changes, DomainEvent... given) {
        return fixture().given(given).whenCorrected(CommandFixture.givenId(0), changes);
    }

    private static ProjectProposed planned(ProjectKind kind, String name) {
        return new ProjectProposed(OF, UNCLASSED, new Plan(kind, name, "小庄子村", null), PROPOSED_ON);
    }

    private static ProposeProject propose(
            @Nullable UUID programme, @Nullable UUID concern, String village, String name) {
        return new ProposeProject(
                PROJECT, programme, null, null, null, ProjectKind.WATER, name, village, "小庄子村", concern);
    }

    private static OrganisationEvent organisation() {
        return new OrganisationRegistered(new Seat(OTHER, "530328202"), "播乐乡人民政府", null, null, LAUNCH);
    }
}
