package org.minqing.command.fund;

import static org.minqing.command.fund.Funds.DAY;
import static org.minqing.command.fund.Funds.FUND;
import static org.minqing.command.fund.Funds.OPENED;
import static org.minqing.command.fund.Funds.allocated;
import static org.minqing.command.fund.Funds.approved;
import static org.minqing.command.fund.Funds.corrected;
import static org.minqing.command.fund.Funds.donated;
import static org.minqing.command.fund.Funds.fixture;
import static org.minqing.command.fund.Funds.paid;
import static org.minqing.command.fund.Funds.paidByTwo;
import static org.minqing.command.fund.Funds.payee;
import static org.minqing.command.fund.Funds.twoPersons;
import static org.minqing.command.fund.Funds.voided;
import static org.minqing.command.fund.Funds.yuan;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.access.Reach;
import org.minqing.command.fund.FundCommand.ApprovePayment;
import org.minqing.command.fund.FundCommand.PayFromFund;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.decision.Caller;

/** One enters, another approves. */
class ApprovalTest {
    private static final UUID GIFT = new UUID(9, 1);
    private static final UUID ALLOCATION = new UUID(9, 3);
    private static final UUID PAYMENT = new UUID(9, 4);
    private static final UUID APPROVAL = new UUID(9, 5);

    @Test
    void another_person_approves_what_was_set_aside() {
        CommandFixture fixture = setAside(fixture());
        fixture.when(approve(null)).events(approved(fixture.eventId(0), ALLOCATION, "100"));
        fixture.when(approve("40")).events(approved(fixture.eventId(0), ALLOCATION, "40"));
    }

    @Test
    void left_out_the_money_is_all_that_was_not_approved_yet() {
        CommandFixture fixture = setAside(fixture()).given(approved(APPROVAL, ALLOCATION, "40"));
        fixture.when(approve(null)).events(approved(fixture.eventId(0), ALLOCATION, "60"));
    }

    @Test
    void approving_again_changes_nothing() {
        setAside(fixture())
                .given(approved(APPROVAL, ALLOCATION, "100"))
                .when(approve(null))
                .nothing();
    }

    @Test
    void refuses_to_approve_more_than_was_set_aside() {
        setAside(fixture()).when(approve("100.01")).refused("more-than-set-aside");
        setAside(fixture())
                .given(approved(APPROVAL, ALLOCATION, "40"))
                .when(approve("60.01"))
                .refused("more-than-set-aside");
    }

    @Test
    void refuses_to_approve_nothing() {
        setAside(fixture()).when(approve("0")).refusedField("/money/amount");
    }

    @Test
    void refuses_who_entered_the_allocation() {
        fixture()
                .given(OPENED, donated(GIFT, "100"))
                .givenBy("tester", allocated(ALLOCATION, "100"))
                .when(approve(null))
                .refused("same-person");
    }

    @Test
    void refuses_an_allocation_nobody_knows_and_a_day_before_it() {
        fixture().given(OPENED).when(approve(null)).refused("allocation-not-found");
        setAside(fixture()).on(DAY.minusDays(1)).when(approve(null)).refused("out-of-order");
    }

    @Test
    void pays_what_was_approved_where_two_persons_are_needed() {
        CommandFixture fixture = setAside(twoPersons(DAY)).given(approved(APPROVAL, ALLOCATION, "40"));
        fixture.when(pay("40", ALLOCATION)).events(paidByTwo(fixture.eventId(0), ALLOCATION, "40"));
        fixture.when(pay("40.01", ALLOCATION)).refused("payment-not-approved");
    }

    @Test
    void refuses_an_unapproved_payment_where_two_persons_are_needed() {
        setAside(twoPersons(DAY)).when(pay("1", ALLOCATION)).refused("payment-not-approved");
        setAside(twoPersons(DAY))
                .given(approved(APPROVAL, ALLOCATION, "40"), paid(PAYMENT, ALLOCATION, "40"))
                .when(pay("1", ALLOCATION))
                .refused("payment-not-approved");
    }

    @Test
    void refuses_a_payment_naming_no_allocation_where_two_persons_are_needed() {
        setAside(twoPersons(DAY))
                .given(approved(APPROVAL, ALLOCATION, "100"))
                .when(pay("1", null))
                .refused("payment-not-approved");
    }

    @Test
    void before_the_rule_is_in_force_one_person_is_enough() {
        CommandFixture fixture = setAside(twoPersons(DAY.plusDays(1)));
        fixture.when(pay("1", ALLOCATION)).events(paid(fixture.eventId(0), ALLOCATION, "1"));
    }

