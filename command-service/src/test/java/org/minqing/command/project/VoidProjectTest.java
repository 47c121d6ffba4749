package org.minqing.command.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.project.Projects.ACCEPTED;
import static org.minqing.command.project.Projects.APPROVED;
import static org.minqing.command.project.Projects.AWARDED;
import static org.minqing.command.project.Projects.CANCELLED;
import static org.minqing.command.project.Projects.COMPLETED;
import static org.minqing.command.project.Projects.HALF;
import static org.minqing.command.project.Projects.LINE;
import static org.minqing.command.project.Projects.PROJECT;
import static org.minqing.command.project.Projects.PROPOSED;
import static org.minqing.command.project.Projects.PROPOSED_ON;
import static org.minqing.command.project.Projects.STARTED;
import static org.minqing.command.project.Projects.advanced;
import static org.minqing.command.project.Projects.benefit;
import static org.minqing.command.project.Projects.fixture;
import static org.minqing.command.project.Projects.line;
import static org.minqing.command.project.Projects.measured;
import static org.minqing.command.project.Projects.on;
import static org.minqing.command.project.Projects.text;
import static org.minqing.command.project.Projects.voided;
import static org.minqing.command.project.Projects.voiding;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Corrects;
import org.minqing.events.Voids;
import org.minqing.events.project.BeneficiaryKind;
import org.minqing.events.project.InvestmentStage;
import org.minqing.events.project.ProjectEvent;
import org.minqing.events.project.ProjectEvent.BeneficiariesRecorded;
import org.minqing.events.project.ProjectEvent.QuantityMeasured;
import org.minqing.events.project.ProjectItem;

/** A step, or a whole project, that never was. */
class VoidProjectTest {
    /** Everything there is, in the order in which it was entered. */
    private static final ProjectEvent[] STORY = {
        PROPOSED,
        line("100000"),
        APPROVED,
        AWARDED,
        on("2012-02-16").resolution(120, 118, null),
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
        fixture()
                .given(STORY)
                .when(voiding(null, null))
                .events(IntStream.iterate(STORY.length - 1, i -> i >= 0, i -> i - 1)
                        .mapToObj(i -> voided(i, STORY[i]))
                        .toArray(ProjectEvent[]::new));
    }

    @Test
    void a_void_names_its_target_and_keeps_what_was_in_force_and_its_day() {
        for (int i = 0; i < STORY.length; i++) {
            ProjectEvent never = of(i);
            Voids<?> said = (Voids<?>) never;
            assertThat(said.target()).isEqualTo(CommandFixture.givenId(i));
            assertThat(said.before()).isEqualTo(STORY[i]);
            assertThat(said.reason()).isEqualTo(text("误录"));
            assertThat(said.reasonCode()).isEqualTo("DUPLICATE");
            assertThat(never.occurredOn()).isEqualTo(STORY[i].occurredOn());
            assertThat(never.division()).isEqualTo(STORY[i].division());
        }
    }

    @Test
    void a_correction_names_its_target_and_keeps_both_and_the_day() {
        UUID id = CommandFixture.givenId(1);
        Correction why = new Correction(text("误录"), "DUPLICATE");
        said(why.of(id, PROPOSED, PROPOSED), id, PROPOSED, PROPOSED);
        said(why.of(line("1"), line("2")), LINE, line("1"), line("2"));
        ProjectEvent few = measured(id, ProjectItem.PIPE, "1", "m");
        ProjectEvent more = measured(id, ProjectItem.PIPE, "2", "m");
        said(why.of((QuantityMeasured) few, (QuantityMeasured) more), id, few, more);
        ProjectEvent some = benefit(id, BeneficiaryKind.PERSONS, "1", false);
        ProjectEvent others = benefit(id, BeneficiaryKind.SCHOOL, "2", true);
        said(why.of((BeneficiariesRecorded) some, (BeneficiariesRecorded) others), id, some, others);
    }

    private static void said(Corrects<?> said, UUID target, ProjectEvent before, ProjectEvent after) {
        assertThat(said.target()).isEqualTo(target);
        assertThat(said.before()).isEqualTo(before);
        assertThat(said.after()).isEqualTo(after);
        assertThat(((ProjectEvent) said).occurredOn()).isEqualTo(before.occurredOn());
    }

    @Test
    void voids_a_step_and_what_came_of_it() {
        // a resolution stands on no contract, and what was invested, measured and counted stands by itself
        fixture()
                .given(STORY)
                .when(voiding(CommandFixture.givenId(3), AWARDED.occurredOn()))
                .events(of(11), of(10), of(7), of(5), of(3));
        fixture().given(STORY).when(voiding(CommandFixture.givenId(11), null)).events(of(11));
    }

    @Test
    void a_report_a_resolution_and_a_quantity_are_voided_alone() {
        for (int each : new int[] {4, 6, 7, 9}) {
            fixture()
                    .given(STORY)
                    .when(voiding(CommandFixture.givenId(each), null))
                    .events(of(each));
        }
    }

    @Test
    void a_line_goes_with_its_advances() {
        fixture().given(STORY).when(voiding(CommandFixture.givenId(1), null)).events(of(8), of(1));
        fixture().given(STORY).when(voiding(CommandFixture.givenId(8), null)).events(of(8));
    }

    @Test
    void a_voided_cancellation_lets_the_project_go_on() {
        fixture()
                .given(PROPOSED, CANCELLED)
                .when(voiding(CommandFixture.givenId(1), null))
                .events(voided(1, CANCELLED));
        fixture()
                .given(PROPOSED, CANCELLED, voided(1, CANCELLED))
                .when(new ApproveProject(PROJECT, null, null, "曲农发〔2012〕1号", APPROVED.occurredOn()))
                .events(APPROVED);
    }

    @Test
    void a_voided_step_can_be_taken_again_on_an_earlier_day() {
        fixture()
                .given(PROPOSED, APPROVED, STARTED, voided(2, STARTED))
                .when(new StartWork(PROJECT, null, null, APPROVED.occurredOn()))
                .events(new Next(PROPOSED, APPROVED.occurredOn()).start());
    }

    @Test
    void voiding_again_changes_nothing() {
        fixture().given(PROPOSED, voided(0, PROPOSED)).when(voiding(null, null)).nothing();
        fixture()
                .given(PROPOSED, APPROVED, voided(1, APPROVED))
                .when(voiding(CommandFixture.givenId(1), null))
                .nothing();
    }

    @Test
    void refuses_to_void_a_step_nobody_knows() {
        fixture().given(PROPOSED).when(voiding(new UUID(9, 9), null)).refused("project-step-not-found");
    }

    @Test
    void takes_the_day_of_what_is_voided_and_no_other() {
        fixture().given(STORY[0]).when(voiding(null, PROPOSED_ON)).events(of(0));
        LocalDate other = PROPOSED_ON.plusDays(1);
        fixture().given(Arrays.copyOf(STORY, 3)).when(voiding(null, other)).refusedField("/occurredOn");
    }

    private static ProjectEvent of(int ordinal) {
        return voided(ordinal, STORY[ordinal]);
    }
}
