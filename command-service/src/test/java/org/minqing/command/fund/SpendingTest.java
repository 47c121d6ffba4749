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
import static org.minqing.command.fund.Funds.allocatedToProject;
import static org.minqing.command.fund.Funds.donated;
import static org.minqing.command.fund.Funds.fixture;
import static org.minqing.command.fund.Funds.paid;
import static org.minqing.command.fund.Funds.payee;
import static org.minqing.command.fund.Funds.project;
import static org.minqing.command.fund.Funds.raised;
import static org.minqing.command.fund.Funds.text;
import static org.minqing.command.fund.Funds.yuan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.DomainEvent;
import org.minqing.events.Qualifier;
import org.minqing.events.Quantity;
import org.minqing.events.Voided;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.DonorKind;
import org.minqing.events.fund.FundEvent;
import org.minqing.events.fund.FundEvent.InKindDonationRecorded;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.fund.InKindItem;
import org.minqing.events.project.ProjectEvent.ProjectCancelled;
import org.minqing.events.project.ProjectEvent.ProjectProposed;

/** Setting aside, paying, and taking entries back. */
class SpendingTest {
    private static final UUID DONATION = new UUID(9, 1);
    private static final UUID CONTRIBUTION = new UUID(9, 2);
    private static final UUID ALLOCATION = new UUID(9, 3);
    private static final UUID PAYMENT = new UUID(9, 4);
    private static final UUID GOODS = new UUID(9, 5);
    private static final UUID PROJECT = new UUID(10, 1);
    private static final Reversal NEVER = new Reversal(text("误录"), "MISTAKE");

    @Test
    void sets_all_money_received_aside() {
        CommandFixture fixture = received();
        fixture.when(allocate("41000", "铺设水管", null)).events(allocated(fixture.eventId(0), "41000"));
    }

    @Test
    void sets_money_aside_for_a_project() {
        CommandFixture fixture = received().known("Project", PROJECT, project(PROJECT));
        fixture.when(allocate("41000", null, PROJECT)).events(allocatedToProject(fixture.eventId(0), PROJECT, "41000"));
    }

    @Test
    void refuses_to_set_money_aside_for_a_project_that_does_not_stand() {
        ProjectProposed proposed = project(PROJECT);
        DomainEvent cancelled = new ProjectCancelled(proposed.of(), null, null, DAY.minusDays(1));
        DomainEvent voided = new Voided<>(CommandFixture.givenId(0), proposed, text("误报"), null);
        received()
                .known("Project", PROJECT, proposed, cancelled)
                .when(allocate("41000", null, PROJECT))
                .refused("project-not-in-force");
        received()
                .known("Project", PROJECT, proposed, voided)
                .when(allocate("41000", null, PROJECT))
                .refused("project-not-in-force");
    }

    @Test
    void refuses_a_project_nobody_knows() {
        received().when(allocate("1", null, PROJECT)).refused("project-not-found");
    }

    @Test
    void refuses_to_set_money_aside_for_nothing() {
        received().when(allocate("1", null, null)).refusedField("/purpose", "purpose-or-project");
    }

    @Test
    void refuses_to_set_no_money_aside() {
        received().when(allocate("0", "铺设水管", null)).refusedField("/money/amount");
    }

    @Test
    void refuses_to_set_more_aside_than_was_received() {
        received().when(allocate("41000.01", "铺设水管", null)).refused("insufficient-funds");
        received()
                .given(allocated(ALLOCATION, "40000"))
                .when(allocate("1000.01", "铺设水管", null))
                .refused("insufficient-funds");
    }

    @Test
    void says_how_much_is_left() {
        assertThat(received()
                        .given(allocated(ALLOCATION, "40000"))
                        .when(allocate("1000.01", "铺设水管", null))
                        .refusal())
                .satisfies(refusal -> assertThat(refusal.arguments()).containsExactly("1000.00", "1000.01"));
    }

    @Test
    void goods_are_no_money_to_set_aside() {
        fixture().given(OPENED, goods()).when(allocate("1", "铺设水管", null)).refused("insufficient-funds");
    }

