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
import static org.minqing.command.fund.Funds.refunded;
import static org.minqing.command.fund.Funds.twoPersons;
import static org.minqing.command.fund.Funds.voided;
import static org.minqing.command.fund.Funds.yuan;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.fund.FundCommand.PayFromFund;
import org.minqing.command.fund.FundCommand.RefundToFund;
import org.minqing.command.platform.CommandFixture;

/** Money that comes back. */
class RefundTest {
    private static final UUID GIFT = new UUID(9, 1);
    private static final UUID ALLOCATION = new UUID(9, 3);
    private static final UUID PAYMENT = new UUID(9, 4);
    private static final UUID APPROVAL = new UUID(9, 5);
    private static final UUID REFUND = new UUID(9, 6);

    @Test
    void gives_back_to_the_allocation_what_was_paid() {
        CommandFixture fixture = paidOut();
        fixture.when(refund("60")).events(refunded(fixture.eventId(0), PAYMENT, ALLOCATION, "60"));
        CommandFixture after = paidOut().given(refunded(REFUND, PAYMENT, ALLOCATION, "60"));
        after.when(pay("100")).events(paid(after.eventId(0), ALLOCATION, "100"));
        after.when(pay("100.01")).refused("insufficient-funds");
    }

    @Test
    void gives_back_to_the_purse_what_was_paid_from_it() {
        CommandFixture fixture =
                fixture().given(OPENED, donated(GIFT, "100"), allocated(ALLOCATION, "100"), paid(PAYMENT, null, "100"));
        fixture.when(refund("60")).events(refunded(fixture.eventId(0), PAYMENT, null, "60"));
    }

    @Test
    void refuses_more_than_was_paid_and_not_come_back() {
        paidOut().when(refund("60.01")).refused("more-than-paid");
        paidOut()
                .given(refunded(REFUND, PAYMENT, ALLOCATION, "50"))
                .when(refund("10.01"))
                .refused("more-than-paid");
    }

    @Test
    void refuses_no_money_an_unknown_payment_and_a_day_before_it() {
        paidOut().when(refund("0")).refusedField("/money/amount");
        paidOut().when(new RefundToFund(FUND, ALLOCATION, yuan("1"))).refused("payment-not-found");
        paidOut().on(DAY.minusDays(1)).when(refund("1")).refused("out-of-order");
    }

    @Test
    void reverses_a_refund_that_was_not_paid_again() {
        paidOut()
                .given(refunded(REFUND, PAYMENT, ALLOCATION, "60"))
                .whenVoided(REFUND)
                .events(voided(refunded(REFUND, PAYMENT, ALLOCATION, "60")));
        paidOut()
                .given(refunded(REFUND, PAYMENT, ALLOCATION, "60"), paid(new UUID(9, 9), ALLOCATION, "41"))
                .whenVoided(REFUND)
                .reliedOn("insufficient-funds");
    }

    @Test
    void refuses_to_reverse_a_refund_whose_payment_would_lack_approval() {
        twoPersons(DAY)
                .given(OPENED, donated(GIFT, "100"), allocated(ALLOCATION, "100"))
                .given(approved(APPROVAL, ALLOCATION, "40"), paidByTwo(PAYMENT, ALLOCATION, "40"))
                .given(refunded(REFUND, PAYMENT, ALLOCATION, "40"), paidByTwo(new UUID(9, 9), ALLOCATION, "40"))
                .whenVoided(REFUND)
                .reliedOn("payment-not-approved");
    }

    @Test
    void with_a_payment_go_its_refunds() {
        CommandFixture fixture = paidOut().given(refunded(REFUND, PAYMENT, ALLOCATION, "60"));
        fixture.whenVoided(PAYMENT).reliedOn("payment-not-found");
        fixture.whenVoidedWithFollowing(PAYMENT)
                .events(voided(refunded(REFUND, PAYMENT, ALLOCATION, "60")), voided(paid(PAYMENT, ALLOCATION, "60")));
    }

    @Test
    void an_allocation_whose_payment_came_back_whole_can_be_reversed_only_after_the_payment() {
        paidOut()
                .given(refunded(REFUND, PAYMENT, ALLOCATION, "60"))
                .whenVoided(ALLOCATION)
                .reliedOn("allocation-not-found", "payment-not-found");
    }

    @Test
    void a_refund_is_corrected_and_rests_on_what_was_paid_and_from_where() {
        CommandFixture fixture = paidOut().given(refunded(REFUND, PAYMENT, ALLOCATION, "50"));
        fixture.whenCorrected(REFUND, "{\"money\": {\"amount\": \"60\"}}")
                .events(corrected(
                        refunded(REFUND, PAYMENT, ALLOCATION, "50"), refunded(REFUND, PAYMENT, ALLOCATION, "60")));
        fixture.whenCorrected(REFUND, "{\"money\": {\"amount\": \"60.01\"}}").refused("more-than-paid");
        fixture.whenCorrected(PAYMENT, "{\"money\": {\"amount\": \"49.99\"}}").reliedOn("more-than-paid");
        fixture.whenCorrected(PAYMENT, "{\"allocationId\": null}")
                .refusedField("/changes/purpose", "purpose-or-allocation");
        fixture.whenCorrected(PAYMENT, "{\"allocationId\": null, \"purpose\": \"抗旱\"}")
                .reliedOn("entry-changed");
    }

    private static CommandFixture paidOut() {
        return fixture()
                .given(OPENED, donated(GIFT, "100"), allocated(ALLOCATION, "100"), paid(PAYMENT, ALLOCATION, "60"));
    }

    private static RefundToFund refund(String amount) {
        return new RefundToFund(FUND, PAYMENT, yuan(amount));
    }

    private static PayFromFund pay(String amount) {
        return new PayFromFund(FUND, null, null, payee(), yuan(amount), null, ALLOCATION, null);
    }
}
