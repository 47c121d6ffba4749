package org.minqing.command.project;

import static org.minqing.command.project.Projects.CANCELLED;
import static org.minqing.command.project.Projects.DAY;
import static org.minqing.command.project.Projects.LINE;
import static org.minqing.command.project.Projects.PROJECT;
import static org.minqing.command.project.Projects.PROPOSED;
import static org.minqing.command.project.Projects.PROPOSED_ON;
import static org.minqing.command.project.Projects.advanced;
import static org.minqing.command.project.Projects.fixture;
import static org.minqing.command.project.Projects.line;
import static org.minqing.command.project.Projects.text;
import static org.minqing.command.project.Projects.voided;
import static org.minqing.command.project.Projects.yuan;
import static org.minqing.events.project.InvestmentSource.DEPARTMENTS;
import static org.minqing.events.project.InvestmentSource.KEY_VILLAGE;
import static org.minqing.events.project.InvestmentStage.APPROVED;
import static org.minqing.events.project.InvestmentStage.PAID;
import static org.minqing.events.project.InvestmentStage.SETTLED;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.project.InvestmentSource;
import org.minqing.events.project.InvestmentStage;
import org.minqing.events.project.ProjectEvent;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;

/** Lines of investment: approved, paid, settled. */
class InvestmentTest {
    private static final InvestmentLineAdded ADDED = line("100000");
    private static final ProjectEvent PAID_OUT = advanced("2012-03-10", APPROVED, PAID);
    private static final ProjectEvent SETTLED_UP = advanced("2012-04-10", PAID, SETTLED);

    @Test
    void adds_a_line_for_money_approved() {
        CommandFixture fixture = fixture();
        fixture.given(PROPOSED).when(add("100000", DAY)).events(line(fixture.eventId(0), KEY_VILLAGE, "100000"));
    }

    @Test
    void two_lines_of_one_source_are_two() {
        CommandFixture fixture = fixture();
        fixture.given(PROPOSED, ADDED).when(add("100000", DAY)).events(line(fixture.eventId(0), KEY_VILLAGE, "100000"));
    }

    @Test
    void refuses_a_line_of_no_money() {
        fixture().given(PROPOSED).when(add("0", DAY)).refusedField("/money/amount");
    }

    @Test
    void refuses_a_line_before_the_project_was_proposed() {
        fixture().given(PROPOSED).when(add("1", PROPOSED_ON.minusDays(1))).refused("out-of-order");
    }

    @Test
    void refuses_a_line_after_the_project_was_cancelled_but_takes_an_earlier_one() {
        CommandFixture fixture = fixture();
        fixture.given(PROPOSED, CANCELLED)
                .when(add("100000", DAY))
                .events(line(fixture.eventId(0), KEY_VILLAGE, "100000"));
        fixture()
                .given(PROPOSED, CANCELLED)
                .when(add("100000", CANCELLED.occurredOn().plusDays(1)))
                .refused("project-cancelled");
    }

    @Test
    void refuses_a_task_nobody_knows() {
        fixture()
                .given(PROPOSED)
                .when(new AddInvestmentLine(PROJECT, null, null, null, "T9", KEY_VILLAGE, yuan("1"), DAY))
                .refusedField("/taskCode");
    }

    @Test
    void a_line_is_paid_and_then_settled() {
        fixture().given(PROPOSED, ADDED).when(advance(PAID, "2012-03-10")).events(PAID_OUT);
        fixture()
                .given(PROPOSED, ADDED, PAID_OUT)
                .when(advance(SETTLED, "2012-04-10"))
                .events(SETTLED_UP);
    }

    @Test
    void a_line_that_is_at_the_stage_stays_there() {
        fixture().given(PROPOSED, ADDED).when(advance(APPROVED, null)).nothing();
        fixture().given(PROPOSED, ADDED, PAID_OUT).when(advance(PAID, null)).nothing();
    }

    @Test
    void refuses_to_skip_a_stage_or_to_go_back() {
        fixture().given(PROPOSED, ADDED).when(advance(SETTLED, null)).refused("not-the-next-stage");
        fixture().given(PROPOSED, ADDED, PAID_OUT).when(advance(APPROVED, null)).refused("not-the-next-stage");
    }

    @Test
    void the_day_of_a_line_never_goes_backwards() {
        fixture().given(PROPOSED, ADDED).when(advance(PAID, "2012-02-29")).refused("out-of-order");
        fixture()
                .given(PROPOSED, ADDED, PAID_OUT)
                .when(advance(SETTLED, "2012-03-09"))
                .refused("out-of-order");
    }

    @Test
    void money_of_a_cancelled_project_is_still_paid_and_settled() {
        fixture()
                .given(PROPOSED, ADDED, CANCELLED, PAID_OUT)
                .when(advance(SETTLED, "2012-04-10"))
                .events(SETTLED_UP);
    }

    @Test
    void refuses_to_advance_correct_or_void_a_line_nobody_knows() {
        fixture().given(PROPOSED).when(advance(PAID, null)).refused("investment-line-not-found");
        fixture().given(PROPOSED).when(correct(null, "1", null)).refused("investment-line-not-found");
        fixture().given(PROPOSED).when(voiding(null, null)).refused("investment-line-not-found");
    }

