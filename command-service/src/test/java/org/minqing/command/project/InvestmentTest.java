package org.minqing.command.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.project.Projects.CANCELLED;
import static org.minqing.command.project.Projects.DAY;
import static org.minqing.command.project.Projects.LINE;
import static org.minqing.command.project.Projects.OF;
import static org.minqing.command.project.Projects.PROJECT;
import static org.minqing.command.project.Projects.PROPOSED;
import static org.minqing.command.project.Projects.PROPOSED_ON;
import static org.minqing.command.project.Projects.advanced;
import static org.minqing.command.project.Projects.corrected;
import static org.minqing.command.project.Projects.fixture;
import static org.minqing.command.project.Projects.line;
import static org.minqing.command.project.Projects.voided;
import static org.minqing.command.project.Projects.yuan;
import static org.minqing.events.project.InvestmentSource.DEPARTMENTS;
import static org.minqing.events.project.InvestmentSource.KEY_VILLAGE;
import static org.minqing.events.project.InvestmentStage.APPROVED;
import static org.minqing.events.project.InvestmentStage.PAID;
import static org.minqing.events.project.InvestmentStage.SETTLED;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.CommandFixture.Outcome;
import org.minqing.command.project.ProjectCommand.AddInvestmentLine;
import org.minqing.command.project.ProjectCommand.AdvanceInvestmentLine;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Voided;
import org.minqing.events.project.InvestmentSource;
import org.minqing.events.project.InvestmentStage;
import org.minqing.events.project.ProjectEvent;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdvanced;

/** Lines of investment: approved, paid, settled. */
class InvestmentTest {
    private static final InvestmentLineAdded ADDED = line("100000");
    private static final ProjectEvent PAID_OUT = advanced("2012-03-10", APPROVED, PAID);
    private static final ProjectEvent SETTLED_UP = advanced("2012-04-10", PAID, SETTLED);

    @Test
    void adds_a_line_for_money_approved() {
        CommandFixture fixture = fixture();
        fixture.given(PROPOSED).on(DAY).when(add("100000")).events(line(fixture.eventId(0), KEY_VILLAGE, "100000"));
    }

    @Test
    void two_lines_of_one_source_are_two() {
        CommandFixture fixture = fixture();
        fixture.given(PROPOSED, ADDED)
                .on(DAY)
                .when(add("100000"))
                .events(line(fixture.eventId(0), KEY_VILLAGE, "100000"));
    }

    @Test
    void refuses_a_line_of_no_money() {
        fixture().given(PROPOSED).on(DAY).when(add("0")).refusedField("/money/amount");
    }

    @Test
    void refuses_a_line_before_the_project_was_proposed() {
        fixture().given(PROPOSED).on(PROPOSED_ON.minusDays(1)).when(add("1")).refused("out-of-order");
    }

    @Test
    void refuses_a_line_after_the_project_was_cancelled_but_takes_an_earlier_one() {
        CommandFixture fixture = fixture();
        fixture.given(PROPOSED, CANCELLED)
                .on(DAY)
                .when(add("100000"))
                .events(line(fixture.eventId(0), KEY_VILLAGE, "100000"));
        fixture()
                .given(PROPOSED, CANCELLED)
                .on(CANCELLED.occurredOn().plusDays(1))
                .when(add("100000"))
                .refused("project-cancelled");
    }

    @Test
    void refuses_a_task_nobody_knows() {
        fixture()
                .given(PROPOSED)
                .when(new AddInvestmentLine(PROJECT, null, "T9", KEY_VILLAGE, yuan("1")))
                .refusedField("/taskCode");
    }

    @Test
    void a_line_is_paid_and_then_settled() {
        fixture()
                .given(PROPOSED, ADDED)
                .on(LocalDate.parse("2012-03-10"))
                .when(advance(PAID))
                .events(PAID_OUT);
        fixture()
                .given(PROPOSED, ADDED, PAID_OUT)
                .on(LocalDate.parse("2012-04-10"))
                .when(advance(SETTLED))
                .events(SETTLED_UP);
    }

    @Test
    void a_line_that_is_at_the_stage_stays_there() {
        fixture().given(PROPOSED, ADDED).when(advance(APPROVED)).nothing();
        fixture().given(PROPOSED, ADDED, PAID_OUT).when(advance(PAID)).nothing();
    }

    @Test
    void refuses_to_skip_a_stage_or_to_go_back() {
        fixture().given(PROPOSED, ADDED).when(advance(SETTLED)).refused("not-the-next-stage");
        fixture().given(PROPOSED, ADDED, PAID_OUT).when(advance(APPROVED)).refused("not-the-next-stage");
    }

    @Test
    void the_day_of_a_line_never_goes_backwards() {
        fixture()
                .given(PROPOSED, ADDED)
                .on(LocalDate.parse("2012-02-29"))
                .when(advance(PAID))
                .refused("out-of-order");
        fixture()
                .given(PROPOSED, ADDED, PAID_OUT)
                .on(LocalDate.parse("2012-03-09"))
                .when(advance(SETTLED))
                .refused("out-of-order");
    }

    @Test
    void money_of_a_cancelled_project_is_still_paid_and_settled() {
        fixture()
                .given(PROPOSED, ADDED, CANCELLED, PAID_OUT)
                .on(LocalDate.parse("2012-04-10"))
                .when(advance(SETTLED))
                .events(SETTLED_UP);
    }

    @Test
    void refuses_to_advance_or_void_a_line_nobody_knows() {
        fixture().given(PROPOSED).when(advance(PAID)).refused("investment-line-not-found");
        fixture().given(PROPOSED).whenVoided(LINE).refused("event-not-found");
        fixture().given(PROPOSED, ADDED, voided(1, ADDED)).when(advance(PAID)).refused("investment-line-not-found");
    }

