package org.minqing.command.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.fund.Funds.CITY;
import static org.minqing.command.fund.Funds.DAY;
import static org.minqing.command.fund.Funds.FUND;
import static org.minqing.command.fund.Funds.OPENED;
import static org.minqing.command.fund.Funds.PROGRAMME;
import static org.minqing.command.fund.Funds.SHUITIAN;
import static org.minqing.command.fund.Funds.allocated;
import static org.minqing.command.fund.Funds.donated;
import static org.minqing.command.fund.Funds.fixture;
import static org.minqing.command.fund.Funds.granted;
import static org.minqing.command.fund.Funds.raised;
import static org.minqing.command.fund.Funds.receipt;
import static org.minqing.command.fund.Funds.text;
import static org.minqing.command.fund.Funds.yuan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.DonorKind;
import org.minqing.events.fund.FundEvent.DonationCorrected;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.ReceiptIssued;

/** Receipts, numbered without gaps. */
class ReceiptTest {
    private static final UUID GIFT = new UUID(9, 1);
    private static final UUID ALLOCATION = new UUID(9, 3);
    private static final UUID PAYMENT = new UUID(9, 4);
    private static final UUID GRANT = new UUID(9, 7);
    private static final UUID RECEIPT = new UUID(9, 8);
    private static final Reversal NEVER = new Reversal(text("误录"), "MISTAKE");

    @Test
    void numbers_begin_with_one_and_go_on() {
        CommandFixture first = given();
        first.when(issue(GIFT, DAY)).events(receipt(first.eventId(0), GIFT, 1, "100"));
        CommandFixture second = given().given(receipt(RECEIPT, GIFT, 1, "100"));
        second.when(issue(GRANT, DAY)).events(receipt(second.eventId(0), GRANT, 2, "50"));
    }

    @Test
    void each_year_begins_anew_and_goes_on_where_it_was() {
        LocalDate later = LocalDate.of(2013, 1, 2);
        ReceiptIssued next = given().today("2013-02-01")
                .given(receipt(RECEIPT, GIFT, 1, "100"))
                .when(issue(GRANT, later))
                .only(ReceiptIssued.class);
        assertThat(next.year()).isEqualTo(2013);
        assertThat(next.number()).isOne();
        CommandFixture back = given().today("2013-02-01").given(receipt(RECEIPT, GIFT, 1, "100"), next);
        UUID third = new UUID(9, 2);
        back.given(donated(third, "7")).when(issue(third, DAY)).events(receipt(back.eventId(0), third, 2, "7"));
    }

    @Test
    void contributions_have_receipts_too() {
        UUID raised = new UUID(9, 2);
        CommandFixture fixture = given().given(raised(raised, "30"));
        fixture.when(issue(raised, DAY)).events(receipt(fixture.eventId(0), raised, 1, "30"));
    }

    @Test
    void a_second_receipt_for_one_entry_changes_nothing() {
        given().given(receipt(RECEIPT, GIFT, 1, "100")).when(issue(GIFT, DAY)).nothing();
    }

    @Test
    void refuses_what_did_not_come_in_what_nobody_knows_and_a_day_before_it() {
        given().given(allocated(ALLOCATION, "1")).when(issue(ALLOCATION, DAY)).refused("nothing-received");
        given().when(issue(PAYMENT, DAY)).refused("fund-entry-not-found");
        given().when(issue(GIFT, DAY.minusDays(1))).refused("out-of-order");
    }

    @Test
    void a_cancelled_receipt_keeps_its_number_and_the_next_has_another() {
        ReceiptIssued receipt = receipt(RECEIPT, GIFT, 1, "100");
        given().given(receipt).when(cancel(GIFT)).events(NEVER.cancelled(receipt));
        CommandFixture after = given().given(receipt, NEVER.cancelled(receipt));
        after.when(issue(GIFT, DAY)).events(receipt(after.eventId(0), GIFT, 2, "100"));
        after.when(cancel(GIFT)).nothing();
    }