    @Test
    void voids_an_approval_no_payment_rests_on() {
        setAside(fixture())
                .given(approved(APPROVAL, ALLOCATION, "40"))
                .whenVoided(APPROVAL)
                .events(voided(approved(APPROVAL, ALLOCATION, "40")));
        setAside(fixture())
                .given(approved(APPROVAL, ALLOCATION, "40"), paid(PAYMENT, ALLOCATION, "1"))
                .whenVoided(APPROVAL)
                .events(voided(approved(APPROVAL, ALLOCATION, "40")));
        setAside(fixture())
                .given(approved(APPROVAL, ALLOCATION, "40"), paidByTwo(PAYMENT, ALLOCATION, "1"))
                .whenVoided(APPROVAL)
                .reliedOn("payment-not-approved");
    }

    @Test
    void a_voided_approval_approves_nothing() {
        setAside(twoPersons(DAY))
                .given(approved(APPROVAL, ALLOCATION, "40"), voided(approved(APPROVAL, ALLOCATION, "40")))
                .when(pay("1", ALLOCATION))
                .refused("payment-not-approved");
    }

    @Test
    void with_an_allocation_go_its_approvals() {
        CommandFixture fixture = setAside(fixture()).given(approved(APPROVAL, ALLOCATION, "40"));
        fixture.whenVoided(ALLOCATION).reliedOn("allocation-not-found");
        fixture.whenVoidedWithFollowing(ALLOCATION)
                .events(voided(approved(APPROVAL, ALLOCATION, "40")), voided(allocated(ALLOCATION, "100")));
    }

    @Test
    void an_approval_is_for_what_was_set_aside_then_and_by_who_did() {
        CommandFixture fixture = setAside(fixture()).given(approved(APPROVAL, ALLOCATION, "40"));
        fixture.caller(as("丙"))
                .whenCorrected(ALLOCATION, "{\"purpose\": \"聚餐\"}")
                .reliedOn("entry-changed");
        fixture.caller(as("丙"))
                .whenCorrected(ALLOCATION, "{\"money\": {\"amount\": \"39.99\"}}")
                .reliedOn("more-than-set-aside");
        fixture.caller(as("tester"))
                .whenCorrected(ALLOCATION, "{\"money\": {\"amount\": \"90\"}}")
                .reliedOn("same-person");
        fixture.caller(as("丙"))
                .whenCorrected(ALLOCATION, "{\"money\": {\"amount\": \"90\"}}")
                .events(corrected(allocated(ALLOCATION, "100"), allocated(ALLOCATION, "90")));
    }

    @Test
    void who_corrects_an_allocation_does_not_approve_it() {
        fixture()
                .given(OPENED, donated(GIFT, "100"))
                .givenBy("甲", allocated(ALLOCATION, "90"))
                .givenBy("tester", corrected(allocated(ALLOCATION, "90"), allocated(ALLOCATION, "100")))
                .when(approve(null))
                .refused("same-person");
    }

    @Test
    void an_approval_is_corrected_by_another_person_than_who_set_the_money_aside() {
        CommandFixture fixture = setAside(fixture()).given(approved(APPROVAL, ALLOCATION, "40"));
        fixture.whenCorrected(APPROVAL, "{\"money\": {\"amount\": \"30\"}}")
                .events(corrected(approved(APPROVAL, ALLOCATION, "40"), approved(APPROVAL, ALLOCATION, "30")));
        fixture.caller(as("甲"))
                .whenCorrected(APPROVAL, "{\"money\": {\"amount\": \"30\"}}")
                .refused("same-person");
    }

    private static Caller as(String actor) {
        return new Caller(CommandFixture.CLIENT, actor, Set.of("office"), "office", Reach.SCOPE, "53", null, null);
    }

    private static CommandFixture setAside(CommandFixture fixture) {
        return fixture.given(OPENED, donated(GIFT, "100")).givenBy("甲", allocated(ALLOCATION, "100"));
    }

    private static ApprovePayment approve(@Nullable String amount) {
        return new ApprovePayment(FUND, ALLOCATION, amount == null ? null : yuan(amount));
    }

    private static PayFromFund pay(String amount, @Nullable UUID allocation) {
        return new PayFromFund(FUND, null, null, payee(), yuan(amount), "铺设水管", allocation, null);
    }
}
