package org.minqing.query.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.Village.day;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.minqing.events.Money;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.DonorKind;
import org.minqing.events.fund.FundEvent;
import org.minqing.events.fund.FundEvent.Account;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.Entry;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.fund.FundEvent.FundUsePublished;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.GrantRecorded;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.fund.FundEvent.PaymentApproved;
import org.minqing.events.fund.FundEvent.ReceiptIssued;
import org.minqing.events.fund.FundEvent.RefundedToFund;
import org.minqing.events.fund.FundEvent.Withdrawal;
import org.minqing.events.fund.Payee;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.Village;

/** Grants, approvals, refunds, receipts, publications, and days on which more was paid than had come in. */
class FundControlViewTest {
    private static final String WORK = "工作经费";

    private final Village village = new Village();
    private final UUID fund = village.id("fund");

    @AfterAll
    static void every_stream_told_again_is_the_same() {
        Village.replay();
        Village.replay();
    }

    private Appended put(FundEvent event) {
        return village.put("Fund-" + fund, event);
    }

    private void open() {
        put(new FundOpened(of(WORK), village.id, day("01-04")));
    }

    private Account of(String earmark) {
        return new Account(fund, village.programme, village.office, village.id, earmark);
    }

    private Entry entry(String name) {
        return new Entry(village.id(name), null, "T3");
    }

    private static Money yuan(String amount) {
        return Money.yuan(new BigDecimal(amount));
    }

    private GrantRecorded grant(String name, @Nullable String villageId, String earmark, String amount, String day) {
        return new GrantRecorded(of(earmark), entry(name), villageId, "市财政局", "示财〔2012〕3号", yuan(amount), day(day));
    }

    private GrantRecorded grant(String name, String amount, String day) {
        return grant(name, village.id, WORK, amount, day);
    }

    private DonationRecorded donation(String name, String amount, String day) {
        return new DonationRecorded(
                of(WORK), entry(name), new Donor(DonorKind.ORGANISATION, village.office, null), yuan(amount), day(day));
    }

    private FundsAllocated allocation(String amount, String day) {
        return new FundsAllocated(of(WORK), entry("allocation"), "办公用品", null, yuan(amount), day(day));
    }

    private PaymentApproved approval(String amount, String day) {
        return new PaymentApproved(
                of(WORK),
                village.id("approval"),
                village.id("allocation"),
                yuan(amount),
                "clerk",
                "head",
                null,
                null,
                day(day));
    }

    private PaidFromFund payment(String name, String amount, String day) {
        UUID payee = village.id("payee");
        return new PaidFromFund(
                of(WORK),
                entry(name),
                new Withdrawal(village.id("allocation"), "办公用品", null, null),
                new Payee(payee, village.sealed("person:" + payee, "周示例")),
                yuan(amount),
                null,
                day(day));
    }

    private RefundedToFund refund(String amount, String day) {
        return new RefundedToFund(
                of(WORK),
                village.id("refund"),
                village.id("payment"),
                village.id("allocation"),
                null,
                yuan(amount),
                day(day));
    }

    private ReceiptIssued receipt(String name, int number, String entry, String amount, String day) {
        return new ReceiptIssued(
                of(WORK), village.id(name), village.id(entry), 2012, number, yuan(amount), null, null, day(day));
    }

    private FundUsePublished published(String day) {
        return new FundUsePublished(
                of(WORK),
                village.id("publication"),
                day("01-04"),
                day(day),
                yuan("21000"),
                yuan("300"),
                yuan("150"),
                day(day));
    }

    private String told(String asOf, long knownAt, String... fields) {
        return village.state("Fund", fund, "2012-" + asOf, knownAt, fields);
    }

    /** Received, allocated, paid, balance, free, approved. */
    private String book(String asOf, long knownAt) {
        return told(asOf, knownAt, "received", "allocated", "paid", "balance", "free", "approved");
    }

    private String negative(String asOf, long knownAt) {
        return told(asOf, knownAt, "negativeOn", "negativeOn.0.from", "negativeOn.0.to", "negativeOn.1.from");
    }