    @Test
    void corrects_money_and_source_on_the_day_of_the_line() {
        fixture()
                .given(PROPOSED, ADDED, PAID_OUT)
                .when(correct(DEPARTMENTS, "120000", DAY))
                .events(why().of(ADDED, line(LINE, DEPARTMENTS, "120000")));
    }

    @Test
    void corrections_of_a_line_stack() {
        InvestmentLineAdded first = line(LINE, DEPARTMENTS, "100000");
        fixture()
                .given(PROPOSED, ADDED, why().of(ADDED, first))
                .when(correct(null, "120000", null))
                .events(why().of(first, line(LINE, DEPARTMENTS, "120000")));
    }

    @Test
    void a_line_corrected_to_what_it_is_changes_nothing() {
        fixture()
                .given(PROPOSED, ADDED)
                .when(correct(KEY_VILLAGE, "100000", null))
                .nothing();
    }

    @Test
    void refuses_to_correct_a_line_to_no_money_or_on_another_day() {
        fixture().given(PROPOSED, ADDED).when(correct(null, "0", null)).refusedField("/money/amount");
        fixture()
                .given(PROPOSED, ADDED)
                .when(correct(null, "1", DAY.plusDays(1)))
                .refusedField("/occurredOn");
    }

    @Test
    void voids_a_line_with_its_advances_the_last_first() {
        fixture()
                .given(PROPOSED, ADDED, PAID_OUT, SETTLED_UP)
                .when(voiding(null, DAY))
                .events(voided(3, SETTLED_UP), voided(2, PAID_OUT), voided(1, ADDED));
    }

    @Test
    void voids_a_corrected_line_as_it_was_in_force() {
        InvestmentLineAdded after = line(LINE, DEPARTMENTS, "120000");
        fixture()
                .given(PROPOSED, ADDED, why().of(ADDED, after))
                .when(voiding(APPROVED, null))
                .events(voided(1, after));
    }

    @Test
    void voids_an_advance_and_those_after_it_but_not_the_line() {
        fixture()
                .given(PROPOSED, ADDED, PAID_OUT, SETTLED_UP)
                .when(voiding(PAID, PAID_OUT.occurredOn()))
                .events(voided(3, SETTLED_UP), voided(2, PAID_OUT));
        fixture()
                .given(PROPOSED, ADDED, PAID_OUT, SETTLED_UP)
                .when(voiding(SETTLED, null))
                .events(voided(3, SETTLED_UP));
    }

    @Test
    void leaves_the_advances_of_other_lines_alone() {
        UUID other = CommandFixture.givenId(2);
        InvestmentLineAdded second = line(other, DEPARTMENTS, "5");
        ProjectEvent paid = new Next(PROPOSED, LocalDate.of(2012, 3, 10)).advance(second, APPROVED, PAID);
        fixture()
                .given(PROPOSED, ADDED, second, PAID_OUT, paid)
                .when(voiding(null, null))
                .events(voided(3, PAID_OUT), voided(1, ADDED));
    }

    @Test
    void a_voided_advance_can_be_made_again_on_an_earlier_day() {
        fixture()
                .given(PROPOSED, ADDED, PAID_OUT, voided(2, PAID_OUT))
                .when(advance(PAID, "2012-03-05"))
                .events(advanced("2012-03-05", APPROVED, PAID));
    }

    @Test
    void voiding_again_changes_nothing() {
        fixture()
                .given(PROPOSED, ADDED, voided(1, ADDED))
                .when(voiding(null, null))
                .nothing();
        fixture()
                .given(PROPOSED, ADDED, PAID_OUT, voided(2, PAID_OUT))
                .when(voiding(PAID, null))
                .nothing();
    }

    @Test
    void refuses_to_void_a_stage_the_line_never_reached() {
        fixture().given(PROPOSED, ADDED).when(voiding(PAID, null)).refused("stage-not-reached");
    }

    @Test
    void refuses_to_void_on_another_day() {
        fixture().given(PROPOSED, ADDED).when(voiding(null, DAY.plusDays(1))).refusedField("/occurredOn");
    }

    private static Correction why() {
        return new Correction(text("误录"), "DUPLICATE");
    }

    private static AddInvestmentLine add(String yuan, LocalDate day) {
        return new AddInvestmentLine(PROJECT, null, null, null, null, KEY_VILLAGE, yuan(yuan), day);
    }

    private static AdvanceInvestmentLine advance(InvestmentStage stage, @Nullable String day) {
        return new AdvanceInvestmentLine(PROJECT, null, null, LINE, stage, day == null ? null : LocalDate.parse(day));
    }

    private static CorrectInvestmentLine correct(
            @Nullable InvestmentSource source, @Nullable String yuan, @Nullable LocalDate day) {
        return new CorrectInvestmentLine(
                PROJECT,
                null,
                null,
                null,
                null,
                LINE,
                source,
                yuan == null ? null : yuan(yuan),
                text("误录"),
                "DUPLICATE",
                day);
    }

    private static VoidInvestmentLine voiding(@Nullable InvestmentStage stage, @Nullable LocalDate day) {
        return new VoidInvestmentLine(PROJECT, null, null, LINE, stage, text("误录"), "DUPLICATE", day);
    }
}
