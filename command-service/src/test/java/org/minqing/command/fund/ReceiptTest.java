package org.minqing.command.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.fund.Funds.CADRE;
import static org.minqing.command.fund.Funds.CITY;
import static org.minqing.command.fund.Funds.DAY;
import static org.minqing.command.fund.Funds.FUND;
import static org.minqing.command.fund.Funds.OF;
import static org.minqing.command.fund.Funds.OPENED;
import static org.minqing.command.fund.Funds.allocated;
import static org.minqing.command.fund.Funds.corrected;
import static org.minqing.command.fund.Funds.donated;
import static org.minqing.command.fund.Funds.entry;
import static org.minqing.command.fund.Funds.fixture;
import static org.minqing.command.fund.Funds.granted;
import static org.minqing.command.fund.Funds.name;
import static org.minqing.command.fund.Funds.raised;
import static org.minqing.command.fund.Funds.receipt;
import static org.minqing.command.fund.Funds.voided;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.fund.FundCommand.IssueReceipt;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Money;
import org.minqing.events.MoneyUnit;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.DonorKind;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.Entry;
import org.minqing.events.fund.FundEvent.ReceiptIssued;

/** Receipts, numbered without gaps. */
class ReceiptTest {
    private static final UUID GIFT = new UUID(9, 1);
    private static final UUID ALLOCATION = new UUID(9, 3);
    private static final UUID PAYMENT = new UUID(9, 4);
    private static final UUID GRANT = new UUID(9, 7);
    private static final UUID RECEIPT = new UUID(9, 8);
    private static final UUID NEXT = new UUID(9, 9);
    private static final Donor UNIT = new Donor(DonorKind.ORGANISATION, CITY, null);

    @Test
    void numbers_begin_with_one_and_go_on() {
        CommandFixture first = given();
        first.when(issue(GIFT)).events(receipt(first.eventId(0), GIFT, 1, "100"));
        CommandFixture second = given().given(receipt(RECEIPT, GIFT, 1, "100"));
        second.when(issue(GRANT)).events(receipt(second.eventId(0), GRANT, 2, "50", null));
    }

    @Test
    void each_year_begins_anew_and_goes_on_where_it_was() {
        LocalDate later = LocalDate.of(2013, 1, 2);
        ReceiptIssued next = given().today("2013-02-01")
                .given(receipt(RECEIPT, GIFT, 1, "100"))
                .on(later)
                .when(issue(GRANT))
                .only(ReceiptIssued.class);
        assertThat(next.year()).isEqualTo(2013);
        assertThat(next.number()).isOne();
        CommandFixture back = given().today("2013-02-01").given(receipt(RECEIPT, GIFT, 1, "100"), next);
        UUID third = new UUID(9, 2);
        back.given(donated(third, "7")).when(issue(third)).events(receipt(back.eventId(0), third, 2, "7"));
    }

    @Test
    void contributions_have_receipts_too() {
        UUID raised = new UUID(9, 2);
        CommandFixture fixture = given().given(raised(raised, "30"));
        fixture.when(issue(raised)).events(receipt(fixture.eventId(0), raised, 1, "30", null));
    }

    @Test
    void a_second_receipt_for_one_entry_changes_nothing() {
        given().given(receipt(RECEIPT, GIFT, 1, "100")).when(issue(GIFT)).nothing();
    }

    @Test
    void refuses_what_did_not_come_in_what_nobody_knows_and_a_day_before_it() {
        given().given(allocated(ALLOCATION, "1")).when(issue(ALLOCATION)).refused("nothing-received");
        given().when(issue(PAYMENT)).refused("fund-entry-not-found");
        given().on(DAY.minusDays(1)).when(issue(GIFT)).refused("out-of-order");
    }

    @Test
    void a_voided_receipt_keeps_its_number_and_the_next_has_another() {
        ReceiptIssued receipt = receipt(RECEIPT, GIFT, 1, "100");
        given().given(receipt).whenVoided(RECEIPT).events(voided(receipt));
        CommandFixture after = given().given(receipt, voided(receipt));
        after.when(issue(GIFT)).events(receipt(after.eventId(0), GIFT, 2, "100"));
        after.whenVoided(RECEIPT).nothing();
        CommandFixture later = given().given(receipt(NEXT, GRANT, 1, "50", null), receipt(RECEIPT, GIFT, 2, "100"));
        later.given(voided(receipt(NEXT, GRANT, 1, "50", null)));
        later.when(issue(GRANT)).events(receipt(later.eventId(0), GRANT, 3, "50", null));
    }

    @Test
    void with_an_entry_goes_its_receipt() {
        CommandFixture fixture = given().given(receipt(RECEIPT, GIFT, 1, "100"));
        fixture.whenVoided(GIFT).reliedOn("fund-entry-not-found");
        fixture.whenVoidedWithFollowing(GIFT)
                .events(voided(receipt(RECEIPT, GIFT, 1, "100")), voided(donated(GIFT, "100")));
    }

