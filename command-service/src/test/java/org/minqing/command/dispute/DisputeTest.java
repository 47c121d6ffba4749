package org.minqing.command.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.dispute.Disputes.ACCEPTED;
import static org.minqing.command.dispute.Disputes.AGREED;
import static org.minqing.command.dispute.Disputes.AGREED_ON;
import static org.minqing.command.dispute.Disputes.CITY;
import static org.minqing.command.dispute.Disputes.DISPUTE;
import static org.minqing.command.dispute.Disputes.FAILED;
import static org.minqing.command.dispute.Disputes.PROGRAMME;
import static org.minqing.command.dispute.Disputes.RECONCILED;
import static org.minqing.command.dispute.Disputes.REFERRED;
import static org.minqing.command.dispute.Disputes.REGISTERED;
import static org.minqing.command.dispute.Disputes.REGISTERED_ON;
import static org.minqing.command.dispute.Disputes.SESSION;
import static org.minqing.command.dispute.Disputes.SHUITIAN;
import static org.minqing.command.dispute.Disputes.fixture;
import static org.minqing.command.dispute.Disputes.on;
import static org.minqing.command.dispute.Disputes.party;
import static org.minqing.command.dispute.Disputes.text;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.PersonInput;
import org.minqing.command.platform.SourceInput;
import org.minqing.events.Source;
import org.minqing.events.dispute.DisputeEvent;
import org.minqing.events.dispute.DisputeEvent.DisputeRegistered;
import org.minqing.events.dispute.DisputeEvent.MediationAgreementReached;
import org.minqing.events.dispute.DisputeEvent.MediationSessionHeld;
import org.minqing.events.dispute.DisputeKind;
import org.minqing.events.dispute.DisputeOutcome;