    @Test
    void work_funds_granted_for_a_village_are_received_and_no_donation() {
        open();
        var first = grant("grant", "21000.00", "01-10");
        var granted = put(first);
        long late = put(grant("late", "500.00", "01-05")).position();
        long gone = village.voids(granted, first).position();
        assertThat(village.figure("M23", "2012-01-09", late)).isEqualTo("500");
        assertThat(village.figure("M23", "2012-01-10", late - 1)).isEqualTo("21000");
        assertThat(village.figure("M23", "2012-01-10", late)).isEqualTo("21500");
        assertThat(village.figureIn(village.id, "M23", "2012-01-10", late)).isEqualTo("21500");
        assertThat(village.figure("M23", "2012-01-10", gone)).isEqualTo("500");
        assertThat(village.figure("M22", "2012-01-10", late)).isEqualTo("0");
        assertThat(book("01-10", late)).isEqualTo("21500.00 0.00 0.00 21500.00 21500.00 0.00");
        assertThat(book("01-10", gone)).isEqualTo("500.00 0.00 0.00 500.00 500.00 0.00");
        assertThat(village.state(
                        "FundEntry", village.id("grant"), "2012-01-10", late, "kind", "money.amount", "purpose"))
                .isEqualTo("GRANT 21000.00 市财政局");
        assertThat(village.state("FundEntry", village.id("grant"), "2012-01-10", gone, "kind"))
                .isEqualTo("VOIDED");
    }

    @Test
    void a_grant_for_no_village_or_for_something_else_is_no_work_funds_of_villages() {
        open();
        put(grant("office", null, WORK, "7.00", "01-10"));
        put(grant("water", village.id, "饮水", "8.00", "01-10"));
        assertThat(village.figure("M23", "2012-01-31", village.head())).isEqualTo("0");
        assertThat(village.figure("M10", "2012-01-31", village.head())).isEqualTo("0");
        assertThat(book("01-31", village.head())).startsWith("15.00 ");
    }

    @Test
    void shows_who_approved_what_and_what_came_back() {
        open();
        put(grant("grant", "21000.00", "01-10"));
        put(allocation("300.00", "01-11"));
        var approval = approval("200.00", "01-12");
        var approved = put(approval);
        put(payment("payment", "150.00", "01-13"));
        var refund = refund("50.00", "01-15");
        var refunded = put(refund);
        long all = refunded.position();
        assertThat(book("01-12", all)).isEqualTo("21000.00 300.00 0.00 21000.00 20700.00 200.00");
        assertThat(book("01-14", all)).isEqualTo("21000.00 300.00 150.00 20850.00 20700.00 200.00");
        assertThat(book("01-15", all)).isEqualTo("21000.00 300.00 100.00 20900.00 20700.00 200.00");
        assertThat(told("01-15", all, "approvals.0.amount", "approvals.0.enteredBy", "approvals.0.approvedBy"))
                .isEqualTo("200.00 clerk head");
        assertThat(told("01-15", all, "refunds.0.amount", "refunds.0.paymentId"))
                .isEqualTo("50.00 " + village.id("payment"));
        long kept = village.voids(refunded, refund).position();
        long alone = village.voids(approved, approval).position();
        assertThat(book("01-15", kept)).isEqualTo("21000.00 300.00 150.00 20850.00 20700.00 200.00");
        assertThat(told("01-15", kept, "refunds", "approvals")).isEqualTo("0 1");
        assertThat(told("01-15", alone, "approved", "approvals")).isEqualTo("0.00 0");
    }

    @Test
    void a_cancelled_receipt_shows_with_its_number() {
        open();
        put(donation("gift", "100.00", "01-10"));
        put(donation("other", "50.00", "01-11"));
        var receipt = receipt("first", 1, "gift", "100.00", "01-12");
        var issued = put(receipt);
        put(receipt("second", 2, "other", "50.00", "01-11"));
        long both = village.head();
        long one = village.voids(issued, receipt).position();
        assertThat(told("01-11", both, "receipts", "receipts.0.number")).isEqualTo("1 2");
        assertThat(told("01-12", both, "receipts", "receipts.1.number", "receipts.1.cancelled", "receipts.1.amount"))
                .isEqualTo("2 1 false 100.00");
        assertThat(told("01-12", one, "receipts", "receipts.1.number", "receipts.1.cancelled", "receipts.0.cancelled"))
                .isEqualTo("2 1 true false");
    }

    @Test
    void shows_what_was_published_until_it_is_taken_back() {
        open();
        var published = published("01-20");
        var shown = put(published);
        assertThat(told(
                        "01-20",
                        shown.position(),
                        "publications.0.received",
                        "publications.0.allocated",
                        "publications.0.paid",
                        "publications.0.from",
                        "publications.0.to"))
                .isEqualTo("21000.00 300.00 150.00 2012-01-04 2012-01-20");
        assertThat(told("01-19", shown.position(), "publications")).isEqualTo("0");
        long gone = village.voids(shown, published).position();
        assertThat(told("01-20", gone, "publications")).isEqualTo("0");
    }

