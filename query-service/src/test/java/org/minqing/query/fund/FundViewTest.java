package org.minqing.query.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.Village.day;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.minqing.events.Corrected;
import org.minqing.events.Money;
import org.minqing.events.Qualifier;
import org.minqing.events.Quantity;
import org.minqing.events.Voided;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.DonorKind;
import org.minqing.events.fund.FundEvent;
import org.minqing.events.fund.FundEvent.Account;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.Entry;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.InKindDonationRecorded;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.fund.FundEvent.UnitContributionRecorded;
import org.minqing.events.fund.FundEvent.Withdrawal;
import org.minqing.events.fund.InKindItem;
import org.minqing.events.fund.Payee;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.Village;

class FundViewTest {
    private static final String EARMARK = "饮水";

    private final Village village = new Village();
    private final UUID zhang = village.cadre("张示例");
    private final UUID fund = village.id("fund");

    private Appended put(FundEvent event) {
        return village.put("Fund-" + fund, event);
    }

    private FundOpened opened(String day) {
        return new FundOpened(of(EARMARK), village.id, day(day));
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

    private Donor cadre() {
        return new Donor(DonorKind.CADRE, zhang, null);
    }

    private DonationRecorded donation(String name, Donor donor, String amount, String day) {
        return new DonationRecorded(of(EARMARK), entry(name), donor, yuan(amount), day(day));
    }

    private InKindDonationRecorded inKind(String name, Donor donor, String amount, String day) {
        var item = new InKindItem(
                "大米",
                new Quantity(new BigDecimal("10"), "袋", Qualifier.EXACT, null),
                yuan(amount),
                "市场价",
                yuan(amount));
        return new InKindDonationRecorded(of(EARMARK), entry(name), donor, List.of(item), yuan(amount), day(day));
    }

    private UnitContributionRecorded contribution(String amount, String day) {
        return new UnitContributionRecorded(of(EARMARK), entry("contribution"), village.office, yuan(amount), day(day));
    }

    private FundsAllocated allocation(String amount, String day) {
        return new FundsAllocated(of(EARMARK), entry("allocation"), "购买水管", null, yuan(amount), day(day));
    }

    private PaidFromFund payment(String amount, String day) {
        UUID payee = village.id("payee");
        return new PaidFromFund(
                of(EARMARK),
                entry("payment"),
                new Withdrawal(village.id("allocation"), "水管款", null, null),
                new Payee(payee, village.sealed("person:" + payee, "周示例")),
                yuan(amount),
                null,
                day(day));
    }

    /** received, in kind, allocated, paid, balance */
    private String book(String asOf, long knownAt) {
        return village.state("Fund", fund, asOf, knownAt, "received", "inKind", "allocated", "paid", "balance");
    }

    /** M09, M10, M22, M23. */
    private List<String> figures(String asOf, long knownAt) {
        return List.of(
                village.figure("M09", asOf, knownAt),
                village.figure("M10", asOf, knownAt),
                village.figure("M22", asOf, knownAt),
                village.figure("M23", asOf, knownAt));
    }

    @AfterAll
    static void every_stream_told_again_is_the_same() {
        Village.replay();
        Village.replay();
    }

    @Test
    void keeps_its_book_by_the_day_and_three_totals_that_never_merge() {
        put(opened("01-04"));
        put(donation("gift", cadre(), "21000.00", "01-10"));
        put(contribution("20000.00", "01-15"));
        put(inKind("rice", cadre(), "9000.01", "01-20"));
        put(allocation("30000.00", "02-01"));
        long head = put(payment("12000.50", "02-10")).position();
        assertThat(book("2012-01-03", head)).isEqualTo("-");
        assertThat(book("2012-01-04", head)).isEqualTo("0.00 0.00 0.00 0.00 0.00");
        assertThat(book("2012-01-10", head)).isEqualTo("21000.00 0.00 0.00 0.00 21000.00");
        assertThat(book("2012-01-20", head)).isEqualTo("41000.00 9000.01 0.00 0.00 41000.00");
        assertThat(book("2012-02-10", head)).isEqualTo("41000.00 9000.01 30000.00 12000.50 28999.50");
        assertThat(book("2012-02-10", head - 1)).isEqualTo("41000.00 9000.01 30000.00 0.00 41000.00");
        assertThat(figures("2012-01-10", head)).containsExactly("21000", "0", "21000", "0");
        assertThat(figures("2012-02-10", head)).containsExactly("21000", "20000", "30000.01", "0");
        assertThat(entry("payment", "2012-02-10", head)).isEqualTo("PAYMENT 12000.50 水管款");
        assertThat(entry("allocation", "2012-02-10", head)).isEqualTo("ALLOCATION 30000.00 购买水管");
        assertThat(entry("contribution", "2012-02-10", head)).isEqualTo("UNIT_CONTRIBUTION 20000.00 ");
        assertThat(entry("rice", "2012-02-10", head)).isEqualTo("IN_KIND 9000.01 ");
    }

    private String entry(String name, String asOf, long knownAt) {
        return village.state("FundEntry", village.id(name), asOf, knownAt, "kind", "money.amount", "purpose");
    }

    @Test
    void a_gift_of_somebody_else_or_for_something_else_is_no_donation_by_cadres_for_water() {
        put(opened("01-04"));
        UUID donor = village.id("donor");
        put(donation(
                "gift",
                new Donor(DonorKind.PERSON, donor, village.sealed("person:" + donor, "钱示例")),
                "500.00",
                "01-10"));
        put(donation("unit", new Donor(DonorKind.ORGANISATION, village.office, null), "600.00", "01-11"));
        assertThat(figures("2012-01-31", village.head())).containsExactly("0", "0", "1100", "0");
        UUID road = village.id("road fund");
        Account of = new Account(road, village.programme, village.office, village.id, "道路");
        village.put("Fund-" + road, new FundOpened(of, null, day("01-04")));
        village.put(
                "Fund-" + road,
                new DonationRecorded(
                        of, new Entry(village.id("road gift"), null, null), cadre(), yuan("50.00"), day("01-12")));
        assertThat(figures("2012-01-31", village.head())).containsExactly("0", "0", "1150", "0");
    }

    @Test
    void a_voided_entry_never_was_for_who_knows_of_it() {
        put(opened("01-04"));
        var gift = donation("gift", cadre(), "100.10", "01-10");
        var rice = inKind("rice", cadre(), "50.00", "01-11");
        var raised = contribution("300.00", "01-12");
        var aside = allocation("200.00", "01-13");
        var paid = payment("150.00", "01-14");
        var given = put(gift);
        var bagged = put(rice);
        var came = put(raised);
        var allocated = put(aside);
        var payment = put(paid);
        long all = village.head();
        long one = village.voids(payment, paid).position();
        long two = village.voids(allocated, aside).position();
        long three = village.voids(came, raised).position();
        long four = village.voids(bagged, rice).position();
        long five = village.voids(given, gift).position();
        assertThat(book("2012-01-14", all)).isEqualTo("400.10 50.00 200.00 150.00 250.10");
        assertThat(book("2012-01-14", one)).isEqualTo("400.10 50.00 200.00 0.00 400.10");
        assertThat(book("2012-01-14", two)).isEqualTo("400.10 50.00 0.00 0.00 400.10");
        assertThat(book("2012-01-14", three)).isEqualTo("100.10 50.00 0.00 0.00 100.10");
        assertThat(book("2012-01-14", four)).isEqualTo("100.10 0.00 0.00 0.00 100.10");
        assertThat(book("2012-01-14", five)).isEqualTo("0.00 0.00 0.00 0.00 0.00");
        assertThat(figures("2012-01-14", all)).containsExactly("100.1", "300", "150.1", "0");
        assertThat(figures("2012-01-14", three)).containsExactly("100.1", "0", "150.1", "0");
        assertThat(figures("2012-01-14", five)).containsExactly("0", "0", "0", "0");
        assertThat(entry("gift", "2012-01-14", five)).isEqualTo("VOIDED");
        assertThat(entry("gift", "2012-01-14", four)).isEqualTo("DONATION 100.10 ");
        long gone = village.voids(new Appended(1, "Fund-" + fund, 0, opened(), ""), opened("01-04"))
                .position();
        assertThat(book("2012-01-14", gone)).isEqualTo("VOIDED");
    }

    private UUID opened() {
        return UUID.fromString(village.ask("/v1/funds/" + fund + "/timeline", "2012-01-31", village.head())
                .json()
                .path("items")
                .path(0)
                .path("eventId")
                .asString());
    }

    @Test
    void a_gift_entered_late_is_in_the_book_from_its_day() {
        put(opened("01-04"));
        put(donation("gift", cadre(), "100.00", "02-10"));
        long late = put(donation("late", cadre(), "20.00", "01-10")).position();
        assertThat(book("2012-01-31", late)).startsWith("20.00");
        assertThat(book("2012-01-31", late - 1)).startsWith("0.00");
        assertThat(book("2012-02-10", late)).startsWith("120.00");
        assertThat(figures("2012-01-31", late)).containsExactly("20", "0", "20", "0");
        assertThat(figures("2012-01-31", late - 1)).containsExactly("0", "0", "0", "0");
    }

    @Test
    void corrected_goods_are_worth_what_they_were_corrected_to() {
        put(opened("01-04"));
        put(donation("gift", cadre(), "21000.00", "01-10"));
        var rice = inKind("rice", cadre(), "50.00", "01-11");
        var right = inKind("rice", cadre(), "80.00", "01-11");
        var righter = inKind("rice", cadre(), "70.05", "01-11");
        var given = put(rice);
        long late = put(inKind("oil", cadre(), "7.00", "01-05")).position();
        long one = village.corrects(given, rice, right).position();
        long two = village.corrects(given, right, righter).position();
        long none = village.voids(given, righter).position();
        assertThat(book("2012-01-10", two)).isEqualTo("21000.00 7.00 0.00 0.00 21000.00");
        assertThat(book("2012-01-11", late)).isEqualTo("21000.00 57.00 0.00 0.00 21000.00");
        assertThat(book("2012-01-11", one)).isEqualTo("21000.00 87.00 0.00 0.00 21000.00");
        assertThat(book("2012-01-11", two)).isEqualTo("21000.00 77.05 0.00 0.00 21000.00");
        assertThat(book("2012-01-11", none)).isEqualTo("21000.00 7.00 0.00 0.00 21000.00");
        assertThat(figures("2012-01-10", two)).containsExactly("21000", "0", "21007", "0");
        assertThat(figures("2012-01-11", late)).containsExactly("21000", "0", "21057", "0");
        assertThat(figures("2012-01-11", one)).containsExactly("21000", "0", "21087", "0");
        assertThat(figures("2012-01-11", two)).containsExactly("21000", "0", "21077.05", "0");
        assertThat(figures("2012-01-11", none)).containsExactly("21000", "0", "21007", "0");
        assertThat(entry("rice", "2012-01-11", late)).isEqualTo("IN_KIND 50.00 ");
        assertThat(entry("rice", "2012-01-11", two)).isEqualTo("IN_KIND 70.05 ");
        assertThat(item("rice", "2012-01-11", two)).isEqualTo("1 大米 70.05");
        assertThat(entry("rice", "2012-01-11", none)).isEqualTo("VOIDED");
    }

    @Test
    void to_void_a_correction_puts_back_what_stood_before() {
        put(opened("01-04"));
        var rice = inKind("rice", cadre(), "50.00", "01-11");
        var right = inKind("rice", cadre(), "80.00", "01-11");
        var given = put(rice);
        var correction = new Corrected<>(given.eventId(), rice, right, village.reason(), null);
        var corrected = village.put("Fund-" + fund, correction);
        long back = village.put("Fund-" + fund, new Voided<>(corrected.eventId(), correction, village.reason(), null))
                .position();
        assertThat(book("2012-01-11", corrected.position())).isEqualTo("0.00 80.00 0.00 0.00 0.00");
        assertThat(book("2012-01-11", back)).isEqualTo("0.00 50.00 0.00 0.00 0.00");
        assertThat(figures("2012-01-11", corrected.position())).containsExactly("0", "0", "80", "0");
        assertThat(figures("2012-01-11", back)).containsExactly("0", "0", "50", "0");
        assertThat(entry("rice", "2012-01-11", back)).isEqualTo("IN_KIND 50.00 ");
        assertThat(village.timeline("funds", fund))
                .containsExactly(
                        "设立饮水专项资金",
                        "张**捐物，折款50.00元，用于饮水",
                        "更正：张**捐物，折款50.00元，用于饮水；更正为：张**捐物，折款80.00元，用于饮水",
                        "撤销：更正：张**捐物，折款50.00元，用于饮水；更正为：张**捐物，折款80.00元，用于饮水");
    }

    private String item(String name, String asOf, long knownAt) {
        return village.state(
                "FundEntry", village.id(name), asOf, knownAt, "items", "items.0.name", "items.0.amount.amount");
    }

    @Test
    void tells_its_events_as_sentences_whoever_the_donor_is() {
        var opened = opened("01-04");
        var opening = put(opened);
        UUID donor = village.id("donor");
        var named = new Donor(DonorKind.PERSON, donor, village.sealed("person:" + donor, "钱示例"));
        var gift = donation("a", cadre(), "100.00", "01-10");
        village.voids(put(gift), gift);
        put(donation("b", named, "10000.00", "01-11"));
        put(donation("c", new Donor(DonorKind.PERSON, null, null), "5.00", "01-12"));
        put(donation("d", new Donor(DonorKind.ORGANISATION, village.office, null), "5.50", "01-13"));
        var rice = inKind("e", cadre(), "50.00", "01-14");
        var less = inKind("e", cadre(), "40.00", "01-14");
        var bagged = put(rice);
        village.corrects(bagged, rice, less);
        village.voids(bagged, less);
        var raised = contribution("300.00", "01-15");
        village.voids(put(raised), raised);
        var aside = allocation("200.00", "01-16");
        var allocated = put(aside);
        var paid = payment("150.00", "01-17");
        village.voids(put(paid), paid);
        village.voids(allocated, aside);
        village.voids(opening, opened);
        assertThat(village.timeline("funds", fund))
                .containsExactly(
                        "设立饮水专项资金",
                        "撤销：设立饮水专项资金",
                        "张**捐款100.00元，用于饮水",
                        "撤销：张**捐款100.00元，用于饮水",
                        "钱**捐款10,000.00元，用于饮水",
                        "不愿具名者捐款5.00元，用于饮水",
                        "市人大办（示例）捐款5.50元，用于饮水",
                        "张**捐物，折款50.00元，用于饮水",
                        "更正：张**捐物，折款50.00元，用于饮水；更正为：张**捐物，折款40.00元，用于饮水",
                        "撤销：张**捐物，折款40.00元，用于饮水",
                        "市人大办（示例）筹款300.00元，用于饮水",
                        "撤销：市人大办（示例）筹款300.00元，用于饮水",
                        "安排饮水资金200.00元：购买水管",
                        "撤销：安排饮水资金200.00元：购买水管",
                        "支付饮水资金150.00元给周**：水管款",
                        "撤销：支付饮水资金150.00元给周**：水管款");
    }

    @Test
    void a_gift_is_the_cadre_s_who_gave_it_for_its_task_and_of_its_kind_and_nobody_else_s() {
        put(opened("01-04"));
        UUID wang = village.cadre("王示例");
        put(donation("gift", cadre(), "100.00", "01-10"));
        put(inKind("rice", cadre(), "50.00", "01-11"));
        UUID donor = village.id("donor");
        Donor person = new Donor(DonorKind.PERSON, donor, village.sealed("person:" + donor, "钱示例"));
        long head = put(donation("other", person, "7.00", "01-12")).position();
        String by = zhang.toString();
        assertThat(village.figure("M22", "2012-01-31", head, "cadre", by)).isEqualTo("150");
        assertThat(village.figure("M09", "2012-01-31", head, "cadre", by)).isEqualTo("100");
        assertThat(village.figure("M22", "2012-01-31", head, "cadre", donor.toString()))
                .isEqualTo("0");
        assertThat(village.figure("M22", "2012-01-31", head, "cadre", wang.toString()))
                .isEqualTo("0");
        assertThat(village.figure("M22", "2012-01-31", head, "task", "T3")).isEqualTo("157");
        assertThat(village.figure("M22", "2012-01-31", head, "task", "T1")).isEqualTo("0");
        assertThat(village.figure("M22", "2012-01-31", head, "kind", "MONEY")).isEqualTo("107");
        assertThat(village.figure("M22", "2012-01-31", head, "kind", "KIND")).isEqualTo("50");
        assertThat(village.found("FundEntry", "2012-01-31", head, "cadre", zhang))
                .isEqualTo(2);
        assertThat(village.found("FundEntry", "2012-01-31", head, "cadre", donor))
                .isZero();
        assertThat(village.found("FundEntry", "2012-01-31", head, "kind", "IN_KIND"))
                .isEqualTo(1);
    }

    @Test
    void what_a_unit_raises_for_something_else_is_no_contribution_for_water() {
        UUID road = village.id("road fund");
        Account of = new Account(road, village.programme, village.office, village.id, "道路");
        village.put("Fund-" + road, new FundOpened(of, null, day("01-04")));
        long head = village.put(
                        "Fund-" + road,
                        new UnitContributionRecorded(
                                of,
                                new Entry(village.id("raised"), null, null),
                                village.office,
                                yuan("300.00"),
                                day("01-12")))
                .position();
        assertThat(village.figure("M10", "2012-01-31", head)).isEqualTo("0");
        assertThat(village.state("Fund", road, "2012-01-31", head, "received")).isEqualTo("300.00");
    }

    @Test
    void a_fund_is_found_by_what_it_is_for_and_called_so_and_its_entries_are_not_it() {
        put(opened("01-04"));
        long head = put(donation("gift", cadre(), "100.00", "01-10")).position();
        assertThat(village.found("Fund", "2012-01-31", head, "village", village.id))
                .isEqualTo(1);
        assertThat(village.found("Fund", "2012-01-31", head, "village", village.other))
                .isZero();
        assertThat(village.found("Fund", "2012-01-31", head, "kind", EARMARK)).isEqualTo(1);
        assertThat(village.found("Fund", "2012-01-31", head, "kind", "道路")).isZero();
        assertThat(village.label("Fund", fund, "2012-01-31", head)).contains(EARMARK);
        assertThat(village.found("FundEntry", "2012-01-31", head, "kind", "DONATION"))
                .isEqualTo(1);
    }
}
