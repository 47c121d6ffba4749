package org.minqing.command.fund;

import static org.minqing.command.fund.Funds.CADRE;
import static org.minqing.command.fund.Funds.DAY;
import static org.minqing.command.fund.Funds.FUND;
import static org.minqing.command.fund.Funds.OF;
import static org.minqing.command.fund.Funds.OPENED;
import static org.minqing.command.fund.Funds.allocated;
import static org.minqing.command.fund.Funds.corrected;
import static org.minqing.command.fund.Funds.donated;
import static org.minqing.command.fund.Funds.fixture;
import static org.minqing.command.fund.Funds.voided;
import static org.minqing.command.fund.Funds.yuan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.fund.FundCommand.AllocateFunds;
import org.minqing.command.fund.FundCommand.IssueReceipt;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Qualifier;
import org.minqing.events.Quantity;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.DonorKind;
import org.minqing.events.fund.FundEvent.Entry;
import org.minqing.events.fund.FundEvent.InKindDonationRecorded;
import org.minqing.events.fund.FundEvent.ReceiptIssued;
import org.minqing.events.fund.InKindItem;

/** Ten bags of rice, a hundred yuan each, that were something else. */
class InKindCorrectionTest {
    private static final UUID GIFT = new UUID(9, 1);
    private static final UUID MONEY = new UUID(9, 2);
    private static final InKindDonationRecorded TEN = given("T3", bags("大米", "10"));
    private static final InKindDonationRecorded EIGHT = given("T3", bags("大米", "8"));

    @Test
    void the_goods_and_their_worth_are_corrected() {
        before().whenCorrected(GIFT, rice("8")).events(corrected(TEN, EIGHT));
        before().whenCorrected(GIFT, items("大米", "8", "面粉", "1.5"))
                .events(corrected(TEN, given("T3", bags("大米", "8"), bags("面粉", "1.5"))));
    }

    @Test
    void the_task_is_corrected_and_the_rest_stays() {
        before().whenCorrected(GIFT, task("T5")).events(corrected(TEN, given("T5", bags("大米", "10"))));
    }

    @Test
    void a_correction_to_what_was_recorded_changes_nothing() {
        before().whenCorrected(GIFT, rice("10")).nothing();
        before().whenCorrected(GIFT, rice("10.00")).nothing();
        before().whenCorrected(GIFT, task("T3")).nothing();
        before().whenCorrected(GIFT, "{}").nothing();
    }

    @Test
    void corrections_stack() {
        CommandFixture fixture = before().given(corrected(TEN, EIGHT));
        fixture.whenCorrected(GIFT, rice("7")).events(corrected(EIGHT, given("T3", bags("大米", "7"))));
        fixture.whenCorrected(GIFT, rice("8")).nothing();
        fixture.whenCorrected(GIFT, rice("10")).events(corrected(EIGHT, TEN));
    }

    @Test
    void a_void_takes_back_what_is_in_force() {
        before().given(corrected(TEN, EIGHT)).whenVoided(GIFT).events(voided(EIGHT));
    }

    @Test
    void a_receipt_that_names_other_goods_no_longer_holds() {
        ReceiptIssued receipt = receipt(TEN, 1);
        CommandFixture fixture = before().given(receipt);
        fixture.whenCorrected(GIFT, rice("8")).reliedOn("entry-changed");
        fixture.whenCorrected(GIFT, items("面粉", "10")).reliedOn("entry-changed");
        fixture.whenCorrected(GIFT, rice("8"), true).events(voided(receipt), corrected(TEN, EIGHT));
        fixture.whenCorrected(GIFT, task("T5")).events(corrected(TEN, given("T5", bags("大米", "10"))));
    }

    @Test
    void the_next_receipt_says_what_is_in_force() {
        ReceiptIssued receipt = receipt(TEN, 1);
        CommandFixture fixture = before().given(receipt, voided(receipt), corrected(TEN, EIGHT));
        ReceiptIssued next = receipt(EIGHT, 2);
        fixture.when(new IssueReceipt(FUND, GIFT))
                .events(new ReceiptIssued(
                        OF, fixture.eventId(0), GIFT, 2012, 2, next.money(), next.donor(), next.items(), DAY));
    }

    @Test
    void goods_are_no_money_of_the_fund_before_and_after() {
        before().given(allocated(new UUID(9, 3), "100"))
                .whenCorrected(GIFT, rice("1"))
                .events(corrected(TEN, given("T3", bags("大米", "1"))));
        before().given(corrected(TEN, given("T3", bags("大米", "20"))))
                .when(new AllocateFunds(FUND, null, null, "铺设水管", null, yuan("100.01")))
                .refused("insufficient-funds");
    }

    @Test
    void refuses_what_was_voided_and_what_money_does_not_have() {
        before().whenCorrected(MONEY, rice("8")).refused("invalid-body");
        before().given(voided(TEN)).whenCorrected(GIFT, rice("8")).refused("event-voided");
    }

    @Test
    void refuses_goods_that_are_none_or_worth_nothing_or_too_much() {
        before().whenCorrected(GIFT, "{\"items\": []}").refusedField("/changes/items");
        before().whenCorrected(GIFT, items("大米", "1", "大米", "0.00001")).refused("invalid-field");
        before().whenCorrected(GIFT, items("大米", "99999999999999", "大米", "99999999999999"))
                .refusedField("/changes/items");
    }

    @Test
    void refuses_another_day_and_an_office_and_a_task_nobody_knows() {
        before().whenCorrected(GIFT, "{\"occurredOn\": \"2012-03-02\"}").refusedField("/changes/occurredOn");
        before().whenCorrected(GIFT, "{\"officeId\": \"%s\"}".formatted(new UUID(8, 8)))
                .refused("office-not-found");
        before().whenCorrected(GIFT, task("T9")).refusedField("/changes/taskCode");
    }

    private static CommandFixture before() {
        return fixture().given(OPENED, donated(MONEY, "100"), TEN);
    }

    private static String rice(String bags) {
        return items("大米", bags);
    }

    private static String items(String... namesAndBags) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < namesAndBags.length; i += 2) {
            items.add("""
                    {"name": "%s", "quantity": {"value": %s, "unit": "袋"}, "unitPrice": {"amount": "100"}, "basis": "市场价"}""".formatted(namesAndBags[i], namesAndBags[i + 1]));
        }
        return "{\"items\": [" + String.join(", ", items) + "]}";
    }

    private static String task(String code) {
        return "{\"taskCode\": \"%s\"}".formatted(code);
    }

    private static ReceiptIssued receipt(InKindDonationRecorded of, int number) {
        return new ReceiptIssued(OF, new UUID(9, 8), GIFT, 2012, number, of.amount(), of.donor(), of.items(), DAY);
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
                OF,
                new Entry(GIFT, null, task),
                new Donor(DonorKind.CADRE, CADRE, null),
                List.of(items),
                yuan(worth.toPlainString()),
                DAY);
    }
}
