package org.minqing.command.fund;

import static org.minqing.command.fund.Funds.CITY;
import static org.minqing.command.fund.Funds.OF;
import static org.minqing.command.fund.Funds.PROGRAMME;
import static org.minqing.command.fund.Funds.SHUITIAN;
import static org.minqing.command.fund.Funds.entry;
import static org.minqing.command.fund.Funds.payee;
import static org.minqing.command.fund.Funds.yuan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.fund.FundCommand.AllocateFunds;
import org.minqing.command.fund.FundCommand.PayFromFund;
import org.minqing.command.fund.FundCommand.PublishFundUse;
import org.minqing.command.fund.FundCommand.RecordDonation;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.LinkMode;
import org.minqing.events.Voided;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.DonorKind;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.fund.FundEvent.FundUsePublished;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.fund.FundEvent.PaymentApproved;
import org.minqing.events.fund.FundEvent.RefundedToFund;
import org.minqing.events.fund.FundEvent.Withdrawal;
import org.minqing.events.fund.Payee;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeClosed;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.programme.ProgrammeEvent.TwoPersonRuleSet;

/** A programme launched on 2012-01-02, its fund opened on 2012-01-10: whatever the order of entry, every day is right. */
class FundDaysTest {
    private static final Sphere SPHERE = new Sphere(PROGRAMME, CITY, "5303");
    private static final ProgrammeLaunched LAUNCHED =
            new ProgrammeLaunched(SPHERE, "四群教育", LinkMode.EXACTLY_ONE, LocalDate.of(2012, 1, 2));
    private static final FundOpened OPENED = new FundOpened(OF, SHUITIAN, LocalDate.of(2012, 1, 10));
    private static final LocalDate FEBRUARY = LocalDate.of(2012, 2, 1);
    private static final LocalDate MARCH = LocalDate.of(2012, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2012, 4, 1);
    private static final LocalDate MAY = LocalDate.of(2012, 5, 1);
    private static final UUID GIFT = new UUID(9, 1);
    private static final UUID LATER_GIFT = new UUID(9, 2);
    private static final UUID ALLOCATION = new UUID(9, 3);
    private static final UUID PAYMENT = new UUID(9, 4);
    private static final UUID REFUND = new UUID(9, 5);
    private static final UUID APPROVAL = new UUID(9, 6);

    private static CommandFixture fixture() {
        return Funds.fixture().known("Programme", PROGRAMME, LAUNCHED).given(OPENED);
    }

    @Test
    void money_comes_in_from_the_day_on_which_the_fund_was_opened() {
        fixture().on(MARCH).when(donate("300")).only(DonationRecorded.class);
        fixture().on(LocalDate.of(2012, 1, 10)).when(donate("40")).only(DonationRecorded.class);
        fixture().on(LocalDate.of(2012, 1, 5)).when(donate("40")).refused("out-of-order");
        fixture().on(LocalDate.of(2011, 12, 31)).when(donate("700")).refused("out-of-order");
    }

    @Test
    void nothing_comes_in_once_the_programme_is_over_but_its_use_is_still_published() {
        ProgrammeClosed closed = new ProgrammeClosed(SPHERE, null, null, APRIL);
        fixture()
                .known("Programme", PROGRAMME, closed)
                .on(APRIL)
                .when(donate("300"))
                .only(DonationRecorded.class);
        fixture()
                .known("Programme", PROGRAMME, closed)
                .on(APRIL.plusDays(1))
                .when(donate("300"))
                .refused("programme-not-in-force");
        fixture()
                .known("Programme", PROGRAMME, closed)
                .on(MAY)
                .when(new PublishFundUse(OF.fundId(), null, APRIL))
                .only(FundUsePublished.class);
    }

    @Test
    void money_is_set_aside_once_it_has_come_in() {
        CommandFixture fixture = fixture().given(donated(GIFT, "100", MARCH));
        fixture.on(FEBRUARY).when(allocate("100")).refused("insufficient-funds");
        fixture.on(MARCH).when(allocate("100")).only(FundsAllocated.class);
    }

    @Test
    void money_that_is_set_aside_on_a_later_day_is_not_set_aside_before_as_well() {
        fixture()
                .given(donated(GIFT, "100", MARCH), allocated("80", MAY))
                .on(APRIL)
                .when(allocate("30"))
                .refused("insufficient-funds");
        fixture()
                .given(donated(GIFT, "100", MARCH), allocated("80", MAY), donated(LATER_GIFT, "10", APRIL))
                .on(APRIL)
                .when(allocate("30"))
                .only(FundsAllocated.class);
    }

