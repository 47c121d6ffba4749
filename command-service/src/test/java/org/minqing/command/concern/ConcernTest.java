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
import static org.minqing.command.concern.Concerns.OF;
import static org.minqing.command.concern.Concerns.OTHER_CADRE;
import static org.minqing.command.concern.Concerns.PROGRAMME;
import static org.minqing.command.concern.Concerns.PROGRESSED;
import static org.minqing.command.concern.Concerns.RAISED;
import static org.minqing.command.concern.Concerns.REJECTED;
import static org.minqing.command.concern.Concerns.REOPENED;
import static org.minqing.command.concern.Concerns.RESOLVED;
import static org.minqing.command.concern.Concerns.WATER_OFFICE;
import static org.minqing.command.concern.Concerns.fixture;
import static org.minqing.command.concern.Concerns.raised;
import static org.minqing.command.concern.Concerns.text;
import static org.minqing.command.concern.Concerns.voided;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.minqing.command.concern.ConcernCommand.AcceptConcern;
import org.minqing.command.concern.ConcernCommand.AssignConcern;
import org.minqing.command.concern.ConcernCommand.ConfirmResolution;
import org.minqing.command.concern.ConcernCommand.EscalateConcern;
import org.minqing.command.concern.ConcernCommand.ProgressConcern;
import org.minqing.command.concern.ConcernCommand.RejectConcern;
import org.minqing.command.concern.ConcernCommand.ReopenConcern;
import org.minqing.command.concern.ConcernCommand.ResolveConcern;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.concern.ConcernEvent;
import org.minqing.events.concern.ConcernEvent.ConcernAccepted;
import org.minqing.events.concern.ConcernEvent.ConcernAssigned;
import org.minqing.events.concern.ConcernEvent.ConcernEscalated;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.concern.ConcernEvent.ConcernRejected;
import org.minqing.events.concern.ConcernEvent.ConcernReopened;
import org.minqing.events.concern.ConcernEvent.ConcernResolved;
import org.minqing.events.concern.ConcernEvent.Topic;
import org.minqing.events.concern.ConcernKind;
import org.minqing.events.organisation.OrganisationEvent.OfficeAdded;
import org.minqing.events.organisation.OrganisationEvent.Seat;

class ConcernTest {
    private static final ConcernEvent[][] ANSWERED = {
        {RAISED, ACCEPTED, ASSIGNED, RESOLVED},
        {RAISED, REJECTED},
        {RAISED, ACCEPTED, ASSIGNED, RESOLVED, CONFIRMED}
    };

    @Test
    void is_accepted_with_the_day_it_was_raised_with() {
        fixture()
                .given(RAISED)
                .on(day(3))
                .when(new AcceptConcern(CONCERN, null))
                .events(ACCEPTED);
    }

    @Test
    void is_accepted_with_another_day_agreed() {
        assertThat(fixture()
                        .given(RAISED)
                        .on(day(3))
                        .when(new AcceptConcern(CONCERN, day(30)))
                        .only(ConcernAccepted.class)
                        .dueOn())
                .isEqualTo(day(30));
    }

    @Test
    void refuses_an_answer_due_before_acceptance() {
        fixture()
                .given(RAISED)
                .on(day(3))
                .when(new AcceptConcern(CONCERN, day(2)))
                .refusedField("/dueOn", "due-before-acceptance");
    }

