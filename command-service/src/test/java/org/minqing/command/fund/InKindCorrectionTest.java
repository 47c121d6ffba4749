package org.minqing.command.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.fund.Funds.CADRE;
import static org.minqing.command.fund.Funds.CITY;
import static org.minqing.command.fund.Funds.DAY;
import static org.minqing.command.fund.Funds.FUND;
import static org.minqing.command.fund.Funds.OPENED;
import static org.minqing.command.fund.Funds.PROGRAMME;
import static org.minqing.command.fund.Funds.SHUITIAN;
import static org.minqing.command.fund.Funds.allocated;
import static org.minqing.command.fund.Funds.donated;
import static org.minqing.command.fund.Funds.fixture;
import static org.minqing.command.fund.Funds.receipt;
import static org.minqing.command.fund.Funds.text;
import static org.minqing.command.fund.Funds.yuan;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.QuantityInput;
import org.minqing.events.Qualifier;
import org.minqing.events.Quantity;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.DonorKind;
import org.minqing.events.fund.FundEvent.InKindDonationCorrected;
import org.minqing.events.fund.FundEvent.InKindDonationRecorded;
import org.minqing.events.fund.FundEvent.InKindDonationVoided;
import org.minqing.events.fund.FundEvent.ReceiptIssued;
import org.minqing.events.fund.InKindItem;

/** Ten bags of rice, a hundred yuan each, that were something else. */
class InKindCorrectionTest {
    private static final UUID GIFT = new UUID(9, 1);
    private static final UUID MONEY = new UUID(9, 2);
    private static final Reversal NEVER = new Reversal(text("误录"), "MISTAKE");
    private static final InKindDonationRecorded TEN = given("T3", bags("大米", "10"));
    private static final InKindDonationRecorded EIGHT = given("T3", bags("大米", "8"));

    @Test
    void the_goods_and_their_worth_are_corrected() {
        before().when(correct("8")).events(corrected(TEN, EIGHT));
        before().when(correct(null, rice("8"), flour("1.5")))
                .events(corrected(TEN, given("T3", bags("大米", "8"), bags("面粉", "1.5"))));
    }

    @Test
    void the_task_is_corrected_and_the_rest_stays() {
        before().when(correct("T5", new ItemInput[0])).events(corrected(TEN, given("T5", bags("大米", "10"))));
    }

    @Test
    void a_correction_to_what_was_recorded_changes_nothing() {
        before().when(correct("10")).nothing();
        before().when(correct("10.00")).nothing();
        before().when(correct("T3", rice("10"))).nothing();
        before().when(correct(null, new ItemInput[0])).nothing();
    }

    @Test
    void corrections_stack() {
        InKindDonationRecorded seven = given("T3", bags("大米", "7"));
        before().given(corrected(TEN, EIGHT)).when(correct("7")).events(corrected(EIGHT, seven));
        before().given(corrected(TEN, EIGHT)).when(correct("8")).nothing();
        before().given(corrected(TEN, EIGHT)).when(correct("10")).events(corrected(EIGHT, TEN));
    }

    @Test
    void a_void_takes_back_what_is_in_force() {
        assertThat(before().given(corrected(TEN, EIGHT))
                        .when(new VoidDonation(FUND, null, null, GIFT, text("误录"), "MISTAKE", null))
                        .only(InKindDonationVoided.class)
                        .before())
                .isEqualTo(EIGHT);
        before().given(corrected(TEN, EIGHT))
                .when(new ReverseEntry(FUND, null, null, GIFT, text("误录"), "MISTAKE", null))
                .events(NEVER.of(EIGHT));
    }

    @Test
    void a_receipt_that_names_other_goods_is_cancelled() {
        ReceiptIssued receipt = receipt(new UUID(9, 8), GIFT, 1, "1000");
        before().given(receipt).when(correct("8")).events(NEVER.cancelled(receipt), corrected(TEN, EIGHT));
        before().given(receipt)
                .when(correct(null, flour("10")))
                .events(NEVER.cancelled(receipt), corrected(TEN, given("T3", bags("面粉", "10"))));
        before().given(receipt)
                .when(correct("T5", new ItemInput[0]))
                .events(corrected(TEN, given("T5", bags("大米", "10"))));
    }

    @Test
    void the_next_receipt_says_what_is_in_force() {
        ReceiptIssued receipt = receipt(new UUID(9, 8), GIFT, 1, "1000");
        CommandFixture fixture = before().given(receipt, NEVER.cancelled(receipt), corrected(TEN, EIGHT));
        fixture.when(new IssueReceipt(FUND, null, null, GIFT, DAY)).events(receipt(fixture.eventId(0), GIFT, 2, "800"));
    }

