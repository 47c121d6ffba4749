package org.minqing.command.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.dispute.Disputes.ACCEPTED;
import static org.minqing.command.dispute.Disputes.AGREED;
import static org.minqing.command.dispute.Disputes.AGREED_ON;
import static org.minqing.command.dispute.Disputes.CITY;
import static org.minqing.command.dispute.Disputes.DISPUTE;
import static org.minqing.command.dispute.Disputes.FAILED;
import static org.minqing.command.dispute.Disputes.OF;
import static org.minqing.command.dispute.Disputes.PROGRAMME;
import static org.minqing.command.dispute.Disputes.RECONCILED;
import static org.minqing.command.dispute.Disputes.REFERRED;
import static org.minqing.command.dispute.Disputes.REGISTERED;
import static org.minqing.command.dispute.Disputes.REGISTERED_ON;
import static org.minqing.command.dispute.Disputes.SESSION;
import static org.minqing.command.dispute.Disputes.SHUITIAN;
import static org.minqing.command.dispute.Disputes.fixture;
import static org.minqing.command.dispute.Disputes.party;
import static org.minqing.command.dispute.Disputes.text;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.dispute.DisputeCommand.AcceptMediation;
import org.minqing.command.dispute.DisputeCommand.HoldMediationSession;
import org.minqing.command.dispute.DisputeCommand.ReachMediationAgreement;
import org.minqing.command.dispute.DisputeCommand.RecordFailedMediation;
import org.minqing.command.dispute.DisputeCommand.RegisterDispute;
import org.minqing.command.dispute.DisputeCommand.ResolveDispute;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.decision.SourceInput;
import org.minqing.command.platform.form.PersonInput;
import org.minqing.events.Source;
import org.minqing.events.dispute.DisputeEvent;
import org.minqing.events.dispute.DisputeEvent.DisputeRegistered;
import org.minqing.events.dispute.DisputeEvent.DisputeResolved;
import org.minqing.events.dispute.DisputeEvent.MediationAccepted;
import org.minqing.events.dispute.DisputeEvent.MediationAgreementReached;
import org.minqing.events.dispute.DisputeEvent.MediationSessionHeld;
import org.minqing.events.dispute.DisputeKind;
import org.minqing.events.dispute.DisputeOutcome;

class DisputeTest {
    @Test
    void registers_a_dispute_of_two_neighbours() {
        fixture()
                .on(REGISTERED_ON)
                .when(register(List.of(party(1), party(2)), SHUITIAN, null))
                .events(REGISTERED);
    }

    @Test
    void makes_the_id_of_a_dispute_that_gives_none() {
        CommandFixture fixture = fixture();
        DisputeRegistered made = fixture.when(new RegisterDispute(
                        null,
                        null,
                        null,
                        null,
                        null,
                        SHUITIAN,
                        List.of(party(1), party(2)),
                        DisputeKind.LAND,
                        text("地界"),
                        null))
                .only(DisputeRegistered.class);
        assertThat(made.of().disputeId()).isEqualTo(fixture.madeId());
        assertThat(made.occurredOn()).isEqualTo(CommandFixture.TODAY);
    }

    @Test
    void takes_programme_and_organisation_that_are_given() {
        RegisterDispute command = new RegisterDispute(
                DISPUTE,
                PROGRAMME,
                CITY,
                null,
                "T7",
                SHUITIAN,
                List.of(party(1), party(2)),
                DisputeKind.NEIGHBOUR,
                text("排水沟"),
                null);
        assertThat(fixture()
                        .on(REGISTERED_ON)
                        .when(command)
                        .only(DisputeRegistered.class)
                        .of()
                        .taskCode())
                .isEqualTo("T7");
    }

    @Test
    void remembers_on_which_visit_a_dispute_came_up() {
        UUID visit = new UUID(7, 7);
        CommandFixture fixture = fixture().known("Visit", visit, REGISTERED);
        assertThat(fixture.on(REGISTERED_ON)
                        .when(register(List.of(party(1), party(2)), SHUITIAN, new SourceInput("Visit", visit)))
                        .only(DisputeRegistered.class)
                        .source())
                .isEqualTo(new Source("Visit", visit.toString()));
    }

    @Test
    void refuses_a_source_nobody_knows() {
        fixture()
                .when(register(List.of(party(1), party(2)), SHUITIAN, new SourceInput("Visit", new UUID(7, 8))))
                .refused("visit-not-found");
    }

    @Test
    void refuses_a_dispute_of_one_party() {
        fixture().when(register(List.of(party(1)), SHUITIAN, null)).refusedField("/parties");
    }

    @Test
    void refuses_a_person_in_dispute_with_itself() {
        fixture().when(register(List.of(party(1), party(1)), SHUITIAN, null)).refusedField("/parties/1");
    }

    @Test
    void refuses_a_place_that_is_no_village() {
        fixture()
                .division("530328202", "播乐乡")
                .when(register(List.of(party(1), party(2)), "530328202", null))
                .refusedField("/villageCode");
    }

