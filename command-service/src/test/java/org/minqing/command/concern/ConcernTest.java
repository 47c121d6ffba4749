package org.minqing.command.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.concern.Concerns.ACCEPTED;
import static org.minqing.command.concern.Concerns.ASSIGNED;
import static org.minqing.command.concern.Concerns.BUREAU;
import static org.minqing.command.concern.Concerns.CADRE;
import static org.minqing.command.concern.Concerns.CITY;
import static org.minqing.command.concern.Concerns.CONCERN;
import static org.minqing.command.concern.Concerns.CONFIRMED;
import static org.minqing.command.concern.Concerns.ESCALATED;
import static org.minqing.command.concern.Concerns.HOUSEHOLD;
import static org.minqing.command.concern.Concerns.OTHER_CADRE;
import static org.minqing.command.concern.Concerns.PROGRAMME;
import static org.minqing.command.concern.Concerns.PROGRESSED;
import static org.minqing.command.concern.Concerns.RAISED;
import static org.minqing.command.concern.Concerns.REJECTED;
import static org.minqing.command.concern.Concerns.REOPENED;
import static org.minqing.command.concern.Concerns.RESOLVED;
import static org.minqing.command.concern.Concerns.WATER_OFFICE;
import static org.minqing.command.concern.Concerns.fixture;
import static org.minqing.command.concern.Concerns.on;
import static org.minqing.command.concern.Concerns.raised;
import static org.minqing.command.concern.Concerns.text;
import static org.minqing.command.concern.Concerns.voided;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Sealed;
import org.minqing.events.concern.ConcernEvent;
import org.minqing.events.concern.ConcernEvent.ConcernAccepted;
import org.minqing.events.concern.ConcernEvent.ConcernAssigned;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.concern.ConcernEvent.ConcernReopened;
import org.minqing.events.concern.ConcernKind;

class ConcernTest {
    private static final ConcernEvent[][] ANSWERED = {
        {RAISED, ACCEPTED, ASSIGNED, RESOLVED},
        {RAISED, REJECTED},
        {RAISED, ACCEPTED, ASSIGNED, RESOLVED, CONFIRMED}
    };

    @Test
    void is_accepted_with_the_day_it_was_raised_with() {
        fixture().given(RAISED).when(accept(null, day(3))).events(ACCEPTED);
    }

    @Test
    void is_accepted_with_another_day_agreed() {
        assertThat(fixture()
                        .given(RAISED)
                        .when(accept(day(30), day(3)))
                        .only(ConcernAccepted.class)
                        .dueOn())
                .isEqualTo(day(30));
    }

    @Test
    void refuses_an_answer_due_before_acceptance() {
        fixture().given(RAISED).when(accept(day(2), day(3))).refusedField("/dueOn", "due-before-acceptance");
    }

    @Test
    void accepting_again_changes_nothing_unless_another_day_is_agreed() {
        fixture().given(RAISED, ACCEPTED).when(accept(null, day(4))).nothing();
        fixture().given(RAISED, ACCEPTED).when(accept(RAISED.dueOn(), day(4))).nothing();
        fixture().given(RAISED, ACCEPTED).when(accept(day(30), day(4))).refused("concern-already-accepted");
        fixture().given(RAISED, ACCEPTED, ASSIGNED).when(accept(null, day(6))).refused("concern-already-accepted");
    }

    @Test
    void is_assigned_to_a_cadre_in_its_organisation_and_office() {
        fixture()
                .given(RAISED, ACCEPTED)
                .when(assign(CADRE, null, null, day(5)))
                .events(ASSIGNED);
    }

    @Test
    void is_assigned_to_an_office_of_an_organisation() {
        fixture()
                .given(RAISED, ACCEPTED)
                .when(assign(null, BUREAU, WATER_OFFICE, day(5)))
                .events(on(5).assigned(new Assignee(null, BUREAU, WATER_OFFICE)));
    }

    @Test
    void is_assigned_to_whom_it_is_counted_to_where_nobody_is_named() {
        fixture()
                .given(RAISED, ACCEPTED)
                .when(assign(null, null, null, day(5)))
                .events(on(5).assigned(new Assignee(null, CITY, null)));
    }