    @Test
    void goods_are_no_money_of_the_fund_before_and_after() {
        CommandFixture fixture = before().given(allocated(new UUID(9, 3), "100"));
        fixture.when(correct("1")).events(corrected(TEN, given("T3", bags("大米", "1"))));
        before().given(corrected(TEN, given("T3", bags("大米", "20"))))
                .when(new AllocateFunds(FUND, null, null, null, null, "铺设水管", null, yuan("100.01"), DAY))
                .refused("insufficient-funds");
    }

    @Test
    void refuses_what_is_no_gift_in_kind_and_what_was_voided() {
        before().when(correct(MONEY, null, rice("8"))).refused("not-a-donation-in-kind");
        before().when(correct(new UUID(9, 9), null, rice("8"))).refused("fund-entry-not-found");
        before().given(NEVER.of(TEN)).when(correct("8")).refused("fund-entry-not-found");
    }

    @Test
    void refuses_goods_that_are_none_or_worth_nothing_or_too_much() {
        before().when(new CorrectInKindDonation(
                        FUND, null, null, GIFT, null, null, List.of(), text("误录"), "MISTAKE", null))
                .refusedField("/items");
        before().when(correct(null, rice("1"), rice("0.00001"))).refusedField("/items/1/quantity/value");
        before().when(correct(null, rice("99999999999999"), rice("99999999999999")))
                .refusedField("/items");
    }

    @Test
    void refuses_another_day_another_organisation_and_an_office_and_a_task_nobody_knows() {
        before().when(new CorrectInKindDonation(
                        FUND, null, null, GIFT, null, null, null, text("误录"), "MISTAKE", DAY.plusDays(1)))
                .refusedField("/occurredOn");
        before().when(new CorrectInKindDonation(
                        FUND, null, new UUID(2, 9), GIFT, null, null, null, text("误录"), "MISTAKE", null))
                .refusedField("/organisationId");
        before().when(new CorrectInKindDonation(
                        FUND, null, null, GIFT, new UUID(8, 8), null, null, text("误录"), "MISTAKE", null))
                .refused("office-not-found");
        before().when(correct("T9", new ItemInput[0])).refusedField("/taskCode");
    }

    private static CommandFixture before() {
        return fixture().given(OPENED, donated(MONEY, "100"), TEN);
    }

    private static CorrectInKindDonation correct(String bags) {
        return correct(null, rice(bags));
    }

    private static CorrectInKindDonation correct(@Nullable String task, ItemInput... items) {
        return correct(GIFT, task, items);
    }

    private static CorrectInKindDonation correct(UUID entryId, @Nullable String task, ItemInput... items) {
        List<ItemInput> goods = items.length == 0 ? null : List.of(items);
        return new CorrectInKindDonation(FUND, null, null, entryId, null, task, goods, text("误录"), "MISTAKE", null);
    }

    private static ItemInput rice(String bags) {
        return new ItemInput("大米", new QuantityInput(new BigDecimal(bags), "袋", null, null), yuan("100"), "市场价");
    }

    private static ItemInput flour(String bags) {
        return new ItemInput("面粉", new QuantityInput(new BigDecimal(bags), "袋", null, null), yuan("100"), "市场价");
    }

    private static InKindItem bags(String name, String bags) {
        BigDecimal worth = new BigDecimal(bags).multiply(new BigDecimal("100"));
        return new InKindItem(
                name,
                new Quantity(new BigDecimal(bags), "袋", Qualifier.EXACT, null),
                yuan("100"),
                "市场价",
                yuan(worth.toPlainString()));
    }

    private static InKindDonationRecorded given(String task, InKindItem... items) {
        BigDecimal worth =
                List.of(items).stream().map(item -> item.amount().yuan()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new InKindDonationRecorded(
                FUND,
                PROGRAMME,
                CITY,
                SHUITIAN,
                "人畜饮水",
                GIFT,
                null,
                task,
                new Donor(DonorKind.CADRE, CADRE, null),
                List.of(items),
                yuan(worth.toPlainString()),
                DAY);
    }

    private static InKindDonationCorrected corrected(InKindDonationRecorded before, InKindDonationRecorded after) {
        return new InKindDonationCorrected(
                FUND, PROGRAMME, CITY, SHUITIAN, "人畜饮水", GIFT, before, after, text("误录"), "MISTAKE", DAY);
    }
}