    @Test
    void refuses_a_day_before_the_programme_was_launched() {
        fixture()
                .on(LocalDate.of(2011, 12, 25))
                .when(new RegisterDispute(
                        DISPUTE,
                        PROGRAMME,
                        CITY,
                        null,
                        null,
                        SHUITIAN,
                        List.of(party(1), party(2)),
                        DisputeKind.NEIGHBOUR,
                        text("排水沟"),
                        null))
                .refused("programme-not-in-force");
    }

    @Test
    void refuses_where_no_programme_is_in_force() {
        fixture()
                .on(LocalDate.of(2011, 12, 25))
                .when(register(List.of(party(1), party(2)), SHUITIAN, null))
                .refusedField("/programmeId");
    }

    @Test
    void refuses_a_day_ahead() {
        fixture()
                .on(CommandFixture.TODAY.plusDays(1))
                .when(register(List.of(party(1), party(2)), SHUITIAN, null))
                .refusedField("/occurredOn");
    }

    @Test
    void refuses_to_register_the_same_dispute_again() {
        fixture()
                .given(REGISTERED)
                .on(REGISTERED_ON)
                .when(register(List.of(party(1), party(2)), SHUITIAN, null))
                .refused("already-exists");
    }

    @Test
    void mediation_is_accepted() {
        fixture()
                .given(REGISTERED)
                .on(ACCEPTED.occurredOn())
                .when(new AcceptMediation(DISPUTE))
                .events(ACCEPTED);
    }

    @Test
    void accepting_mediation_again_changes_nothing() {
        fixture().given(REGISTERED, ACCEPTED).when(new AcceptMediation(DISPUTE)).nothing();
    }