    @Test
    void accepting_again_changes_nothing_unless_another_day_is_agreed() {
        fixture()
                .given(RAISED, ACCEPTED)
                .on(day(4))
                .when(new AcceptConcern(CONCERN, null))
                .nothing();
        fixture()
                .given(RAISED, ACCEPTED)
                .on(day(4))
                .when(new AcceptConcern(CONCERN, RAISED.dueOn()))
                .nothing();
        fixture()
                .given(RAISED, ACCEPTED)
                .on(day(4))
                .when(new AcceptConcern(CONCERN, day(30)))
                .refused("concern-already-accepted");
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED)
                .on(day(6))
                .when(new AcceptConcern(CONCERN, null))
                .refused("concern-already-accepted");
    }

    @Test
    void is_assigned_to_a_cadre_in_its_organisation_and_office() {
        fixture()
                .given(RAISED, ACCEPTED)
                .on(day(5))
                .when(new AssignConcern(CONCERN, CADRE, null, null))
                .events(ASSIGNED);
    }

    @Test
    void is_assigned_to_an_office_of_an_organisation() {
        fixture()
                .given(RAISED, ACCEPTED)
                .on(day(5))
                .when(new AssignConcern(CONCERN, null, BUREAU, WATER_OFFICE))
                .events(new ConcernAssigned(OF, null, null, BUREAU, WATER_OFFICE, day(5)));
    }

    @Test
    void is_assigned_to_whom_it_is_counted_to_where_nobody_is_named() {
        fixture()
                .given(RAISED, ACCEPTED)
                .on(day(5))
                .when(new AssignConcern(CONCERN, null, null, null))
                .events(new ConcernAssigned(OF, null, null, CITY, null, day(5)));
    }

    @Test
    void is_assigned_to_somebody_else() {
        assertThat(fixture()
                        .given(RAISED, ACCEPTED, ASSIGNED)
                        .on(day(6))
                        .when(new AssignConcern(CONCERN, OTHER_CADRE, null, null))
                        .only(ConcernAssigned.class)
                        .toCadreId())
                .isEqualTo(OTHER_CADRE);
    }

    @Test
    void assigning_to_the_same_again_changes_nothing() {
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED, PROGRESSED)
                .on(day(9))
                .when(new AssignConcern(CONCERN, CADRE, BUREAU, null))
                .nothing();
    }

    @Test
    void refuses_a_cadre_that_serves_elsewhere_or_no_longer() {
        fixture()
                .given(RAISED, ACCEPTED)
                .on(day(5))
                .when(new AssignConcern(CONCERN, CADRE, CITY, null))
                .refusedField("/organisationId", "cadre-serves-elsewhere");
        fixture()
                .known(
                        "Cadre",
                        CADRE,
                        new CadreWithdrawn(new Membership(CADRE, Concerns.BUREAU, "530328"), null, null, day(5)))
                .given(RAISED, ACCEPTED)
                .on(day(5))
                .when(new AssignConcern(CONCERN, CADRE, null, null))
                .refused("cadre-not-in-service");
    }

    @Test
    void refuses_an_office_the_organisation_does_not_have() {
        fixture()
                .given(RAISED, ACCEPTED)
                .on(day(5))
                .when(new AssignConcern(CONCERN, null, CITY, WATER_OFFICE))
                .refused("office-not-found");
    }

    @Test
    void progress_is_made() {
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED)
                .on(day(8))
                .when(new ProgressConcern(CONCERN, text("已勘察水源")))
                .events(PROGRESSED);
    }

    @Test
    void the_same_progress_again_changes_nothing() {
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED, PROGRESSED)
                .on(day(8))
                .when(new ProgressConcern(CONCERN, text("已勘察水源")))
                .nothing();
    }

    @Test
    void is_escalated_as_long_as_it_is_open() {
        for (ConcernEvent[] open : new ConcernEvent[][] {{RAISED}, {RAISED, ACCEPTED}, {RAISED, ACCEPTED, ASSIGNED}}) {
            fixture()
                    .given(open)
                    .on(day(9))
                    .because(text("无资金"), null)
                    .when(new EscalateConcern(CONCERN, CITY, null))
                    .events(ESCALATED);
        }
    }

    @Test
    void is_escalated_to_the_organisation_that_leads_the_programme_where_none_is_named() {
        Topic bureaus = new Topic(CONCERN, PROGRAMME, BUREAU, OF.villageId(), null, null, ConcernKind.DIFFICULTY);
        ConcernRaised ofTheBureau =
                new ConcernRaised(bureaus, List.of(), null, null, null, text("吃水困难"), day(16), day(1));
        fixture()
                .given(ofTheBureau)
                .on(day(9))
                .when(new EscalateConcern(CONCERN, null, null))
                .events(new ConcernEscalated(bureaus, null, CITY, null, null, null, day(9)));
    }

    @Test
    void escalating_to_the_same_again_changes_nothing() {
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED, ESCALATED)
                .on(day(10))
                .when(new EscalateConcern(CONCERN, CITY, null))
                .nothing();
    }

    @Test
    void is_resolved_once_it_is_assigned() {
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED, PROGRESSED, ESCALATED)
                .on(day(12))
                .when(new ResolveConcern(CONCERN, text("已通水")))
                .events(RESOLVED);
        fixture().given(RAISED).when(new ResolveConcern(CONCERN, null)).refused("concern-not-accepted");
        fixture()
                .given(RAISED, ACCEPTED)
                .when(new ResolveConcern(CONCERN, null))
                .refused("concern-not-assigned");
    }

    @Test
    void is_rejected_at_any_time_before_it_is_answered() {
        for (ConcernEvent[] open : new ConcernEvent[][] {{RAISED}, {RAISED, ACCEPTED}, {RAISED, ACCEPTED, ASSIGNED}}) {
            fixture()
                    .given(open)
                    .on(day(12))
                    .when(new RejectConcern(CONCERN, text("不在范围"), "OUT_OF_SCOPE"))
                    .events(REJECTED);
        }
    }

    @Test
    void answering_again_without_a_word_changes_nothing() {
        fixture()
                .given(ANSWERED[0])
                .on(day(13))
                .when(new ResolveConcern(CONCERN, null))
                .nothing();
        fixture()
                .given(ANSWERED[1])
                .on(day(13))
                .when(new RejectConcern(CONCERN, null, null))
                .nothing();
        fixture()
                .given(ANSWERED[2])
                .on(day(14))
                .when(new ConfirmResolution(CONCERN, null))
                .nothing();
    }

    @Test
    void refuses_every_other_step_of_a_concern_that_is_answered() {
        for (ConcernEvent[] answered : ANSWERED) {
            fixture()
                    .given(answered)
                    .on(day(20))
                    .when(new AcceptConcern(CONCERN, null))
                    .refused("concern-answered");
            fixture()
                    .given(answered)
                    .on(day(20))
                    .when(new AssignConcern(CONCERN, null, null, null))
                    .refused("concern-answered");
            fixture()
                    .given(answered)
                    .on(day(20))
                    .when(new ProgressConcern(CONCERN, null))
                    .refused("concern-answered");
            fixture()
                    .given(answered)
                    .on(day(20))
                    .when(new EscalateConcern(CONCERN, CITY, null))
                    .refused("concern-answered");
            fixture()
                    .given(answered)
                    .on(day(20))
                    .when(new ResolveConcern(CONCERN, text("又")))
                    .refused("concern-answered");
            fixture()
                    .given(answered)
                    .on(day(20))
                    .when(new RejectConcern(CONCERN, text("又"), "OUT_OF_SCOPE"))
                    .refused("concern-answered");
        }
    }

    @Test
    void resolution_and_rejection_are_confirmed() {
        fixture()
                .given(ANSWERED[0])
                .on(day(13))
                .when(new ConfirmResolution(CONCERN, null))
                .events(CONFIRMED);
        fixture()
                .given(ANSWERED[1])
                .on(day(13))
                .when(new ConfirmResolution(CONCERN, null))
                .events(CONFIRMED);
    }

    @Test
    void refuses_to_confirm_what_is_not_answered_and_to_say_more_once_it_is_confirmed() {
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED)
                .when(new ConfirmResolution(CONCERN, null))
                .refused("concern-not-answered");
        fixture()
                .given(ANSWERED[2])
                .on(day(14))
                .when(new ConfirmResolution(CONCERN, text("满意")))
                .refused("concern-already-confirmed");
    }

    @Test
    void whatever_was_answered_is_reopened_and_due_anew() {
        for (ConcernEvent[] answered : ANSWERED) {
            ConcernReopened reopened = fixture()
                    .given(answered)
                    .on(day(14))
                    .because(text("又停水"), null)
                    .when(new ReopenConcern(CONCERN))
                    .only(ConcernReopened.class);
            assertThat(reopened).isEqualTo(REOPENED);
            assertThat(reopened.dueOn()).isEqualTo(day(29));
        }
        fixture()
                .given(RAISED, ACCEPTED)
                .on(day(14))
                .because(text("又停水"), null)
                .when(new ReopenConcern(CONCERN))
                .refused("concern-not-answered");
    }

    @Test
    void reopened_it_is_with_whoever_saw_to_it_before() {
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED, RESOLVED, REOPENED)
                .on(day(15))
                .when(new ResolveConcern(CONCERN, text("已通水")))
                .events(new ConcernResolved(OF, null, text("已通水"), day(15)));
        fixture()
                .given(RAISED, REJECTED, REOPENED)
                .on(day(15))
                .when(new ResolveConcern(CONCERN, null))
                .refused("concern-not-assigned");
        fixture()
                .given(RAISED, REJECTED, REOPENED)
                .on(day(15))
                .when(new AssignConcern(CONCERN, null, null, null))
                .events(new ConcernAssigned(OF, null, null, CITY, null, day(15)));
    }

    @Test
    void every_step_carries_the_dimensions_of_the_concern_and_its_own_day() {
        Topic of = new Topic(CONCERN, PROGRAMME, CITY, OF.villageId(), WATER_OFFICE, "T6", ConcernKind.REQUEST);
        ConcernRaised raised = new ConcernRaised(of, List.of(), HOUSEHOLD, null, null, text("低保"), day(31), day(1));
        ConcernAccepted accepted = new ConcernAccepted(of, HOUSEHOLD, null, day(2));
        ConcernAssigned assigned = new ConcernAssigned(of, HOUSEHOLD, null, CITY, null, day(2));
        ConcernResolved resolved = new ConcernResolved(of, HOUSEHOLD, null, day(2));
        ConcernRejected rejected = new ConcernRejected(of, HOUSEHOLD, null, null, day(2));
        carries(of, new AcceptConcern(CONCERN, null), raised);
        carries(of, new AssignConcern(CONCERN, null, null, null), raised, accepted);
        carries(of, new ProgressConcern(CONCERN, null), raised, accepted);
        carries(of, new EscalateConcern(CONCERN, null, null), raised);
        carries(of, new ResolveConcern(CONCERN, null), raised, accepted, assigned);
        carries(of, new RejectConcern(CONCERN, null, null), raised);
        carries(of, new ConfirmResolution(CONCERN, null), raised, accepted, assigned, resolved);
        carries(of, new ReopenConcern(CONCERN), raised, rejected);
    }

    private static void carries(Topic of, Object command, ConcernEvent... before) {
        ConcernEvent step = fixture().given(before).on(day(9)).when(command).only(ConcernEvent.class);
        assertThat(step.of()).isEqualTo(of);
        assertThat(step.householdId()).isEqualTo(HOUSEHOLD);
        assertThat(step.occurredOn()).isEqualTo(day(9));
    }

    @Test
    void refuses_every_step_on_a_day_before_the_step_before_it() {
        fixture()
                .given(RAISED)
                .on(LocalDate.of(2012, 2, 29))
                .when(new AcceptConcern(CONCERN, null))
                .refused("out-of-order");
        fixture()
                .given(RAISED, ACCEPTED)
                .on(day(2))
                .when(new AssignConcern(CONCERN, null, null, null))
                .refused("out-of-order");
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED)
                .on(day(4))
                .when(new ProgressConcern(CONCERN, null))
                .refused("out-of-order");
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED)
                .on(day(4))
                .when(new EscalateConcern(CONCERN, CITY, null))
                .refused("out-of-order");
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED, PROGRESSED)
                .on(day(7))
                .when(new ResolveConcern(CONCERN, null))
                .refused("out-of-order");
        fixture()
                .given(RAISED, ACCEPTED)
                .on(day(2))
                .when(new RejectConcern(CONCERN, null, null))
                .refused("out-of-order");
        fixture()
                .given(RAISED, REJECTED)
                .on(day(11))
                .when(new ConfirmResolution(CONCERN, null))
                .refused("out-of-order");
        fixture()
                .given(RAISED, REJECTED)
                .on(day(11))
                .because(text("又停水"), null)
                .when(new ReopenConcern(CONCERN))
                .refused("out-of-order");
    }

    @Test
    void voided_steps_do_not_count_for_the_order_of_days() {
        fixture()
                .given(RAISED, REJECTED, voided(1, REJECTED))
                .on(day(3))
                .when(new AcceptConcern(CONCERN, null))
                .events(ACCEPTED);
    }

    @Test
    void refuses_every_step_ahead_of_today() {
        fixture()
                .given(RAISED)
                .on(CommandFixture.TODAY.plusDays(1))
                .when(new AcceptConcern(CONCERN, null))
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
                        .on(day(9))
                        .when(new EscalateConcern(CONCERN, BUREAU, null))
                        .events(new ConcernEscalated(
                                own[0].of(), own[0].householdId(), BUREAU, null, null, null, day(9))));
    }

    @Test
    void refuses_a_cadre_what_is_not_its_to_see_to() {
        fixture()
                .caller(Concerns.cadre(OTHER_CADRE))
                .given(raised(ConcernKind.DIFFICULTY, List.of(), HOUSEHOLD, CADRE, null), ACCEPTED, ASSIGNED)
                .when(new ResolveConcern(CONCERN, null))
                .refused("not-your-concern");
        fixture()
                .caller(Concerns.cadre(CADRE))
                .given(RAISED)
                .when(new AcceptConcern(CONCERN, null))
                .refused("not-your-concern");
    }

    private static LocalDate day(int ofMarch) {
        return LocalDate.of(2012, 3, ofMarch);
    }

    @Test
    void is_assigned_to_another_office_than_the_cadre_s_own_where_it_is_named() {
        UUID roads = new UUID(2, 4);
        fixture()
                .known("Organisation", BUREAU, new OfficeAdded(new Seat(BUREAU, "530328"), roads, "道路科", day(1)))
                .given(RAISED, ACCEPTED)
                .on(day(5))
                .when(new AssignConcern(CONCERN, CADRE, null, roads))
                .events(new ConcernAssigned(OF, null, CADRE, BUREAU, roads, day(5)));
    }

    @Test
    void another_organisation_office_or_cadre_is_another_assignment() {
        ConcernAssigned bureau = new ConcernAssigned(OF, null, null, BUREAU, null, day(5));
        ConcernAssigned office = new ConcernAssigned(OF, null, null, BUREAU, WATER_OFFICE, day(5));
        ConcernAssigned city = new ConcernAssigned(OF, null, null, CITY, null, day(5));
        for (ConcernAssigned[] change : new ConcernAssigned[][] {
            {bureau, city}, {city, bureau}, {bureau, office}, {office, bureau}, {office, ASSIGNED}, {ASSIGNED, office}
        }) {
            ConcernAssigned to = change[1];
            fixture()
                    .given(RAISED, ACCEPTED, change[0])
                    .on(day(5))
                    .when(new AssignConcern(CONCERN, to.toCadreId(), to.toOrganisationId(), to.toOfficeId()))
                    .events(to);
        }
    }

    @Test
    void another_organisation_office_or_reason_is_another_escalation() {
        ConcernEscalated bureau = new ConcernEscalated(OF, null, BUREAU, null, null, null, day(9));
        ConcernEscalated office = new ConcernEscalated(OF, null, BUREAU, WATER_OFFICE, null, null, day(9));
        ConcernEscalated city = new ConcernEscalated(OF, null, CITY, null, null, null, day(9));
        for (ConcernEscalated[] change :
                new ConcernEscalated[][] {{bureau, city}, {city, bureau}, {bureau, office}, {office, bureau}}) {
            ConcernEscalated to = change[1];
            fixture()
                    .given(RAISED, ACCEPTED, ASSIGNED, change[0])
                    .on(day(9))
                    .when(new EscalateConcern(CONCERN, to.toOrganisationId(), to.toOfficeId()))
                    .events(to);
        }
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED, city)
                .on(day(9))
                .because(text("无资金"), null)
                .when(new EscalateConcern(CONCERN, CITY, null))
                .events(ESCALATED);
    }

    @Test
    void refuses_what_was_done_already_once_it_is_answered() {
        for (ConcernEvent[] answered : new ConcernEvent[][] {
            {RAISED, ACCEPTED, ASSIGNED, ESCALATED, RESOLVED},
            {RAISED, ACCEPTED, ASSIGNED, ESCALATED, REJECTED},
            {RAISED, ACCEPTED, ASSIGNED, ESCALATED, RESOLVED, CONFIRMED}
        }) {
            fixture()
                    .given(answered)
                    .on(day(20))
                    .when(new EscalateConcern(CONCERN, CITY, null))
                    .refused("concern-answered");
            fixture()
                    .given(answered)
                    .on(day(20))
                    .when(new AssignConcern(CONCERN, CADRE, null, null))
                    .refused("concern-answered");
        }
    }

    @Test
    void accepting_or_assigning_one_that_was_reopened_again_changes_nothing() {
        fixture()
                .given(RAISED, REJECTED, REOPENED)
                .on(day(15))
                .when(new AcceptConcern(CONCERN, REOPENED.dueOn()))
                .nothing();
        fixture()
                .given(RAISED, REJECTED, REOPENED)
                .on(day(15))
                .when(new AcceptConcern(CONCERN, RAISED.dueOn()))
                .refused("concern-already-accepted");
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED, RESOLVED, REOPENED)
                .on(day(15))
                .when(new AcceptConcern(CONCERN, null))
                .refused("concern-already-accepted");
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED, RESOLVED, REOPENED)
                .on(day(15))
                .when(new AssignConcern(CONCERN, CADRE, null, null))
                .nothing();
    }

    @Test
    void the_day_agreed_at_acceptance_is_the_one_it_is_due_by() {
        ConcernAccepted agreed = new ConcernAccepted(OF, null, day(30), day(3));
        fixture()
                .given(RAISED, agreed)
                .on(day(4))
                .when(new AcceptConcern(CONCERN, day(30)))
                .nothing();
        fixture()
                .given(RAISED, agreed)
                .on(day(4))
                .when(new AcceptConcern(CONCERN, RAISED.dueOn()))
                .refused("concern-already-accepted");
    }
}