    @Test
    void refuses_to_cancel_what_was_never_issued_and_another_day() {
        given().when(cancel(GIFT)).refused("receipt-not-found");
        given().given(receipt(RECEIPT, GIFT, 1, "100"))
                .when(new VoidReceipt(FUND, null, null, GIFT, text("误录"), null, DAY.plusDays(1)))
                .refusedField("/occurredOn");
    }

    @Test
    void with_an_entry_goes_its_receipt() {
        ReceiptIssued receipt = receipt(RECEIPT, GIFT, 1, "100");
        given().given(receipt).when(reverse(GIFT)).events(NEVER.cancelled(receipt), NEVER.of(donated(GIFT, "100")));
    }

    @Test
    void a_correction_of_the_money_cancels_the_receipt() {
        ReceiptIssued receipt = receipt(RECEIPT, GIFT, 1, "100");
        given().given(receipt)
                .when(correct(GIFT, "90", null))
                .events(NEVER.cancelled(receipt), corrected(donated(GIFT, "90")));
    }

    @Test
    void a_donation_is_corrected() {
        given().when(correct(GIFT, "200", null)).events(corrected(donated(GIFT, "200")));
        given().when(correct(GIFT, null, null)).nothing();
        given().when(correct(GIFT, "100", null)).nothing();
        Donor unit = new Donor(DonorKind.ORGANISATION, CITY, null);
        given().when(correct(GIFT, null, new DonorInput(DonorKind.ORGANISATION, CITY, null)))
                .events(corrected(donated(GIFT, unit, "100")));
    }

    @Test
    void corrections_stack() {
        DonationCorrected once = corrected(donated(GIFT, "90"));
        DonationCorrected twice =
                given().given(once).when(correct(GIFT, "80", null)).only(DonationCorrected.class);
        assertThat(twice.before()).isEqualTo(donated(GIFT, "90"));
        assertThat(twice.after()).isEqualTo(donated(GIFT, "80"));
    }

    @Test
    void refuses_to_correct_a_donation_below_what_is_set_aside() {
        CommandFixture fixture = given().given(allocated(ALLOCATION, "120"));
        fixture.when(correct(GIFT, "69.99", null)).refused("money-set-aside");
        fixture.when(correct(GIFT, "70", null)).events(corrected(donated(GIFT, "70")));
    }

    @Test
    void refuses_to_correct_what_is_no_donation_of_money() {
        given().when(correct(GRANT, "1", null)).refused("not-a-donation-of-money");
        given().when(correct(PAYMENT, "1", null)).refused("fund-entry-not-found");
        given().when(correct(GIFT, "0", null)).refusedField("/money/amount");
    }

    private static CommandFixture given() {
        return fixture().given(OPENED, donated(GIFT, "100"), granted(GRANT, "50"));
    }

    private static IssueReceipt issue(UUID entryId, LocalDate day) {
        return new IssueReceipt(FUND, null, null, entryId, day);
    }

    private static VoidReceipt cancel(UUID entryId) {
        return new VoidReceipt(FUND, null, null, entryId, text("误录"), "MISTAKE", null);
    }

    private static CorrectDonation correct(UUID entryId, @Nullable String amount, @Nullable DonorInput donor) {
        return new CorrectDonation(
                FUND,
                null,
                null,
                entryId,
                null,
                null,
                donor,
                amount == null ? null : yuan(amount),
                text("误录"),
                "MISTAKE",
                null);
    }

    private static DonationCorrected corrected(DonationRecorded after) {
        return new DonationCorrected(
                FUND, PROGRAMME, CITY, SHUITIAN, "人畜饮水", GIFT, donated(GIFT, "100"), after, text("误录"), "MISTAKE", DAY);
    }

    private static ReverseEntry reverse(UUID entryId) {
        return new ReverseEntry(FUND, null, null, entryId, text("误录"), "MISTAKE", null);
    }
}