    @Test
    void refuses_to_accept_mediation_that_is_under_way() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION)
                .when(new AcceptMediation(DISPUTE))
                .refused("mediation-already-accepted");
    }

    @Test
    void says_that_mediation_has_come_to_its_end_to_whoever_accepts_it_again() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, AGREED)
                .when(new AcceptMediation(DISPUTE))
                .refused("mediation-concluded");
    }

    @Test
    void a_session_is_held() {
        fixture()
                .given(REGISTERED, ACCEPTED)
                .on(SESSION.occurredOn())
                .when(new HoldMediationSession(DISPUTE, text("各执一词")))
                .events(SESSION);
    }

    @Test
    void sessions_are_numbered() {
        assertThat(fixture()
                        .given(REGISTERED, ACCEPTED, SESSION)
                        .when(new HoldMediationSession(DISPUTE, null))
                        .only(MediationSessionHeld.class)
                        .session())
                .isEqualTo(2);
    }

    @Test
    void refuses_a_session_before_mediation_is_accepted() {
        fixture()
                .given(REGISTERED)
                .when(new HoldMediationSession(DISPUTE, null))
                .refused("mediation-not-accepted");
    }

    @Test
    void refuses_a_session_after_an_agreement() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, AGREED)
                .when(new HoldMediationSession(DISPUTE, null))
                .refused("mediation-concluded");
    }

    @Test
    void the_agreement_names_its_paper() {
        UUID paper = CommandFixture.givenId(7);
        assertThat(fixture()
                        .given(REGISTERED, ACCEPTED, SESSION)
                        .on(AGREED_ON)
                        .when(new ReachMediationAgreement(DISPUTE, text("各清一半"), null, null, paper))
                        .only(MediationAgreementReached.class)
                        .attachmentId())
                .isEqualTo(paper);
    }

    @Test
    void the_parties_agree() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION)
                .on(AGREED_ON)
                .when(new ReachMediationAgreement(DISPUTE, text("各清一半"), null, null, null))
                .events(AGREED);
    }

    @Test
    void an_agreement_may_be_oral_and_take_effect_later() {
        MediationAgreementReached agreed = fixture()
                .given(REGISTERED, ACCEPTED, SESSION)
                .on(AGREED_ON)
                .when(new ReachMediationAgreement(DISPUTE, text("各清一半"), true, AGREED_ON.plusDays(5), null))
                .only(MediationAgreementReached.class);
        assertThat(agreed.oral()).isTrue();
        assertThat(agreed.effectiveOn()).isEqualTo(AGREED_ON.plusDays(5));
    }

    @Test
    void refuses_an_agreement_that_takes_effect_before_it_was_reached() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION)
                .on(AGREED_ON)
                .when(new ReachMediationAgreement(DISPUTE, text("各清一半"), null, AGREED_ON.minusDays(1), null))
                .refusedField("/effectiveOn", "before-the-agreement");
    }

    @Test
    void refuses_an_agreement_that_takes_effect_in_the_future() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION)
                .on(AGREED_ON)
                .when(new ReachMediationAgreement(DISPUTE, text("各清一半"), null, CommandFixture.TODAY.plusDays(1), null))
                .refusedField("/effectiveOn");
    }

    @Test
    void refuses_an_agreement_without_a_session() {
        fixture()
                .given(REGISTERED, ACCEPTED)
                .when(new ReachMediationAgreement(DISPUTE, text("各清一半"), null, null, null))
                .refused("no-session-held");
    }

    @Test
    void refuses_an_agreement_before_mediation_is_accepted() {
        fixture()
                .given(REGISTERED)
                .when(new ReachMediationAgreement(DISPUTE, text("各清一半"), null, null, null))
                .refused("mediation-not-accepted");
    }

    @Test
    void refuses_a_second_agreement() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, AGREED)
                .when(new ReachMediationAgreement(DISPUTE, text("各清一半"), null, null, null))
                .refused("mediation-concluded");
    }

    @Test
    void mediation_fails() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION)
                .on(AGREED_ON)
                .because(text("谈不拢"), null)
                .when(new RecordFailedMediation(DISPUTE))
                .events(FAILED);
    }

    @Test
    void refuses_to_give_up_without_a_session() {
        fixture()
                .given(REGISTERED, ACCEPTED)
                .because(text("谈不拢"), null)
                .when(new RecordFailedMediation(DISPUTE))
                .refused("no-session-held");
    }

    @Test
    void refuses_to_give_up_after_an_agreement() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, AGREED)
                .because(text("谈不拢"), null)
                .when(new RecordFailedMediation(DISPUTE))
                .refused("mediation-concluded");
    }

    @Test
    void reconciles_after_an_agreement() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, AGREED)
                .on(RECONCILED.occurredOn())
                .when(new ResolveDispute(DISPUTE, DisputeOutcome.RECONCILED))
                .events(RECONCILED);
    }

    @Test
    void refers_after_mediation_failed() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, FAILED)
                .on(REFERRED.occurredOn())
                .when(new ResolveDispute(DISPUTE, DisputeOutcome.REFERRED))
                .events(REFERRED);
    }

    @Test
    void is_withdrawn_after_mediation_failed() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, FAILED)
                .on(AGREED_ON)
                .when(new ResolveDispute(DISPUTE, DisputeOutcome.WITHDRAWN))
                .events(new DisputeResolved(OF, DisputeOutcome.WITHDRAWN, 2, AGREED_ON));
    }

    @Test
    void refuses_to_reconcile_before_an_agreement() {
        for (DisputeEvent[] story : new DisputeEvent[][] {
            {REGISTERED},
            {REGISTERED, ACCEPTED},
            {REGISTERED, ACCEPTED, SESSION},
            {REGISTERED, ACCEPTED, SESSION, FAILED}
        }) {
            fixture()
                    .given(story)
                    .when(new ResolveDispute(DISPUTE, DisputeOutcome.RECONCILED))
                    .refused("dispute-not-settled");
        }
    }

    @Test
    void refuses_to_refer_or_withdraw_before_mediation_failed() {
        for (DisputeOutcome outcome : List.of(DisputeOutcome.REFERRED, DisputeOutcome.WITHDRAWN)) {
            for (DisputeEvent[] story : new DisputeEvent[][] {
                {REGISTERED},
                {REGISTERED, ACCEPTED},
                {REGISTERED, ACCEPTED, SESSION},
                {REGISTERED, ACCEPTED, SESSION, AGREED}
            }) {
                fixture()
                        .given(story)
                        .when(new ResolveDispute(DISPUTE, outcome))
                        .refused("dispute-not-settled");
            }
        }
    }

    @Test
    void resolving_in_the_same_way_again_changes_nothing() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, AGREED, RECONCILED)
                .when(new ResolveDispute(DISPUTE, DisputeOutcome.RECONCILED))
                .nothing();
    }

    @Test
    void refuses_to_resolve_in_another_way() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, AGREED, RECONCILED)
                .when(new ResolveDispute(DISPUTE, DisputeOutcome.REFERRED))
                .refused("dispute-already-resolved");
    }

    @Test
    void refuses_every_step_on_a_day_before_the_step_before_it() {
        fixture()
                .given(REGISTERED)
                .on(REGISTERED_ON.minusDays(1))
                .when(new AcceptMediation(DISPUTE))
                .refused("out-of-order");
        fixture()
                .given(REGISTERED, ACCEPTED)
                .on(ACCEPTED.occurredOn().minusDays(1))
                .when(new HoldMediationSession(DISPUTE, null))
                .refused("out-of-order");
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION)
                .on(SESSION.occurredOn().minusDays(1))
                .when(new ReachMediationAgreement(DISPUTE, text("各清一半"), null, null, null))
                .refused("out-of-order");
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION)
                .on(SESSION.occurredOn().minusDays(1))
                .because(text("谈不拢"), null)
                .when(new RecordFailedMediation(DISPUTE))
                .refused("out-of-order");
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, AGREED)
                .on(AGREED_ON.minusDays(1))
                .when(new ResolveDispute(DISPUTE, DisputeOutcome.RECONCILED))
                .refused("out-of-order");
    }

    @Test
    void takes_several_steps_on_one_day() {
        fixture()
                .given(REGISTERED)
                .on(REGISTERED_ON)
                .when(new AcceptMediation(DISPUTE))
                .events(new MediationAccepted(OF, REGISTERED_ON));
    }

    private static RegisterDispute register(List<PersonInput> parties, String village, @Nullable SourceInput source) {
        return new RegisterDispute(
                DISPUTE, null, null, null, null, village, parties, DisputeKind.NEIGHBOUR, text("排水沟"), source);
    }
}
