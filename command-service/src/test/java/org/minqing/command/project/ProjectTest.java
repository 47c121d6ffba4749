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
import static org.minqing.command.project.Projects.PROGRAMME;
import static org.minqing.command.project.Projects.PROJECT;
import static org.minqing.command.project.Projects.PROPOSED;
import static org.minqing.command.project.Projects.PROPOSED_ON;
import static org.minqing.command.project.Projects.SHUITIAN;
import static org.minqing.command.project.Projects.STARTED;
import static org.minqing.command.project.Projects.fixture;
import static org.minqing.command.project.Projects.on;
import static org.minqing.command.project.Projects.text;
import static org.minqing.command.project.Projects.voided;
import static org.minqing.command.project.Projects.yuan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.TestSealed;
import org.minqing.events.organisation.OrganisationEvent;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.project.Contractor;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.project.ProjectKind;

/** From proposal to acceptance. */
class ProjectTest {
    private static final UUID CONCERN = new UUID(5, 1);
    private static final UUID OTHER = new UUID(9, 9);

    @Test
    void proposes_a_project_for_a_village_in_its_programme() {
        fixture().when(propose(null, null, PROPOSED_ON, SHUITIAN, "七、八组人畜饮水")).events(PROPOSED);
    }

    @Test
    void a_project_named_by_nobody_gets_an_id_of_its_own() {
        CommandFixture fixture = fixture();
        assertThat(fixture.when(new ProposeProject(
                                null, null, null, null, "T3", ProjectKind.ROAD, "硬化道路", SHUITIAN, null, null, null))
                        .only(ProjectProposed.class))
                .isEqualTo(new ProjectProposed(
                        fixture.madeId(),
                        PROGRAMME,
                        CITY,
                        SHUITIAN,
                        null,
                        "T3",
                        ProjectKind.ROAD,
                        "硬化道路",
                        null,
                        null,
                        CommandFixture.TODAY));
    }

    @Test
    void a_project_that_answers_a_concern_belongs_where_the_concern_does() {
        ProjectProposed concern = new ProjectProposed(
                CONCERN, PROGRAMME, OTHER, SHUITIAN, null, null, ProjectKind.OTHER, "缺水", null, null, LAUNCH);
        ProjectProposed proposed = fixture()
                .known("Organisation", OTHER, organisation())
                .known("Concern", CONCERN, concern)
                .when(propose(null, CONCERN, PROPOSED_ON, SHUITIAN, "饮水"))
                .only(ProjectProposed.class);
        assertThat(proposed.organisationId()).isEqualTo(OTHER);
        assertThat(proposed.concernId()).isEqualTo(CONCERN);
    }

    @Test
    void refuses_a_concern_nobody_knows() {
        fixture().when(propose(null, CONCERN, PROPOSED_ON, SHUITIAN, "饮水")).refused("concern-not-found");
    }

    @Test
    void refuses_to_propose_a_project_twice() {
        fixture()
                .given(PROPOSED)
                .when(propose(null, null, PROPOSED_ON, SHUITIAN, "饮水"))
                .refused("already-exists");
    }

    @Test
    void refuses_a_project_without_a_name() {
        fixture().when(propose(null, null, PROPOSED_ON, SHUITIAN, " ")).refusedField("/name");
    }

    @Test
    void refuses_a_project_of_a_township() {
        fixture()
                .division("530328202", "播乐乡")
                .when(propose(null, null, PROPOSED_ON, "530328202", "饮水"))
                .refusedField("/villageCode");
    }

    @Test
    void refuses_a_project_before_its_programme_was_launched() {
        fixture()
                .when(propose(PROGRAMME, null, LAUNCH.minusDays(1), SHUITIAN, "饮水"))
                .refused("programme-not-in-force");
    }

    @Test
    void refuses_a_project_proposed_in_the_future() {
        fixture()
                .when(propose(null, null, CommandFixture.TODAY.plusDays(1), SHUITIAN, "饮水"))
                .refusedField("/occurredOn");
    }

    @Test
    void a_voided_project_may_be_proposed_again() {
        fixture()
                .given(PROPOSED, voided(0, PROPOSED))
                .when(propose(null, null, PROPOSED_ON, SHUITIAN, "七、八组人畜饮水"))
                .events(PROPOSED);
    }