    @Test
    void a_corrected_donation_is_what_it_was_corrected_to() {
        open();
        var gift = donation("gift", "100.00", "01-10");
        var given = put(gift);
        var right = donation("gift", "80.00", "01-10");
        var righter = donation("gift", "70.00", "01-10");
        long one = village.corrects(given, gift, right).position();
        long two = village.corrects(given, right, righter).position();
        long none = village.voids(given, righter).position();
        assertThat(book("01-10", one - 1)).startsWith("100.00 ");
        assertThat(book("01-10", one)).startsWith("80.00 ");
        assertThat(book("01-10", two)).startsWith("70.00 ");
        assertThat(book("01-10", none)).startsWith("0.00 ");
        assertThat(village.figure("M22", "2012-01-10", one)).isEqualTo("80");
        assertThat(village.figure("M22", "2012-01-10", two)).isEqualTo("70");
        assertThat(village.figure("M22", "2012-01-10", none)).isEqualTo("0");
    }

    @Test
    void tells_the_days_at_whose_end_more_was_paid_than_had_come_in() {
        open();
        put(donation("gift", "100.00", "01-10"));
        put(allocation("100.00", "01-10"));
        long paid = put(payment("payment", "60.00", "01-08")).position();
        put(payment("more", "40.00", "01-20"));
        long before = village.head();
        assertThat(negative("01-07", paid)).isEqualTo("0   ");
        assertThat(negative("01-09", paid)).isEqualTo("1 2012-01-08  ");
        assertThat(negative("01-31", before)).isEqualTo("1 2012-01-08 2012-01-09 ");
        long late = put(donation("late", "60.00", "01-08")).position();
        assertThat(negative("01-31", late)).isEqualTo("0   ");
        var later = donation("elsewhere", "5.00", "01-25");
        put(later);
        long again = put(payment("again", "61.00", "01-24")).position();
        assertThat(negative("01-31", again)).isEqualTo("1 2012-01-24 2012-01-24 ");
        long back = put(new RefundedToFund(
                        of(WORK),
                        village.id("back"),
                        village.id("again"),
                        village.id("allocation"),
                        null,
                        yuan("1.00"),
                        day("01-24")))
                .position();
        assertThat(negative("01-31", back)).isEqualTo("0   ");
    }

    @Test
    void days_that_follow_each_other_are_told_together_and_others_apart() {
        open();
        put(donation("gift", "100.00", "01-10"));
        put(payment("payment", "60.00", "01-08"));
        put(payment("same day", "50.00", "01-10"));
        put(donation("mended", "10.00", "01-12"));
        put(payment("apart", "1.00", "01-20"));
        long head = village.head();
        assertThat(negative("01-31", head)).isEqualTo("2 2012-01-08 2012-01-11 2012-01-20");
        assertThat(told("01-31", head, "negativeOn.1.to")).isEmpty();
    }

    @Test
    void tells_its_events_as_sentences() {
        open();
        var grant = grant("grant", "21000.00", "01-10");
        var granted = put(grant);
        village.voids(granted, grant);
        var approval = approval("200.00", "01-11");
        village.voids(put(approval), approval);
        var refund = refund("50.00", "01-12");
        village.voids(put(refund), refund);
        var gift = donation("gift", "100.00", "01-13");
        village.corrects(put(gift), gift, donation("gift", "80.00", "01-13"));
        var receipt = receipt("receipt", 1, "gift", "80.00", "01-14");
        village.voids(put(receipt), receipt);
        var published = published("01-20");
        village.voids(put(published), published);
        assertThat(village.timeline("funds", fund))
                .containsExactly(
                        "设立工作经费专项资金",
                        "市财政局拨款21,000.00元，用于工作经费",
                        "撤销：市财政局拨款21,000.00元，用于工作经费",
                        "批准支付工作经费资金200.00元",
                        "撤销：批准支付工作经费资金200.00元",
                        "退回工作经费资金50.00元",
                        "撤销：退回工作经费资金50.00元",
                        "市人大办（示例）捐款100.00元，用于工作经费",
                        "更正：市人大办（示例）捐款100.00元，用于工作经费；更正为：市人大办（示例）捐款80.00元，用于工作经费",
                        "开具2012年第1号收据，金额80.00元",
                        "作废2012年第1号收据",
                        "公示工作经费资金使用情况：收入21,000.00元，安排300.00元，支付150.00元",
                        "撤销：公示工作经费资金使用情况：收入21,000.00元，安排300.00元，支付150.00元");
    }

    @Test
    void work_funds_count_where_the_village_lies_that_they_are_for_and_none_where_there_is_none() {
        open();
        put(grant("there", village.other, WORK, "300.00", "01-10"));
        long head = put(grant("nowhere", null, WORK, "5.00", "01-11")).position();
        assertThat(village.figureIn(village.other, "M23", "2012-01-31", head)).isEqualTo("300");
        assertThat(village.figureIn(village.id, "M23", "2012-01-31", head)).isEqualTo("0");
        assertThat(village.figure("M23", "2012-01-31", head)).isEqualTo("300");
    }
}
