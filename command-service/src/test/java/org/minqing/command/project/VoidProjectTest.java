package org.minqing.command.project;

import static org.minqing.command.project.Projects.ACCEPTED;
import static org.minqing.command.project.Projects.APPROVED;
import static org.minqing.command.project.Projects.AWARDED;
import static org.minqing.command.project.Projects.CANCELLED;
import static org.minqing.command.project.Projects.COMPLETED;
import static org.minqing.command.project.Projects.HALF;
import static org.minqing.command.project.Projects.OF;
import static org.minqing.command.project.Projects.PROJECT;
import static org.minqing.command.project.Projects.PROPOSED;
import static org.minqing.command.project.Projects.STARTED;
import static org.minqing.command.project.Projects.advanced;
import static org.minqing.command.project.Projects.benefit;
import static org.minqing.command.project.Projects.fixture;
import static org.minqing.command.project.Projects.line;
import static org.minqing.command.project.Projects.measured;
import static org.minqing.command.project.Projects.resolved;
import static org.minqing.command.project.Projects.voided;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.project.ProjectCommand.ApproveProject;
import org.minqing.command.project.ProjectCommand.StartWork;
import org.minqing.events.DomainEvent;
import org.minqing.events.project.BeneficiaryKind;
import org.minqing.events.project.InvestmentStage;
import org.minqing.events.project.ProjectEvent;
import org.minqing.events.project.ProjectEvent.WorkStarted;
import org.minqing.events.project.ProjectItem;

/** A step, or a whole project, that never was. */
class VoidProjectTest {
    /** Everything there is, in the order in which it was entered. */
    private static final ProjectEvent[] STORY = {
        PROPOSED,
        line("100000"),
        APPROVED,
        resolved("2012-02-12", 120, 118, null),
        AWARDED,
        STARTED,
        measured(CommandFixture.givenId(6), ProjectItem.PIPE, "2400", "m"),
        HALF,
        advanced("2012-03-10", InvestmentStage.APPROVED, InvestmentStage.PAID),
        benefit(CommandFixture.givenId(9), BeneficiaryKind.PERSONS, "800", false),
        COMPLETED,
        ACCEPTED
    };

    @Test
    void voids_a_project_with_all_that_was_entered_the_last_first() {
        fixture().given(STORY).whenVoided(CommandFixture.givenId(0)).refused("relied-on");
        fixture()
                .given(STORY)
                .whenVoidedWithFollowing(CommandFixture.givenId(0))
                .events(IntStream.iterate(STORY.length - 1, i -> i >= 0, i -> i - 1)
                        .mapToObj(VoidProjectTest::of)
                        .toArray(DomainEvent[]::new));
    }

    @Test
    void voids_a_step_and_what_came_of_it() {
        // what was invested, measured and counted stands by itself
        fixture()
                .given(STORY)
                .whenVoided(CommandFixture.givenId(5))
                .reliedOn("work-not-started", "work-not-started", "work-not-completed");
        fixture()
                .given(STORY)
                .whenVoidedWithFollowing(CommandFixture.givenId(5))
                .events(of(11), of(10), of(7), of(5));
        fixture().given(STORY).whenVoided(CommandFixture.givenId(11)).events(of(11));
    }

    @Test
    void an_approval_goes_with_contract_and_work_but_not_with_the_resolution() {
        fixture()
                .given(STORY)
                .whenVoidedWithFollowing(CommandFixture.givenId(2))
                .events(of(11), of(10), of(7), of(5), of(4), of(2));
    }

    @Test
    void work_goes_on_without_the_contract() {
        fixture().given(STORY).whenVoided(CommandFixture.givenId(4)).events(of(4));
    }

    @Test
    void a_report_a_resolution_and_a_quantity_are_voided_alone() {
        for (int each : new int[] {3, 6, 7, 9}) {
            fixture().given(STORY).whenVoided(CommandFixture.givenId(each)).events(of(each));
        }
    }

    @Test
    void a_line_goes_with_its_advances() {
        fixture().given(STORY).whenVoided(CommandFixture.givenId(1)).reliedOn("investment-line-not-found");
        fixture()
                .given(STORY)
                .whenVoidedWithFollowing(CommandFixture.givenId(1))
                .events(of(8), of(1));
        fixture().given(STORY).whenVoided(CommandFixture.givenId(8)).events(of(8));
    }

    @Test
    void a_voided_cancellation_lets_the_project_go_on() {
        fixture()
                .given(PROPOSED, CANCELLED)
                .whenVoided(CommandFixture.givenId(1))
                .events(voided(1, CANCELLED));
        fixture()
                .given(PROPOSED, CANCELLED, voided(1, CANCELLED))
                .on(APPROVED.occurredOn())
                .when(new ApproveProject(PROJECT, "曲农发〔2012〕1号"))
                .events(APPROVED);
    }

    @Test
    void a_voided_step_can_be_taken_again_on_an_earlier_day() {
        fixture()
                .given(PROPOSED, APPROVED, STARTED, voided(2, STARTED))
                .on(APPROVED.occurredOn())
                .when(new StartWork(PROJECT))
                .events(new WorkStarted(OF, APPROVED.occurredOn()));
    }

    @Test
    void voiding_again_changes_nothing() {
        fixture()
                .given(PROPOSED, voided(0, PROPOSED))
                .whenVoided(CommandFixture.givenId(0))
                .nothing();
        fixture()
                .given(PROPOSED, APPROVED, voided(1, APPROVED))
                .whenVoided(CommandFixture.givenId(1))
                .nothing();
    }

    @Test
    void refuses_to_void_a_step_nobody_knows() {
        fixture().given(PROPOSED).whenVoided(new UUID(9, 9)).refused("event-not-found");
    }

    private static DomainEvent of(int ordinal) {
        return voided(ordinal, STORY[ordinal]);
    }
}