    @Test
    void pays_all_that_was_set_aside() {
        CommandFixture fixture = setAside();
        fixture.when(pay("41000", "铺设水管", null)).events(paid(fixture.eventId(0), null, "41000"));
    }

    @Test
    void pays_from_an_allocation_for_its_purpose() {
        CommandFixture fixture = setAside();
        fixture.when(pay("1", null, ALLOCATION)).events(paid(fixture.eventId(0), ALLOCATION, "1"));
    }

    @Test
    void a_payment_may_say_its_own_purpose() {
        assertThat(setAside()
                        .when(pay("1", "接头", ALLOCATION))
                        .only(PaidFromFund.class)
                        .purpose())
                .isEqualTo("接头");
    }

    @Test
    void a_payment_from_a_projects_allocation_names_the_project() {
        assertThat(received()
                        .given(allocatedToProject(ALLOCATION, PROJECT, "41000"))
                        .when(pay("41000", null, ALLOCATION))
                        .only(PaidFromFund.class)
                        .projectId())
                .isEqualTo(PROJECT);
    }

    @Test
    void refuses_a_fen_more_than_was_set_aside() {
        setAside().when(pay("41000.01", "铺设水管", null)).refused("insufficient-funds");
        setAside().when(pay("41000.01", null, ALLOCATION)).refused("insufficient-funds");
    }

    @Test
    void refuses_to_pay_money_that_was_not_set_aside() {
        received().when(pay("1", "铺设水管", null)).refused("insufficient-funds");
    }

    @Test
    void refuses_to_pay_a_projects_money_for_something_else() {
        received()
                .given(allocatedToProject(ALLOCATION, PROJECT, "41000"))
                .when(pay("1", "聚餐", null))
                .refused("insufficient-funds");
    }

    @Test
    void refuses_to_pay_more_from_one_allocation_than_it_holds() {
        received()
                .given(allocated(ALLOCATION, "100"), allocated(new UUID(9, 6), "900"), paid(PAYMENT, ALLOCATION, "60"))
                .when(pay("40.01", null, ALLOCATION))
                .refused("insufficient-funds");
    }

    @Test
    void refuses_to_pay_from_an_allocation_what_payments_naming_none_have_taken() {
        setAside()
                .given(paid(PAYMENT, null, "40000"))
                .when(pay("1000.01", null, ALLOCATION))
                .refused("insufficient-funds");
    }

    @Test
    void refuses_an_allocation_nobody_knows() {
        setAside().when(pay("1", null, DONATION)).refused("allocation-not-found");
    }

    @Test
    void refuses_a_payment_for_nothing() {
        setAside().when(pay("1", null, null)).refusedField("/purpose", "purpose-or-allocation");
    }

    @Test
    void refuses_to_pay_nothing() {
        setAside().when(pay("0", "铺设水管", null)).refusedField("/money/amount");
    }

    @Test
    void voids_a_donation_that_is_not_set_aside() {
        FundEvent donation = donated(DONATION, "21000");
        received().when(voidDonation(DONATION, null)).events(NEVER.of(donation));
    }

    @Test
    void voids_a_donation_in_kind_at_any_time() {
        setAside().given(goods()).when(voidDonation(GOODS, DAY)).events(NEVER.of(goods()));
    }

    @Test
    void voiding_a_donation_again_changes_nothing() {
        received()
                .given(NEVER.of(donated(DONATION, "21000")))
                .when(voidDonation(DONATION, null))
                .nothing();
    }

    @Test
    void refuses_to_void_a_donation_that_is_set_aside() {
        setAside().when(voidDonation(DONATION, null)).refused("money-set-aside");
    }

    @Test
    void refuses_to_void_a_donation_on_another_day() {
        received().when(voidDonation(DONATION, DAY.plusDays(1))).refusedField("/occurredOn");
    }

    @Test
    void refuses_to_void_what_is_no_donation() {
        received().when(voidDonation(CONTRIBUTION, null)).refused("not-a-donation");
    }