    @Test
    void villagers_resolve_before_and_after_the_approval() {
        var resolve = new RecordVillagersResolution(PROJECT, null, null, 120, 118, text("同意"), day("2012-02-12"));
        var resolved = on("2012-02-12").resolution(120, 118, text("同意"));
        fixture().given(PROPOSED).when(resolve).events(resolved);
        fixture().given(PROPOSED, APPROVED).when(resolve).events(resolved);
        fixture().given(PROPOSED, resolved).when(resolve).nothing();
        fixture().given(PROPOSED, APPROVED, STARTED).when(resolve).refused("project-past-this-step");
    }

    @Test
    void refuses_more_villagers_in_favour_than_took_part() {
        fixture()
                .given(PROPOSED)
                .when(new RecordVillagersResolution(PROJECT, null, null, 10, 11, null, null))
                .refusedField("/inFavour", "more-than-took-part");
    }

    @Test
    void approves_what_was_proposed_once() {
        var approve = new ApproveProject(PROJECT, null, null, "曲农发〔2012〕1号", day("2012-02-10"));
        fixture().given(PROPOSED).when(approve).events(APPROVED);
        fixture().given(PROPOSED, APPROVED).when(approve).nothing();
        fixture().given(PROPOSED, APPROVED, STARTED).when(approve).refused("project-past-this-step");
        fixture().given(PROPOSED, CANCELLED).when(approve).refused("project-cancelled");
    }

    @Test
    void awards_the_contract_of_an_approved_project_once() {
        UUID person = new UUID(4, 1);
        var name = TestSealed.sealed("person:" + person, "示例施工队");
        var award = new AwardContract(
                PROJECT, null, null, new ContractorInput(person, name), yuan("41000"), "HT-1", day("2012-02-15"));
        var awarded = on("2012-02-15").award(new Contractor(person, name), yuan("41000"), "HT-1");
        fixture().given(PROPOSED, APPROVED).when(award).events(awarded);
        fixture().given(PROPOSED, APPROVED, awarded).when(award).nothing();
        fixture().given(PROPOSED, APPROVED, AWARDED).when(award).refused("project-past-this-step");
        fixture().given(PROPOSED).when(award).refused("project-not-approved");
    }

    @Test
    void refuses_a_contract_for_no_money() {
        fixture()
                .given(PROPOSED, APPROVED)
                .when(new AwardContract(PROJECT, null, null, null, yuan("0"), null, null))
                .refusedField("/price/amount");
    }

    @Test
    void work_starts_with_a_contract_or_without_one() {
        var start = new StartWork(PROJECT, null, null, day("2012-02-20"));
        fixture().given(PROPOSED, APPROVED).when(start).events(STARTED);
        fixture().given(PROPOSED, APPROVED, AWARDED).when(start).events(STARTED);
        fixture().given(PROPOSED, APPROVED, STARTED).when(start).nothing();
        fixture().given(PROPOSED).when(start).refused("project-not-approved");
        fixture().given(PROPOSED, APPROVED, STARTED, COMPLETED).when(start).refused("project-past-this-step");
    }

    @Test
    void progress_is_reported_while_work_goes_on() {
        var report = new ReportProgress(PROJECT, null, null, 50, null, day("2012-03-01"));
        fixture().given(PROPOSED, APPROVED, STARTED).when(report).events(HALF);
        fixture().given(PROPOSED, APPROVED, STARTED, HALF).when(report).nothing();
        fixture().given(PROPOSED, APPROVED).when(report).refused("work-not-started");
        fixture().given(PROPOSED, APPROVED, STARTED, COMPLETED).when(report).refused("project-past-this-step");
    }

    @Test
    void refuses_more_than_the_whole_as_progress() {
        fixture()
                .given(PROPOSED, APPROVED, STARTED)
                .when(new ReportProgress(PROJECT, null, null, 101, null, null))
                .refusedField("/percent");
    }

    @Test
    void work_that_started_is_completed_once() {
        var complete = new CompleteWork(PROJECT, null, null, day("2012-04-01"));
        fixture().given(PROPOSED, APPROVED, STARTED, HALF).when(complete).events(COMPLETED);
        fixture().given(PROPOSED, APPROVED, STARTED, COMPLETED).when(complete).nothing();
        fixture().given(PROPOSED, APPROVED, AWARDED).when(complete).refused("work-not-started");
        fixture()
                .given(PROPOSED, APPROVED, STARTED, COMPLETED, ACCEPTED)
                .when(complete)
                .refused("project-past-this-step");
    }

