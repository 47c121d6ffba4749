package org.minqing.command.dispute;

import static org.minqing.command.dispute.Disputes.ACCEPTED;
import static org.minqing.command.dispute.Disputes.AGREED;
import static org.minqing.command.dispute.Disputes.AGREED_ON;
import static org.minqing.command.dispute.Disputes.DISPUTE;
import static org.minqing.command.dispute.Disputes.RECONCILED;
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
import org.minqing.command.platform.Never;
import org.minqing.command.platform.StepList.Step;
import org.minqing.events.dispute.CourtDecision;
import org.minqing.events.dispute.DisputeEvent;
import org.minqing.events.dispute.DisputeKind;
import org.minqing.events.dispute.DisputeOutcome;
import org.minqing.events.dispute.Performance;

class VoidDisputeTest {
    private static final Never NEVER = new Never(text("误录"), "DUPLICATE");
    private static final DisputeEvent[] STORY = {
        REGISTERED,
        ACCEPTED,
        SESSION,
        AGREED,
        on(AGREED_ON).application(AGREED_ON, List.of(new UUID(4, 1), new UUID(4, 2)), null),
        on(AGREED_ON).decision(CourtDecision.CONFIRMED, null, null),
        RECONCILED,
        on(RECONCILED.occurredOn()).performance(Performance.FULL, null),
        on(RECONCILED.occurredOn()).returnVisit(List.of(), null)
    };

    @Test
    void voids_a_dispute_with_all_its_steps_the_last_first() {
        fixture()
                .given(STORY)
                .when(voiding(null, null))
                .events(
                        voided(8), voided(7), voided(6), voided(5), voided(4), voided(3), voided(2), voided(1),
                        voided(0));
    }

    @Test
    void voids_a_failed_mediation() {
        DisputeEvent failed = Disputes.FAILED;
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, failed)
                .when(voiding(CommandFixture.givenId(3), null))
                .events(NEVER.of(new Step<>(CommandFixture.givenId(3), failed)));
    }

    @Test
    void voids_a_step_and_those_that_stand_on_it() {
        fixture().given(STORY).when(voiding(CommandFixture.givenId(6), null)).events(voided(8), voided(7), voided(6));
    }

    @Test
    void voiding_a_dispute_again_changes_nothing() {
        fixture().given(REGISTERED, voided(0)).when(voiding(null, null)).nothing();
    }

    @Test
    void voiding_a_step_again_changes_nothing() {
        fixture()
                .given(REGISTERED, ACCEPTED, voided(1))
                .when(voiding(CommandFixture.givenId(1), null))
                .nothing();
    }

    @Test
    void refuses_to_void_a_step_nobody_knows() {
        fixture().given(REGISTERED).when(voiding(new UUID(9, 9), null)).refused("dispute-step-not-found");
    }

    @Test
    void takes_the_day_of_what_is_voided_and_no_other() {
        fixture().given(REGISTERED).when(voiding(null, REGISTERED_ON)).events(voided(0));
        fixture()
                .given(REGISTERED)
                .when(voiding(null, REGISTERED_ON.plusDays(1)))
                .refusedField("/occurredOn");
    }

    @Test
    void a_voided_step_can_be_taken_again_on_an_earlier_day() {
        fixture()
                .given(REGISTERED, ACCEPTED, voided(1))
                .when(new AcceptMediation(DISPUTE, null, null, REGISTERED_ON))
                .events(on(REGISTERED_ON).accepted());
    }

    @Test
    void a_voided_agreement_settles_nothing() {
        fixture()
                .given(REGISTERED, ACCEPTED, SESSION, AGREED, voided(3))
                .when(new ResolveDispute(DISPUTE, null, null, DisputeOutcome.RECONCILED, null))
                .refused("dispute-not-settled");
    }

    @Test
    void refuses_every_step_of_a_voided_dispute() {
        fixture()
                .given(REGISTERED, voided(0))
                .when(new AcceptMediation(DISPUTE, null, null, null))
                .refused("dispute-voided");
    }

    @Test
    void a_voided_dispute_may_be_registered_again() {
        fixture()
                .given(REGISTERED, voided(0))
                .when(new RegisterDispute(
                        DISPUTE,
                        null,
                        null,
                        null,
                        null,
                        SHUITIAN,
                        List.of(party(1), party(2)),
                        DisputeKind.NEIGHBOUR,
                        text("排水沟"),
                        null,
                        REGISTERED_ON))
                .events(REGISTERED);
    }

    private static DisputeEvent voided(int ordinal) {
        return NEVER.of(new Step<>(CommandFixture.givenId(ordinal), STORY[ordinal]));
    }

    private static VoidDispute voiding(@Nullable UUID stepId, @Nullable LocalDate day) {
        return new VoidDispute(DISPUTE, null, null, stepId, text("误录"), "DUPLICATE", day);
    }
}