    @Test
    void is_assigned_to_somebody_else() {
        assertThat(fixture()
                        .given(RAISED, ACCEPTED, ASSIGNED)
                        .when(assign(OTHER_CADRE, null, null, day(6)))
                        .only(ConcernAssigned.class)
                        .toCadreId())
                .isEqualTo(OTHER_CADRE);
    }

    @Test
    void assigning_to_the_same_again_changes_nothing() {
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED, PROGRESSED)
                .when(assign(CADRE, BUREAU, null, day(9)))
                .nothing();
    }

    @Test
    void refuses_a_cadre_that_serves_elsewhere_or_no_longer() {
        fixture()
                .given(RAISED, ACCEPTED)
                .when(assign(CADRE, CITY, null, day(5)))
                .refusedField("/organisationId", "cadre-serves-elsewhere");
        fixture()
                .given(raised(ConcernKind.DIFFICULTY, List.of(), null, null, null))
                .when(assign(CADRE, null, null, LocalDate.of(2011, 12, 25)))
                .refused("cadre-not-in-service");
    }

    @Test
    void refuses_an_office_the_organisation_does_not_have() {
        fixture()
                .given(RAISED, ACCEPTED)
                .when(assign(null, CITY, WATER_OFFICE, day(5)))
                .refused("office-not-found");
    }

    @Test
    void progress_is_made() {
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED)
                .when(new ProgressConcern(CONCERN, null, null, text("已勘察水源"), day(8)))
                .events(PROGRESSED);
    }

    @Test
    void the_same_progress_again_changes_nothing() {
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED, PROGRESSED)
                .when(new ProgressConcern(CONCERN, null, null, text("已勘察水源"), day(8)))
                .nothing();
    }

    @Test
    void is_escalated_as_long_as_it_is_open() {
        for (ConcernEvent[] open : new ConcernEvent[][] {{RAISED}, {RAISED, ACCEPTED}, {RAISED, ACCEPTED, ASSIGNED}}) {
            fixture().given(open).when(escalate(CITY, text("无资金"), day(9))).events(ESCALATED);
        }
    }

    @Test
    void is_escalated_to_the_organisation_that_leads_the_programme_where_none_is_named() {
        ConcernRaised ofTheBureau = new ConcernRaised(
                CONCERN,
                PROGRAMME,
                BUREAU,
                RAISED.villageId(),
                null,
                null,
                RAISED.kind(),
                List.of(),
                null,
                null,
                null,
                text("吃水困难"),
                day(16),
                day(1));
        fixture()
                .given(ofTheBureau)
                .when(escalate(null, null, day(9)))
                .events(new Next(ofTheBureau, day(9)).escalated(new Assignee(null, CITY, null), null, null));
    }

    @Test
    void escalating_to_the_same_again_changes_nothing() {
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED, ESCALATED)
                .when(escalate(CITY, null, day(10)))
                .nothing();
    }

    @Test
    void is_resolved_once_it_is_assigned() {
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED, PROGRESSED, ESCALATED)
                .when(resolve(text("已通水"), day(12)))
                .events(RESOLVED);
        fixture().given(RAISED).when(resolve(null, null)).refused("concern-not-accepted");
        fixture().given(RAISED, ACCEPTED).when(resolve(null, null)).refused("concern-not-assigned");
    }

    @Test
    void is_rejected_at_any_time_before_it_is_answered() {
        for (ConcernEvent[] open : new ConcernEvent[][] {{RAISED}, {RAISED, ACCEPTED}, {RAISED, ACCEPTED, ASSIGNED}}) {
            fixture().given(open).when(reject(text("不在范围"), day(12))).events(REJECTED);
        }
    }

    @Test
    void answering_again_without_a_word_changes_nothing() {
        fixture().given(ANSWERED[0]).when(resolve(null, day(13))).nothing();
        fixture().given(ANSWERED[1]).when(reject(null, day(13))).nothing();
        fixture().given(ANSWERED[2]).when(confirm(null, day(14))).nothing();
    }

    @Test
    void refuses_every_other_step_of_a_concern_that_is_answered() {
        for (ConcernEvent[] answered : ANSWERED) {
            fixture().given(answered).when(accept(null, day(20))).refused("concern-already-accepted");
            fixture().given(answered).when(assign(null, null, null, day(20))).refused("concern-answered");
            fixture()
                    .given(answered)
                    .when(new ProgressConcern(CONCERN, null, null, null, day(20)))
                    .refused("concern-answered");
            fixture().given(answered).when(escalate(CITY, null, day(20))).refused("concern-answered");
            fixture().given(answered).when(resolve(text("又"), day(20))).refused("concern-answered");
            fixture().given(answered).when(reject(text("又"), day(20))).refused("concern-answered");
        }
    }

    @Test
    void resolution_and_rejection_are_confirmed() {
        fixture().given(ANSWERED[0]).when(confirm(null, day(13))).events(CONFIRMED);
        fixture().given(ANSWERED[1]).when(confirm(null, day(13))).events(CONFIRMED);
    }

    @Test
    void refuses_to_confirm_what_is_not_answered_and_to_say_more_once_it_is_confirmed() {
        fixture().given(RAISED, ACCEPTED, ASSIGNED).when(confirm(null, null)).refused("concern-not-answered");
        fixture().given(ANSWERED[2]).when(confirm(text("满意"), day(14))).refused("concern-already-confirmed");
    }

    @Test
    void whatever_was_answered_is_reopened_and_due_anew() {
        for (ConcernEvent[] answered : ANSWERED) {
            ConcernReopened reopened =
                    fixture().given(answered).when(reopen(day(14))).only(ConcernReopened.class);
            assertThat(reopened).isEqualTo(REOPENED);
            assertThat(reopened.dueOn()).isEqualTo(day(29));
        }
        fixture().given(RAISED, ACCEPTED).when(reopen(day(14))).refused("concern-not-answered");
    }

    @Test
    void reopened_it_is_with_whoever_saw_to_it_before() {
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED, RESOLVED, REOPENED)
                .when(resolve(text("已通水"), day(15)))
                .events(on(15).resolved(text("已通水")));
        fixture().given(RAISED, REJECTED, REOPENED).when(resolve(null, day(15))).refused("concern-not-assigned");
        fixture()
                .given(RAISED, REJECTED, REOPENED)
                .when(assign(null, null, null, day(15)))
                .events(on(15).assigned(new Assignee(null, CITY, null)));
    }

    @Test
    void every_step_carries_the_dimensions_of_the_concern_and_its_own_day() {
        ConcernRaised whole = new ConcernRaised(
                CONCERN,
                PROGRAMME,
                CITY,
                RAISED.villageId(),
                WATER_OFFICE,
                "T6",
                ConcernKind.REQUEST,
                List.of(),
                HOUSEHOLD,
                null,
                null,
                text("低保"),
                day(31),
                day(1));
        Next next = new Next(whole, day(9));
        Assignee to = new Assignee(null, BUREAU, null);
        for (ConcernEvent step : List.of(
                next.accepted(null),
                next.assigned(to),
                next.progressed(null),
                next.escalated(to, null, null),
                next.resolved(null),
                next.rejected(null, null),
                next.confirmed(null),
                next.reopened(null, null))) {
            assertThat(step)
                    .hasFieldOrPropertyWithValue("concernId", CONCERN)
                    .hasFieldOrPropertyWithValue("programmeId", PROGRAMME)
                    .hasFieldOrPropertyWithValue("organisationId", CITY)
                    .hasFieldOrPropertyWithValue("villageId", RAISED.villageId())
                    .hasFieldOrPropertyWithValue("officeId", WATER_OFFICE)
                    .hasFieldOrPropertyWithValue("taskCode", "T6")
                    .hasFieldOrPropertyWithValue("kind", ConcernKind.REQUEST)
                    .hasFieldOrPropertyWithValue("householdId", HOUSEHOLD)
                    .hasFieldOrPropertyWithValue("occurredOn", day(9));
        }
    }

    @Test
    void refuses_every_step_on_a_day_before_the_step_before_it() {
        fixture().given(RAISED).when(accept(null, LocalDate.of(2012, 2, 29))).refused("out-of-order");
        fixture().given(RAISED, ACCEPTED).when(assign(null, null, null, day(2))).refused("out-of-order");
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED)
                .when(new ProgressConcern(CONCERN, null, null, null, day(4)))
                .refused("out-of-order");
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED)
                .when(escalate(CITY, null, day(4)))
                .refused("out-of-order");
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED, PROGRESSED)
                .when(resolve(null, day(7)))
                .refused("out-of-order");
        fixture().given(RAISED, ACCEPTED).when(reject(null, day(2))).refused("out-of-order");
        fixture().given(RAISED, REJECTED).when(confirm(null, day(11))).refused("out-of-order");
        fixture().given(RAISED, REJECTED).when(reopen(day(11))).refused("out-of-order");
    }

    @Test
    void voided_steps_do_not_count_for_the_order_of_days() {
        fixture()
                .given(RAISED, REJECTED, voided(1, REJECTED))
                .when(accept(null, day(3)))
                .events(ACCEPTED);
    }

    @Test
    void refuses_a_step_in_another_programme_or_of_another_organisation() {
        fixture()
                .given(RAISED)
                .when(new AcceptConcern(CONCERN, new UUID(1, 9), null, null, day(3)))
                .refusedField("/programmeId");
        fixture()
                .given(RAISED)
                .when(new AcceptConcern(CONCERN, null, BUREAU, null, day(3)))
                .refusedField("/organisationId");
        fixture()
                .given(RAISED)
                .when(new AcceptConcern(CONCERN, PROGRAMME, CITY, null, day(3)))
                .events(ACCEPTED);
    }

    @Test
    void refuses_every_step_ahead_of_today() {
        fixture()
                .given(RAISED)
                .when(accept(null, CommandFixture.TODAY.plusDays(1)))
                .refusedField("/occurredOn");
    }

    @Test
    void a_cadre_sees_to_what_it_took_down_was_given_or_what_concerns_an_own_household() {
        Stream.of(
                        new ConcernEvent[] {raised(ConcernKind.DIFFICULTY, List.of(), null, CADRE, null)},
                        new ConcernEvent[] {raised(ConcernKind.DIFFICULTY, List.of(), HOUSEHOLD, null, null)},
                        new ConcernEvent[] {RAISED, ACCEPTED, ASSIGNED})
                .forEach(own -> fixture()
                        .caller(Concerns.cadre(CADRE))
                        .given(own)
                        .when(escalate(BUREAU, null, day(9)))
                        .only(ConcernEvent.ConcernEscalated.class));
    }

    @Test
    void refuses_a_cadre_what_is_not_its_to_see_to() {
        fixture()
                .caller(Concerns.cadre(OTHER_CADRE))
                .given(raised(ConcernKind.DIFFICULTY, List.of(), HOUSEHOLD, CADRE, null), ACCEPTED, ASSIGNED)
                .when(resolve(null, null))
                .refused("not-your-concern");
        fixture()
                .caller(Concerns.cadre(CADRE))
                .given(RAISED)
                .when(accept(null, null))
                .refused("not-your-concern");
    }

    private static LocalDate day(int ofMarch) {
        return LocalDate.of(2012, 3, ofMarch);
    }

    private static AcceptConcern accept(@Nullable LocalDate dueOn, @Nullable LocalDate day) {
        return new AcceptConcern(CONCERN, null, null, dueOn, day);
    }

    private static AssignConcern assign(
            @Nullable UUID cadre, @Nullable UUID organisation, @Nullable UUID office, LocalDate day) {
        return new AssignConcern(CONCERN, null, cadre, organisation, office, day);
    }

    private static EscalateConcern escalate(@Nullable UUID organisation, @Nullable Sealed reason, LocalDate day) {
        return new EscalateConcern(CONCERN, null, organisation, null, reason, null, day);
    }

    private static ResolveConcern resolve(@Nullable Sealed text, @Nullable LocalDate day) {
        return new ResolveConcern(CONCERN, null, null, text, day);
    }

    private static RejectConcern reject(@Nullable Sealed reason, LocalDate day) {
        return new RejectConcern(CONCERN, null, null, reason, reason == null ? null : "OUT_OF_SCOPE", day);
    }

    private static ConfirmResolution confirm(@Nullable Sealed note, @Nullable LocalDate day) {
        return new ConfirmResolution(CONCERN, null, null, note, day);
    }

    private static ReopenConcern reopen(LocalDate day) {
        return new ReopenConcern(CONCERN, null, null, text("又停水"), null, day);
    }
}
