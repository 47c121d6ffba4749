package org.minqing.command.fund;

import static org.minqing.command.fund.Funds.DAY;
import static org.minqing.command.fund.Funds.FUND;
import static org.minqing.command.fund.Funds.OPENED;
import static org.minqing.command.fund.Funds.allocated;
import static org.minqing.command.fund.Funds.approved;
import static org.minqing.command.fund.Funds.donated;
import static org.minqing.command.fund.Funds.fixture;
import static org.minqing.command.fund.Funds.paid;
import static org.minqing.command.fund.Funds.payee;
import static org.minqing.command.fund.Funds.refunded;
import static org.minqing.command.fund.Funds.text;
import static org.minqing.command.fund.Funds.twoPersons;
import static org.minqing.command.fund.Funds.yuan;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;

/** Money that comes back. */
class RefundTest {
    private static final UUID GIFT = new UUID(9, 1);
    private static final UUID ALLOCATION = new UUID(9, 3);
    private static final UUID PAYMENT = new UUID(9, 4);
    private static final UUID APPROVAL = new UUID(9, 5);
    private static final UUID REFUND = new UUID(9, 6);
    private static final Reversal NEVER = new Reversal(text("误录"), "MISTAKE");

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
        paidOut()
                .when(new RefundToFund(FUND, null, null, ALLOCATION, yuan("1"), DAY))
                .refused("payment-not-found");
        paidOut()
                .when(new RefundToFund(FUND, null, null, PAYMENT, yuan("1"), DAY.minusDays(1)))
                .refused("out-of-order");
    }

    @Test
    void reverses_a_refund_that_was_not_paid_again() {
        paidOut()
                .given(refunded(REFUND, PAYMENT, ALLOCATION, "60"))
                .when(reverse(REFUND))
                .events(NEVER.of(refunded(REFUND, PAYMENT, ALLOCATION, "60")));
        paidOut()
                .given(refunded(REFUND, PAYMENT, ALLOCATION, "60"), paid(new UUID(9, 9), ALLOCATION, "41"))
                .when(reverse(REFUND))
                .refused("insufficient-funds");
    }

    @Test
    void refuses_to_reverse_a_refund_whose_payment_would_lack_approval() {
        twoPersons(DAY)
                .given(OPENED, donated(GIFT, "100"), allocated(ALLOCATION, "100"))
                .given(approved(APPROVAL, ALLOCATION, "40"), paid(PAYMENT, ALLOCATION, "40"))
                .given(refunded(REFUND, PAYMENT, ALLOCATION, "40"), paid(new UUID(9, 9), ALLOCATION, "40"))
                .when(reverse(REFUND))
                .refused("payment-not-approved");
    }

    @Test
    void with_a_payment_go_its_refunds() {
        paidOut()
                .given(refunded(REFUND, PAYMENT, ALLOCATION, "60"))
                .when(reverse(PAYMENT))
                .events(
                        NEVER.of(refunded(REFUND, PAYMENT, ALLOCATION, "60")),
                        NEVER.of(paid(PAYMENT, ALLOCATION, "60")));
    }

    @Test
    void an_allocation_whose_payment_came_back_whole_can_be_reversed_only_after_the_payment() {
        paidOut()
                .given(refunded(REFUND, PAYMENT, ALLOCATION, "60"))
                .when(reverse(ALLOCATION))
                .refused("money-paid-out");
    }

    private static CommandFixture paidOut() {
        return fixture()
                .given(OPENED, donated(GIFT, "100"), allocated(ALLOCATION, "100"), paid(PAYMENT, ALLOCATION, "60"));
    }

    private static RefundToFund refund(String amount) {
        return new RefundToFund(FUND, null, null, PAYMENT, yuan(amount), DAY);
    }

    private static PayFromFund pay(String amount) {
        return new PayFromFund(FUND, null, null, null, null, payee(), yuan(amount), null, ALLOCATION, null, DAY);
    }

    private static ReverseEntry reverse(UUID entryId) {
        return new ReverseEntry(FUND, null, null, entryId, text("误录"), "MISTAKE", null);
    }
}