    @Test
    void refuses_to_void_a_donation_nobody_knows() {
        received().when(voidDonation(ALLOCATION, null)).refused("fund-entry-not-found");
    }

    @Test
    void reverses_a_contribution() {
        received().when(reverse(CONTRIBUTION)).events(NEVER.of(raised(CONTRIBUTION, "20000")));
        setAside().when(reverse(CONTRIBUTION)).refused("money-set-aside");
    }

    @Test
    void reverses_an_allocation_nothing_was_paid_from() {
        setAside().when(reverse(ALLOCATION)).events(NEVER.of(allocated(ALLOCATION, "41000")));
    }

    @Test
    void refuses_to_reverse_an_allocation_that_was_paid_from() {
        setAside()
                .given(paid(PAYMENT, ALLOCATION, "1"))
                .when(reverse(ALLOCATION))
                .refused("money-paid-out");
        setAside().given(paid(PAYMENT, null, "1")).when(reverse(ALLOCATION)).refused("money-paid-out");
    }

    @Test
    void an_allocation_can_be_reversed_once_its_payment_was() {
        setAside()
                .given(paid(PAYMENT, ALLOCATION, "1"), NEVER.of(paid(PAYMENT, ALLOCATION, "1")))
                .when(reverse(ALLOCATION))
                .events(NEVER.of(allocated(ALLOCATION, "41000")));
    }

    @Test
    void money_of_a_reversed_allocation_can_be_set_aside_anew() {
        CommandFixture fixture = setAside().given(NEVER.of(allocated(ALLOCATION, "41000")));
        fixture.when(allocate("41000", "铺设水管", null)).events(allocated(fixture.eventId(0), "41000"));
        fixture.when(pay("1", null, ALLOCATION)).refused("allocation-not-found");
    }

    @Test
    void reverses_a_payment() {
        setAside()
                .given(paid(PAYMENT, ALLOCATION, "41000"))
                .when(reverse(PAYMENT))
                .events(NEVER.of(paid(PAYMENT, ALLOCATION, "41000")));
    }

    @Test
    void reversing_again_changes_nothing() {
        setAside()
                .given(paid(PAYMENT, null, "1"), NEVER.of(paid(PAYMENT, null, "1")))
                .when(reverse(PAYMENT))
                .nothing();
    }

    @Test
    void refuses_to_reverse_an_entry_nobody_knows() {
        received().when(reverse(PAYMENT)).refused("fund-entry-not-found");
    }

    private static CommandFixture received() {
        return fixture().given(OPENED, donated(DONATION, "21000"), raised(CONTRIBUTION, "20000"));
    }

    private static CommandFixture setAside() {
        return received().given(allocated(ALLOCATION, "41000"));
    }

    private static InKindDonationRecorded goods() {
        Quantity bags = new Quantity(new BigDecimal("10"), "袋", Qualifier.EXACT, null);
        return new InKindDonationRecorded(
                FUND,
                PROGRAMME,
                CITY,
                SHUITIAN,
                "人畜饮水",
                GOODS,
                null,
                null,
                new Donor(DonorKind.CADRE, CADRE, null),
                List.of(new InKindItem("大米", bags, yuan("100"), "市场价", yuan("1000"))),
                yuan("1000"),
                DAY);
    }

    private static AllocateFunds allocate(String amount, @Nullable String purpose, @Nullable UUID project) {
        return new AllocateFunds(FUND, null, null, null, null, purpose, project, yuan(amount), DAY);
    }

    private static PayFromFund pay(String amount, @Nullable String purpose, @Nullable UUID allocation) {
        return new PayFromFund(FUND, null, null, null, null, payee(), yuan(amount), purpose, allocation, null, DAY);
    }

    private static VoidDonation voidDonation(UUID entryId, @Nullable LocalDate day) {
        return new VoidDonation(FUND, null, null, entryId, text("误录"), "MISTAKE", day);
    }

    private static ReverseEntry reverse(UUID entryId) {
        return new ReverseEntry(FUND, null, null, entryId, text("误录"), "MISTAKE", null);
    }
}