    @Test
    void completed_work_is_accepted_once() {
        var accept = new AcceptProject(PROJECT, null, null, null, day("2012-05-01"));
        fixture().given(PROPOSED, APPROVED, STARTED, COMPLETED).when(accept).events(ACCEPTED);
        fixture()
                .given(PROPOSED, APPROVED, STARTED, COMPLETED, ACCEPTED)
                .when(accept)
                .nothing();
        fixture().given(PROPOSED, APPROVED, STARTED).when(accept).refused("work-not-completed");
    }

    @Test
    void a_project_is_cancelled_until_its_work_is_completed() {
        var cancel = new CancelProject(PROJECT, null, null, null, null, day("2012-04-01"));
        fixture().given(PROPOSED).when(cancel).events(CANCELLED);
        fixture().given(PROPOSED, APPROVED, STARTED, HALF).when(cancel).events(CANCELLED);
        fixture().given(PROPOSED, CANCELLED).when(cancel).nothing();
        fixture().given(PROPOSED, APPROVED, STARTED, COMPLETED).when(cancel).refused("project-past-this-step");
    }

    @Test
    void the_day_of_a_step_never_goes_backwards() {
        fixture()
                .given(PROPOSED, APPROVED)
                .when(new StartWork(PROJECT, null, null, day("2012-02-09")))
                .refused("out-of-order");
        fixture()
                .given(PROPOSED, APPROVED, STARTED, HALF)
                .when(new CompleteWork(PROJECT, null, null, day("2012-02-29")))
                .refused("out-of-order");
    }

    @Test
    void refuses_a_step_for_another_programme_or_organisation() {
        fixture()
                .given(PROPOSED)
                .when(new ApproveProject(PROJECT, OTHER, null, null, null))
                .refusedField("/programmeId");
        fixture()
                .given(PROPOSED)
                .when(new ApproveProject(PROJECT, null, OTHER, null, null))
                .refusedField("/organisationId");
    }

    @Test
    void refuses_every_step_of_a_voided_project() {
        fixture()
                .given(PROPOSED, voided(0, PROPOSED))
                .when(new ApproveProject(PROJECT, null, null, null, null))
                .refused("project-voided");
    }

    @Test
    void corrects_what_was_proposed_and_keeps_the_rest() {
        ProjectProposed after = named(PROPOSED, ProjectKind.WATER, "小庄子村人畜饮水");
        fixture()
                .given(PROPOSED, APPROVED)
                .when(correct(null, "小庄子村人畜饮水", null))
                .events(new Correction(text("名称有误"), null).of(CommandFixture.givenId(0), PROPOSED, after));
    }

    @Test
    void corrections_of_a_project_stack() {
        ProjectProposed first = named(PROPOSED, ProjectKind.WATER, "饮水");
        ProjectProposed second = named(PROPOSED, ProjectKind.OTHER, "饮水");
        Correction why = new Correction(text("名称有误"), null);
        fixture()
                .given(PROPOSED, why.of(CommandFixture.givenId(0), PROPOSED, first))
                .when(correct(ProjectKind.OTHER, null, PROPOSED_ON))
                .events(why.of(CommandFixture.givenId(0), first, second));
    }

    @Test
    void a_correction_that_changes_nothing_changes_nothing() {
        fixture().given(PROPOSED).when(correct(ProjectKind.WATER, null, null)).nothing();
    }

    @Test
    void refuses_a_correction_on_another_day_and_of_a_voided_project() {
        fixture().given(PROPOSED).when(correct(null, "饮水", LAUNCH)).refusedField("/occurredOn");
        fixture()
                .given(PROPOSED, voided(0, PROPOSED))
                .when(correct(null, "饮水", null))
                .refused("project-voided");
    }

    private static ProjectProposed named(ProjectProposed p, ProjectKind kind, String name) {
        return new ProjectProposed(
                p.projectId(),
                p.programmeId(),
                p.organisationId(),
                p.villageId(),
                p.officeId(),
                p.taskCode(),
                kind,
                name,
                p.site(),
                p.concernId(),
                p.occurredOn());
    }

    private static CorrectProject correct(@Nullable ProjectKind kind, @Nullable String name, @Nullable LocalDate day) {
        return new CorrectProject(PROJECT, null, null, kind, name, null, null, text("名称有误"), null, day);
    }

    private static ProposeProject propose(
            @Nullable UUID programme, @Nullable UUID concern, LocalDate day, String village, String name) {
        return new ProposeProject(
                PROJECT, programme, null, null, null, ProjectKind.WATER, name, village, "小庄子村", concern, day);
    }

    private static OrganisationEvent organisation() {
        return new OrganisationRegistered(OTHER, "530328202", "播乐乡人民政府", null, null, LAUNCH);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