    @Test
    void corrects_money_and_source_on_the_day_of_the_line() {
        correct(DEPARTMENTS, "120000", PROPOSED, ADDED, PAID_OUT)
                .events(
                        corrected(1, ADDED, line(LINE, DEPARTMENTS, "120000")),
                        corrected(
                                2,
                                PAID_OUT,
                                new InvestmentLineAdvanced(
                                        PAID_OUT.of(),
                                        line(LINE, DEPARTMENTS, "120000").investment(),
                                        APPROVED,
                                        PAID,
                                        PAID_OUT.occurredOn())));
    }

    @Test
    void corrections_of_a_line_stack_and_their_last_one_may_be_voided() {
        InvestmentLineAdded first = line(LINE, DEPARTMENTS, "100000");
        Corrected<?> correction = corrected(1, ADDED, first);
        correct(DEPARTMENTS, "120000", PROPOSED, ADDED, correction)
                .events(corrected(1, first, line(LINE, DEPARTMENTS, "120000")));
        fixture()
                .given(PROPOSED, ADDED, correction, PAID_OUT)
                .whenVoided(CommandFixture.givenId(2))
                .events(new Voided<>(CommandFixture.givenId(2), correction, CommandFixture.REASON, null));
    }

    @Test
    void an_advance_says_what_money_stood() {
        InvestmentLineAdded more = line(LINE, DEPARTMENTS, "120000");
        assertThat(fixture()
                        .given(PROPOSED, ADDED, corrected(1, ADDED, more))
                        .when(advance(PAID))
                        .only(InvestmentLineAdvanced.class)
                        .investment())
                .isEqualTo(more.investment());
    }

    @Test
    void a_line_corrected_to_what_it_is_changes_nothing() {
        correct(KEY_VILLAGE, "100000", PROPOSED, ADDED).nothing();
    }

    @Test
    void refuses_to_correct_a_line_to_no_money_or_on_another_day() {
        correct(KEY_VILLAGE, "0", PROPOSED, ADDED).refusedField("/changes/money/amount");
        fixture()
                .given(PROPOSED, ADDED)
                .whenCorrected(LINE, "{\"occurredOn\": \"2012-03-02\"}")
                .refusedField("/changes/occurredOn");
    }

    @Test
    void voids_a_line_with_its_advances_the_last_first() {
        fixture()
                .given(PROPOSED, ADDED, PAID_OUT, SETTLED_UP)
                .whenVoided(LINE)
                .reliedOn("investment-line-not-found", "investment-line-not-found");
        fixture()
                .given(PROPOSED, ADDED, PAID_OUT, SETTLED_UP)
                .whenVoidedWithFollowing(LINE)
                .events(voided(3, SETTLED_UP), voided(2, PAID_OUT), voided(1, ADDED));
    }

    @Test
    void voids_a_corrected_line_as_it_was_in_force() {
        InvestmentLineAdded after = line(LINE, DEPARTMENTS, "120000");
        fixture()
                .given(PROPOSED, ADDED, corrected(1, ADDED, after))
                .whenVoided(LINE)
                .events(voided(1, after));
    }

    @Test
    void voids_an_advance_and_those_after_it_but_not_the_line() {
        fixture()
                .given(PROPOSED, ADDED, PAID_OUT, SETTLED_UP)
                .whenVoided(CommandFixture.givenId(2))
                .reliedOn("not-the-next-stage");
        fixture()
                .given(PROPOSED, ADDED, PAID_OUT, SETTLED_UP)
                .whenVoidedWithFollowing(CommandFixture.givenId(2))
                .events(voided(3, SETTLED_UP), voided(2, PAID_OUT));
        fixture()
                .given(PROPOSED, ADDED, PAID_OUT, SETTLED_UP)
                .whenVoided(CommandFixture.givenId(3))
                .events(voided(3, SETTLED_UP));
    }

    @Test
    void leaves_the_advances_of_other_lines_alone() {
        InvestmentLineAdded second = line(CommandFixture.givenId(2), DEPARTMENTS, "5");
        ProjectEvent paid =
                new InvestmentLineAdvanced(OF, second.investment(), APPROVED, PAID, LocalDate.of(2012, 3, 10));
        fixture()
                .given(PROPOSED, ADDED, second, PAID_OUT, paid)
                .whenVoidedWithFollowing(LINE)
                .events(voided(3, PAID_OUT), voided(1, ADDED));
    }

    @Test
    void a_voided_advance_can_be_made_again_on_an_earlier_day() {
        fixture()
                .given(PROPOSED, ADDED, PAID_OUT, voided(2, PAID_OUT))
                .on(LocalDate.parse("2012-03-05"))
                .when(advance(PAID))
                .events(advanced("2012-03-05", APPROVED, PAID));
    }

    @Test
    void voiding_again_changes_nothing() {
        fixture().given(PROPOSED, ADDED, voided(1, ADDED)).whenVoided(LINE).nothing();
        fixture()
                .given(PROPOSED, ADDED, PAID_OUT, voided(2, PAID_OUT))
                .whenVoided(CommandFixture.givenId(2))
                .nothing();
    }

    private static AddInvestmentLine add(String yuan) {
        return new AddInvestmentLine(PROJECT, null, null, KEY_VILLAGE, yuan(yuan));
    }

    private static AdvanceInvestmentLine advance(InvestmentStage stage) {
        return new AdvanceInvestmentLine(PROJECT, LINE, stage);
    }

    private static Outcome correct(InvestmentSource source, String yuan, DomainEvent... given) {
        return fixture()
                .given(given)
                .whenCorrected(LINE, "{\"source\": \"" + source + "\", \"money\": {\"amount\": \"" + yuan + "\"}}");
    }
}