    @Test
    void nothing_is_paid_before_it_was_set_aside() {
        CommandFixture fixture = fixture().given(donated(GIFT, "100", FEBRUARY), allocated("60", APRIL));
        fixture.on(MARCH).when(pay(ALLOCATION, "60")).refused("out-of-order");
        fixture.on(MARCH).when(pay(null, "60")).refused("insufficient-funds");
        fixture.on(APRIL).when(pay(ALLOCATION, "60")).only(PaidFromFund.class);
        fixture.on(APRIL).when(pay(null, "60")).only(PaidFromFund.class);
    }

    @Test
    void what_came_back_is_paid_again_from_that_day_on() {
        CommandFixture fixture = fixture()
                .given(
                        donated(GIFT, "60", FEBRUARY),
                        allocated("60", FEBRUARY),
                        paid(ALLOCATION, "60", MARCH, null),
                        new RefundedToFund(OF, REFUND, PAYMENT, ALLOCATION, null, yuan("60"), MAY));
        fixture.on(APRIL).when(pay(ALLOCATION, "10")).refused("insufficient-funds");
        fixture.on(FEBRUARY).when(pay(null, "10")).refused("insufficient-funds");
        fixture.on(MAY).when(pay(ALLOCATION, "10")).only(PaidFromFund.class);
    }

    @Test
    void where_two_persons_are_needed_it_is_paid_once_the_other_has_agreed() {
        CommandFixture fixture = fixture()
                .known("Programme", PROGRAMME, new TwoPersonRuleSet(SPHERE, true, FEBRUARY))
                .given(
                        donated(GIFT, "60", FEBRUARY),
                        allocated("60", FEBRUARY),
                        new PaymentApproved(OF, APPROVAL, ALLOCATION, yuan("60"), "甲", "乙", "铺设水管", null, APRIL));
        fixture.on(MARCH).when(pay(ALLOCATION, "60")).refused("payment-not-approved");
        fixture.on(APRIL).when(pay(ALLOCATION, "60")).only(PaidFromFund.class);
        fixture.given(paid(ALLOCATION, "60", MAY, true))
                .on(APRIL)
                .when(pay(ALLOCATION, "60"))
                .refused("insufficient-funds");
    }

    @Test
    void what_an_earlier_day_rests_on_stays_though_as_much_comes_in_later() {
        CommandFixture fixture =
                fixture().given(donated(GIFT, "60", FEBRUARY), donated(LATER_GIFT, "60", MAY), allocated("60", MARCH));
        fixture.whenVoided(GIFT).reliedOn("insufficient-funds");
        fixture.whenCorrected(GIFT, "{\"money\": {\"amount\": \"59\"}}").reliedOn("insufficient-funds");
        fixture.whenVoided(LATER_GIFT).only(Voided.class);
    }

    private static RecordDonation donate(String amount) {
        return new RecordDonation(
                OF.fundId(), null, null, new DonorInput(DonorKind.CADRE, Funds.CADRE, null), yuan(amount));
    }

    private static AllocateFunds allocate(String amount) {
        return new AllocateFunds(OF.fundId(), null, null, "铺设水管", null, yuan(amount));
    }

    private static PayFromFund pay(@Nullable UUID allocationId, String amount) {
        return new PayFromFund(OF.fundId(), null, null, payee(), yuan(amount), "铺设水管", allocationId, null);
    }

    private static DonationRecorded donated(UUID id, String amount, LocalDate day) {
        return new DonationRecorded(OF, entry(id), new Donor(DonorKind.CADRE, Funds.CADRE, null), yuan(amount), day);
    }

    private static FundsAllocated allocated(String amount, LocalDate day) {
        return new FundsAllocated(OF, entry(ALLOCATION), "铺设水管", null, yuan(amount), day);
    }

    private static PaidFromFund paid(UUID allocationId, String amount, LocalDate day, @Nullable Boolean twoPersons) {
        return new PaidFromFund(
                OF,
                entry(PAYMENT),
                new Withdrawal(allocationId, "铺设水管", null, twoPersons),
                new Payee(payee().id(), payee().name()),
                yuan(amount),
                null,
                day);
    }
}
