package org.minqing.command.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.fund.Funds.CADRE;
import static org.minqing.command.fund.Funds.DAY;
import static org.minqing.command.fund.Funds.FUND;
import static org.minqing.command.fund.Funds.OF;
import static org.minqing.command.fund.Funds.OPENED;
import static org.minqing.command.fund.Funds.allocated;
import static org.minqing.command.fund.Funds.allocatedToProject;
import static org.minqing.command.fund.Funds.corrected;
import static org.minqing.command.fund.Funds.donated;
import static org.minqing.command.fund.Funds.entry;
import static org.minqing.command.fund.Funds.fixture;
import static org.minqing.command.fund.Funds.paid;
import static org.minqing.command.fund.Funds.payee;
import static org.minqing.command.fund.Funds.project;
import static org.minqing.command.fund.Funds.raised;
import static org.minqing.command.fund.Funds.text;
import static org.minqing.command.fund.Funds.voided;
import static org.minqing.command.fund.Funds.yuan;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.fund.FundCommand.AllocateFunds;
import org.minqing.command.fund.FundCommand.PayFromFund;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Qualifier;
import org.minqing.events.Quantity;
import org.minqing.events.Voided;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.DonorKind;
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
    private static final UUID OTHER = new UUID(9, 6);
    private static final UUID LATE = new UUID(9, 7);
    private static final UUID PROJECT = new UUID(10, 1);

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
                        .from()
                        .purpose())
                .isEqualTo("接头");
    }

    @Test
    void a_payment_from_a_projects_allocation_names_the_project() {
        assertThat(received()
                        .given(allocatedToProject(ALLOCATION, PROJECT, "41000"))
                        .when(pay("41000", null, ALLOCATION))
                        .only(PaidFromFund.class)
                        .from()
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
        received().whenVoided(DONATION).events(voided(donated(DONATION, "21000")));
        received()
                .given(voided(donated(DONATION, "21000")))
                .whenVoided(DONATION)
                .nothing();
    }

    @Test
    void voids_a_donation_in_kind_at_any_time() {
        setAside().given(goods()).whenVoided(GOODS).events(voided(goods()));
    }

    @Test
    void what_is_set_aside_rests_on_what_came_in_before() {
        setAside().whenVoided(DONATION).reliedOn("insufficient-funds");
        setAside().whenVoided(CONTRIBUTION).reliedOn("insufficient-funds");
        setAside()
                .whenVoidedWithFollowing(DONATION)
                .events(voided(allocated(ALLOCATION, "41000")), voided(donated(DONATION, "21000")));
        setAside().given(donated(LATE, "30000")).whenVoided(DONATION).reliedOn("insufficient-funds");
    }

    @Test
    void a_donation_entered_late_is_voided_as_any_other() {
        setAside().given(donated(LATE, "5")).whenVoided(LATE).events(voided(donated(LATE, "5")));
        setAside()
                .given(donated(LATE, "5"), allocated(OTHER, "5"))
                .whenVoided(LATE)
                .reliedOn("insufficient-funds");
    }

    @Test
    void refuses_to_void_what_nobody_knows() {
        received().whenVoided(PAYMENT).refused("event-not-found");
    }

    @Test
    void voids_a_contribution() {
        received().whenVoided(CONTRIBUTION).events(voided(raised(CONTRIBUTION, "20000")));
    }

    @Test
    void voids_an_allocation_nothing_was_paid_from() {
        setAside().whenVoided(ALLOCATION).events(voided(allocated(ALLOCATION, "41000")));
    }

    @Test
    void payments_rest_on_the_allocation_they_name_or_need() {
        setAside().given(paid(PAYMENT, ALLOCATION, "1")).whenVoided(ALLOCATION).reliedOn("allocation-not-found");
        setAside().given(paid(PAYMENT, null, "1")).whenVoided(ALLOCATION).reliedOn("insufficient-funds");
        setAside()
                .given(paid(PAYMENT, ALLOCATION, "1"), paid(OTHER, null, "2"))
                .whenVoidedWithFollowing(ALLOCATION)
                .events(
                        voided(paid(OTHER, null, "2")),
                        voided(paid(PAYMENT, ALLOCATION, "1")),
                        voided(allocated(ALLOCATION, "41000")));
    }

    @Test
    void an_allocation_can_be_voided_once_its_payment_was() {
        setAside()
                .given(paid(PAYMENT, ALLOCATION, "1"), voided(paid(PAYMENT, ALLOCATION, "1")))
                .whenVoided(ALLOCATION)
                .events(voided(allocated(ALLOCATION, "41000")));
    }

    @Test
    void money_of_a_voided_allocation_can_be_set_aside_anew() {
        CommandFixture fixture = setAside().given(voided(allocated(ALLOCATION, "41000")));
        fixture.when(allocate("41000", "铺设水管", null)).events(allocated(fixture.eventId(0), "41000"));
        fixture.when(pay("1", null, ALLOCATION)).refused("allocation-not-found");
    }

    @Test
    void voids_a_payment_once() {
        setAside()
                .given(paid(PAYMENT, ALLOCATION, "41000"))
                .whenVoided(PAYMENT)
                .events(voided(paid(PAYMENT, ALLOCATION, "41000")));
        setAside()
                .given(paid(PAYMENT, null, "1"), voided(paid(PAYMENT, null, "1")))
                .whenVoided(PAYMENT)
                .nothing();
    }

    @Test
    void an_allocation_is_corrected_as_far_as_it_was_received_and_not_paid() {
        CommandFixture fixture = setAside().given(paid(PAYMENT, ALLOCATION, "100"));
        fixture.whenCorrected(ALLOCATION, money("41000.01")).refused("insufficient-funds");
        fixture.whenCorrected(ALLOCATION, money("99.99")).reliedOn("insufficient-funds");
        fixture.whenCorrected(ALLOCATION, money("100"))
                .events(corrected(allocated(ALLOCATION, "41000"), allocated(ALLOCATION, "100")));
        fixture.whenCorrected(ALLOCATION, money("41000")).nothing();
    }

    @Test
    void a_payment_takes_its_project_from_its_allocation_again() {
        CommandFixture fixture = received()
                .given(allocated(ALLOCATION, "1000"), allocatedToProject(OTHER, PROJECT, "1000"))
                .given(paid(PAYMENT, ALLOCATION, "100"));
        assertThat(((PaidFromFund) fixture.whenCorrected(PAYMENT, "{\"allocationId\": \"%s\"}".formatted(OTHER))
                                .only(Corrected.class)
                                .after())
                        .from()
                        .projectId())
                .isEqualTo(PROJECT);
    }

    @Test
    void a_payment_rests_on_the_project_its_allocation_was_for() {
        received()
                .known("Project", PROJECT, project(PROJECT))
                .given(allocated(ALLOCATION, "1000"), paid(PAYMENT, ALLOCATION, "100"))
                .whenCorrected(ALLOCATION, "{\"toProjectId\": \"%s\"}".formatted(PROJECT))
                .reliedOn("entry-changed");
    }

    @Test
    void to_void_a_correction_puts_back_what_stood_before() {
        CommandFixture fixture = received()
                .given(corrected(donated(DONATION, "21000"), donated(DONATION, "30000")))
                .given(allocated(ALLOCATION, "50000"));
        UUID correction = CommandFixture.givenId(3);
        fixture.whenVoided(correction).reliedOn("insufficient-funds");
        fixture.whenVoidedWithFollowing(correction)
                .events(
                        voided(allocated(ALLOCATION, "50000")),
                        new Voided<>(
                                correction,
                                corrected(donated(DONATION, "21000"), donated(DONATION, "30000")),
                                CommandFixture.REASON,
                                null));
    }

    private static String money(String amount) {
        return "{\"money\": {\"amount\": \"%s\"}}".formatted(amount);
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
                OF,
                entry(GOODS),
                new Donor(DonorKind.CADRE, CADRE, null),
                List.of(new InKindItem("大米", bags, yuan("100"), "市场价", yuan("1000"))),
                yuan("1000"),
                DAY);
    }

    private static AllocateFunds allocate(String amount, @Nullable String purpose, @Nullable UUID project) {
        return new AllocateFunds(FUND, null, null, purpose, project, yuan(amount));
    }

    private static PayFromFund pay(String amount, @Nullable String purpose, @Nullable UUID allocation) {
        return new PayFromFund(FUND, null, null, payee(), yuan(amount), purpose, allocation, null);
    }
}