    @Test
    void a_receipt_that_says_otherwise_no_longer_holds() {
        CommandFixture fixture = given().given(receipt(RECEIPT, GIFT, 1, "100"));
        fixture.whenCorrected(GIFT, money("90")).reliedOn("entry-changed");
        fixture.whenCorrected(GIFT, by(CITY)).reliedOn("entry-changed");
        fixture.whenCorrected(GIFT, money("90"), true)
                .events(voided(receipt(RECEIPT, GIFT, 1, "100")), corrected(donated(GIFT, "100"), donated(GIFT, "90")));
    }

    @Test
    void to_void_a_correction_makes_the_receipt_of_it_fall() {
        given().given(corrected(donated(GIFT, "100"), donated(GIFT, "90")), receipt(RECEIPT, GIFT, 1, "90"))
                .whenVoided(CommandFixture.givenId(3))
                .reliedOn("entry-changed");
    }

    @Test
    void a_receipt_made_out_for_the_wrong_entry_keeps_its_number_when_corrected() {
        CommandFixture fixture = given().given(receipt(RECEIPT, GIFT, 1, "100"));
        fixture.whenCorrected(RECEIPT, "{\"entryId\": \"%s\"}".formatted(GRANT))
                .events(corrected(receipt(RECEIPT, GIFT, 1, "100"), receipt(RECEIPT, GRANT, 1, "50", null)));
        fixture.given(receipt(NEXT, GRANT, 2, "50", null))
                .whenCorrected(NEXT, "{\"entryId\": \"%s\"}".formatted(GIFT))
                .refused("receipt-stands");
    }

    @Test
    void a_donation_is_corrected() {
        given().whenCorrected(GIFT, money("200")).events(corrected(donated(GIFT, "100"), donated(GIFT, "200")));
        given().whenCorrected(GIFT, "{}").nothing();
        given().whenCorrected(GIFT, money("100")).nothing();
        given().whenCorrected(GIFT, by(CITY)).events(corrected(donated(GIFT, "100"), donated(GIFT, UNIT, "100")));
        given().whenCorrected(GIFT, "{\"taskCode\": \"T9\"}").refusedField("/changes/taskCode");
    }

    @Test
    void a_donor_nobody_registered_stays_who_it_was() {
        UUID made = new UUID(4, 4);
        Donor shop = new Donor(DonorKind.ORGANISATION, made, name(made, "示例商会"));
        fixture()
                .given(OPENED, donated(GIFT, shop, "100"))
                .whenCorrected(GIFT, money("200"))
                .events(corrected(donated(GIFT, shop, "100"), donated(GIFT, shop, "200")));
    }

    @Test
    void the_unit_in_which_money_was_entered_stays() {
        DonationRecorded first = new DonationRecorded(
                OF,
                entry(GIFT),
                new Donor(DonorKind.CADRE, CADRE, null),
                Money.of(new BigDecimal("21000"), MoneyUnit.万元),
                DAY);
        DonationRecorded after =
                new DonationRecorded(OF, new Entry(GIFT, null, "T3"), first.donor(), first.money(), DAY);
        fixture()
                .given(OPENED, first)
                .whenCorrected(GIFT, "{\"taskCode\": \"T3\"}")
                .events(corrected(first, after));
    }

    @Test
    void corrections_stack() {
        given().given(corrected(donated(GIFT, "100"), donated(GIFT, "90")))
                .whenCorrected(GIFT, money("80"))
                .events(corrected(donated(GIFT, "90"), donated(GIFT, "80")));
    }

    @Test
    void refuses_to_correct_a_donation_below_what_is_set_aside() {
        CommandFixture fixture = given().given(allocated(ALLOCATION, "120"));
        fixture.whenCorrected(GIFT, money("69.99")).reliedOn("insufficient-funds");
        fixture.whenCorrected(GIFT, money("70")).events(corrected(donated(GIFT, "100"), donated(GIFT, "70")));
        given().whenCorrected(GIFT, money("0")).refusedField("/changes/money/amount");
    }

    private static String money(String amount) {
        return "{\"money\": {\"amount\": \"%s\"}}".formatted(amount);
    }

    private static String by(UUID organisation) {
        return "{\"donor\": {\"kind\": \"ORGANISATION\", \"id\": \"%s\"}}".formatted(organisation);
    }

    private static CommandFixture given() {
        return fixture().given(OPENED, donated(GIFT, "100"), granted(GRANT, "50"));
    }

    private static IssueReceipt issue(UUID entryId) {
        return new IssueReceipt(FUND, entryId);
    }
}