class DisputeTest {
    @Test
    void registers_a_dispute_of_two_neighbours() {
        fixture()
                .when(register(List.of(party(1), party(2)), SHUITIAN, null, REGISTERED_ON))
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
                        null,
                        null))
                .only(DisputeRegistered.class);
        assertThat(made.disputeId()).isEqualTo(fixture.madeId());
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
                null,
                REGISTERED_ON);
        assertThat(fixture().when(command).only(DisputeRegistered.class).taskCode())
                .isEqualTo("T7");
    }

    @Test
    void remembers_on_which_visit_a_dispute_came_up() {
        UUID visit = new UUID(7, 7);
        CommandFixture fixture = fixture().known("Visit", visit, REGISTERED);
        assertThat(fixture.when(register(
                                List.of(party(1), party(2)), SHUITIAN, new SourceInput("Visit", visit), REGISTERED_ON))
                        .only(DisputeRegistered.class)
                        .source())
                .isEqualTo(new Source("Visit", visit.toString()));
    }

    @Test
    void refuses_a_source_nobody_knows() {
        fixture()
                .when(register(List.of(party(1), party(2)), SHUITIAN, new SourceInput("Visit", new UUID(7, 8)), null))
                .refused("visit-not-found");
    }

    @Test
    void refuses_a_dispute_of_one_party() {
        fixture().when(register(List.of(party(1)), SHUITIAN, null, null)).refusedField("/parties");
    }

    @Test
    void refuses_a_person_in_dispute_with_itself() {
        fixture()
                .when(register(List.of(party(1), party(1)), SHUITIAN, null, null))
                .refusedField("/parties/1");
    }

    @Test
    void refuses_a_place_that_is_no_village() {
        fixture()
                .division("530328202", "播乐乡")
                .when(register(List.of(party(1), party(2)), "530328202", null, null))
                .refusedField("/villageCode");
    }

    @Test
    void refuses_a_day_before_the_programme_was_launched() {
        fixture()
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
                        null,
                        LocalDate.of(2011, 12, 25)))
                .refused("programme-not-in-force");
    }

    @Test
    void refuses_where_no_programme_is_in_force() {
        fixture()
                .when(register(List.of(party(1), party(2)), SHUITIAN, null, LocalDate.of(2011, 12, 25)))
                .refusedField("/programmeId");
    }

    @Test
    void refuses_a_day_ahead() {
        fixture()
                .when(register(List.of(party(1), party(2)), SHUITIAN, null, CommandFixture.TODAY.plusDays(1)))
                .refusedField("/occurredOn");
    }

    @Test
    void refuses_to_register_the_same_dispute_again() {
        fixture()
                .given(REGISTERED)
                .when(register(List.of(party(1), party(2)), SHUITIAN, null, REGISTERED_ON))
                .refused("already-exists");
    }

    @Test
    void mediation_is_accepted() {
        fixture()
                .given(REGISTERED)
                .when(new AcceptMediation(DISPUTE, null, null, ACCEPTED.occurredOn()))
                .events(ACCEPTED);
    }

    @Test
    void accepting_mediation_again_changes_nothing() {
        fixture()
                .given(REGISTERED, ACCEPTED)
                .when(new AcceptMediation(DISPUTE, null, null, null))
                .nothing();
    }

    @Test
    void refuses_to_accept_mediation_that_is_under_way() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION)
                .when(new AcceptMediation(DISPUTE, null, null, null))
                .refused("mediation-already-accepted");
    }

    @Test
    void takes_programme_and_organisation_of_the_dispute_on_every_step() {
        fixture()
                .given(REGISTERED)
                .when(new AcceptMediation(DISPUTE, PROGRAMME, CITY, ACCEPTED.occurredOn()))
                .events(ACCEPTED);
    }

    @Test
    void refuses_a_step_in_another_programme() {
        fixture()
                .given(REGISTERED)
                .when(new AcceptMediation(DISPUTE, new UUID(1, 9), null, null))
                .refusedField("/programmeId");
    }

    @Test
    void a_session_is_held() {
        fixture()
                .given(REGISTERED, ACCEPTED)
                .when(session(SESSION.occurredOn(), "各执一词"))
                .events(SESSION);
    }

    @Test
    void sessions_are_numbered() {
        assertThat(fixture()
                        .given(REGISTERED, ACCEPTED, SESSION)
                        .when(session(null, null))
                        .only(MediationSessionHeld.class)
                        .session())
                .isEqualTo(2);
    }

    @Test
    void refuses_a_session_before_mediation_is_accepted() {
        fixture().given(REGISTERED).when(session(null, null)).refused("mediation-not-accepted");
    }

    @Test
    void refuses_a_session_after_an_agreement() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, AGREED)
                .when(session(null, null))
                .refused("mediation-concluded");
    }

    @Test
    void the_agreement_names_its_paper() {
        UUID paper = CommandFixture.givenId(7);
        assertThat(fixture()
                        .given(REGISTERED, ACCEPTED, SESSION)
                        .when(new ReachMediationAgreement(
                                DISPUTE, null, null, text("各清一半"), null, null, paper, AGREED_ON))
                        .only(MediationAgreementReached.class)
                        .attachmentId())
                .isEqualTo(paper);
    }

    @Test
    void the_parties_agree() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION)
                .when(agree(null, null, AGREED_ON))
                .events(AGREED);
    }

    @Test
    void an_agreement_may_be_oral_and_take_effect_later() {
        MediationAgreementReached agreed = fixture()
                .given(REGISTERED, ACCEPTED, SESSION)
                .when(agree(true, AGREED_ON.plusDays(5), AGREED_ON))
                .only(MediationAgreementReached.class);
        assertThat(agreed.oral()).isTrue();
        assertThat(agreed.effectiveOn()).isEqualTo(AGREED_ON.plusDays(5));
    }

    @Test
    void refuses_an_agreement_that_takes_effect_before_it_was_reached() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION)
                .when(agree(null, AGREED_ON.minusDays(1), AGREED_ON))
                .refusedField("/effectiveOn", "before-the-agreement");
    }

    @Test
    void refuses_an_agreement_that_takes_effect_in_the_future() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION)
                .when(agree(null, CommandFixture.TODAY.plusDays(1), AGREED_ON))
                .refusedField("/effectiveOn");
    }

    @Test
    void refuses_an_agreement_without_a_session() {
        fixture().given(REGISTERED, ACCEPTED).when(agree(null, null, null)).refused("no-session-held");
    }

    @Test
    void refuses_an_agreement_before_mediation_is_accepted() {
        fixture().given(REGISTERED).when(agree(null, null, null)).refused("mediation-not-accepted");
    }

    @Test
    void refuses_a_second_agreement() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, AGREED)
                .when(agree(null, null, null))
                .refused("mediation-concluded");
    }

    @Test
    void mediation_fails() {
        fixture().given(REGISTERED, ACCEPTED, SESSION).when(fail(AGREED_ON)).events(FAILED);
    }

    @Test
    void refuses_to_give_up_without_a_session() {
        fixture().given(REGISTERED, ACCEPTED).when(fail(null)).refused("no-session-held");
    }

    @Test
    void refuses_to_give_up_after_an_agreement() {
        fixture().given(REGISTERED, ACCEPTED, SESSION, AGREED).when(fail(null)).refused("mediation-concluded");
    }

    @Test
    void reconciles_after_an_agreement() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, AGREED)
                .when(resolve(DisputeOutcome.RECONCILED, RECONCILED.occurredOn()))
                .events(RECONCILED);
    }

    @Test
    void refers_after_mediation_failed() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, FAILED)
                .when(resolve(DisputeOutcome.REFERRED, REFERRED.occurredOn()))
                .events(REFERRED);
    }

    @Test
    void is_withdrawn_after_mediation_failed() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, FAILED)
                .when(resolve(DisputeOutcome.WITHDRAWN, AGREED_ON))
                .events(on(AGREED_ON).resolution(DisputeOutcome.WITHDRAWN));
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
                    .when(resolve(DisputeOutcome.RECONCILED, null))
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
                fixture().given(story).when(resolve(outcome, null)).refused("dispute-not-settled");
            }
        }
    }

    @Test
    void resolving_in_the_same_way_again_changes_nothing() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, AGREED, RECONCILED)
                .when(resolve(DisputeOutcome.RECONCILED, null))
                .nothing();
    }

    @Test
    void refuses_to_resolve_in_another_way() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, AGREED, RECONCILED)
                .when(resolve(DisputeOutcome.REFERRED, null))
                .refused("dispute-already-resolved");
    }

    @Test
    void refuses_every_step_on_a_day_before_the_step_before_it() {
        fixture()
                .given(REGISTERED)
                .when(new AcceptMediation(DISPUTE, null, null, REGISTERED_ON.minusDays(1)))
                .refused("out-of-order");
        fixture()
                .given(REGISTERED, ACCEPTED)
                .when(session(ACCEPTED.occurredOn().minusDays(1), null))
                .refused("out-of-order");
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION)
                .when(agree(null, null, SESSION.occurredOn().minusDays(1)))
                .refused("out-of-order");
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION)
                .when(fail(SESSION.occurredOn().minusDays(1)))
                .refused("out-of-order");
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, AGREED)
                .when(resolve(DisputeOutcome.RECONCILED, AGREED_ON.minusDays(1)))
                .refused("out-of-order");
    }

    @Test
    void takes_several_steps_on_one_day() {
        fixture()
                .given(REGISTERED)
                .when(new AcceptMediation(DISPUTE, null, null, REGISTERED_ON))
                .events(on(REGISTERED_ON).accepted());
    }

    private static RegisterDispute register(
            List<PersonInput> parties, String village, @Nullable SourceInput source, @Nullable LocalDate day) {
        return new RegisterDispute(
                DISPUTE, null, null, null, null, village, parties, DisputeKind.NEIGHBOUR, text("排水沟"), source, day);
    }

    private static HoldMediationSession session(@Nullable LocalDate day, @Nullable String summary) {
        return new HoldMediationSession(DISPUTE, null, null, summary == null ? null : text(summary), day);
    }

    private static ReachMediationAgreement agree(
            @Nullable Boolean oral, @Nullable LocalDate effectiveOn, @Nullable LocalDate day) {
        return new ReachMediationAgreement(DISPUTE, null, null, text("各清一半"), oral, effectiveOn, null, day);
    }

    private static RecordFailedMediation fail(@Nullable LocalDate day) {
        return new RecordFailedMediation(DISPUTE, null, null, text("谈不拢"), null, day);
    }

    private static ResolveDispute resolve(DisputeOutcome outcome, @Nullable LocalDate day) {
        return new ResolveDispute(DISPUTE, null, null, outcome, day);
    }
}
