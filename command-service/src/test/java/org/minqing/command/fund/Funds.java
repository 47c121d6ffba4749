package org.minqing.command.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.TestSealed;
import org.minqing.command.platform.form.NameInput;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.minqing.events.LinkMode;
import org.minqing.events.Money;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.Membership;
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
import org.minqing.events.fund.FundEvent.Income;
import org.minqing.events.fund.FundEvent.Outlay;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.fund.FundEvent.PaymentApproved;
import org.minqing.events.fund.FundEvent.ReceiptIssued;
import org.minqing.events.fund.FundEvent.RefundedToFund;
import org.minqing.events.fund.FundEvent.UnitContributionRecorded;
import org.minqing.events.fund.FundEvent.Withdrawal;
import org.minqing.events.fund.Payee;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.programme.ProgrammeEvent.TwoPersonRuleSet;
import org.minqing.events.project.ProjectEvent.Classification;
import org.minqing.events.project.ProjectEvent.Plan;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.project.ProjectEvent.Undertaking;
import org.minqing.events.project.ProjectKind;

/** The water fund of 水田: 21,000 yuan from cadres, 20,000 raised by the office. */
final class Funds {
    static final UUID PROGRAMME = new UUID(1, 1);
    static final UUID CITY = new UUID(2, 1);
    private static final Sphere SPHERE = new Sphere(PROGRAMME, CITY, "5303");
    static final UUID CADRE = new UUID(3, 1);
    static final String SHUITIAN = "530328202207";
    static final LocalDate LAUNCH = LocalDate.of(2011, 12, 26);
    static final LocalDate DAY = LocalDate.of(2012, 3, 1);
    static final UUID FUND = Ids.fund(PROGRAMME, CITY, SHUITIAN, "人畜饮水");

    static final Account OF = new Account(FUND, PROGRAMME, CITY, SHUITIAN, "人畜饮水");

    static final FundOpened OPENED = new FundOpened(OF, SHUITIAN, LocalDate.of(2012, 1, 1));

    private Funds() {}

    static Money yuan(String amount) {
        return Money.yuan(new BigDecimal(amount));
    }

    static Sealed text(String clear) {
        return TestSealed.sealed("fund:" + FUND, clear);
    }

    static Sealed name(UUID personId, String clear) {
        return TestSealed.sealed("person:" + personId, clear);
    }

    static DonationRecorded donated(UUID entryId, String amount) {
        return donated(entryId, new Donor(DonorKind.CADRE, CADRE, null), amount);
    }

    static DonationRecorded donated(UUID entryId, Donor donor, String amount) {
        return new DonationRecorded(OF, entry(entryId), donor, yuan(amount), DAY);
    }

    static UnitContributionRecorded raised(UUID entryId, String amount) {
        return new UnitContributionRecorded(OF, entry(entryId), CITY, yuan(amount), DAY);
    }

    static FundsAllocated allocated(UUID entryId, String amount) {
        return new FundsAllocated(OF, entry(entryId), "铺设水管", null, yuan(amount), DAY);
    }

    static FundsAllocated allocatedToProject(UUID entryId, UUID projectId, String amount) {
        return new FundsAllocated(OF, entry(entryId), null, projectId, yuan(amount), DAY);
    }

    static PaidFromFund paid(UUID entryId, @Nullable UUID allocationId, String amount) {
        return paid(entryId, new Withdrawal(allocationId, "铺设水管", null, null), amount);
    }

    /** A payment that rests on an approval. */
    static PaidFromFund paidByTwo(UUID entryId, UUID allocationId, String amount) {
        return paid(entryId, new Withdrawal(allocationId, "铺设水管", null, true), amount);
    }

    private static PaidFromFund paid(UUID entryId, Withdrawal from, String amount) {
        return new PaidFromFund(
                OF, entry(entryId), from, new Payee(payee().id(), payee().name()), yuan(amount), null, DAY);
    }

    /** A project of 水田 proposed on the day the fund was opened. */
    static ProjectProposed project(UUID projectId) {
        return new ProjectProposed(
                new Undertaking(projectId, PROGRAMME, CITY, SHUITIAN),
                new Classification(null, null),
                new Plan(ProjectKind.WATER, "七、八组人畜饮水", null, null),
                OPENED.occurredOn());
    }

    static GrantRecorded granted(UUID entryId, String amount) {
        return new GrantRecorded(OF, entry(entryId), SHUITIAN, "市财政局", "示财〔2012〕3号", yuan(amount), DAY);
    }

    static PaymentApproved approved(UUID entryId, UUID allocationId, String amount) {
        return new PaymentApproved(OF, entryId, allocationId, yuan(amount), "甲", "tester", "铺设水管", null, DAY);
    }

    static RefundedToFund refunded(UUID entryId, UUID paymentId, @Nullable UUID allocationId, String amount) {
        return new RefundedToFund(OF, entryId, paymentId, allocationId, null, yuan(amount), DAY);
    }

    /** For a donation of the cadre. */
    static ReceiptIssued receipt(UUID receiptId, UUID entryId, int number, String amount) {
        return receipt(receiptId, entryId, number, amount, new Donor(DonorKind.CADRE, CADRE, null));
    }

    static ReceiptIssued receipt(UUID receiptId, UUID entryId, int number, String amount, @Nullable Donor donor) {
        return new ReceiptIssued(OF, receiptId, entryId, 2012, number, yuan(amount), donor, null, DAY);
    }

    static Entry entry(UUID entryId) {
        return new Entry(entryId, null, null);
    }

    /** The id of the entity an event makes. */
    static @Nullable UUID id(DomainEvent event) {
        return switch (event) {
            case Income e -> e.entry().entryId();
            case FundsAllocated e -> e.entry().entryId();
            case PaymentApproved e -> e.entryId();
            case Outlay e -> e.entry().entryId();
            case RefundedToFund e -> e.entryId();
            case ReceiptIssued e -> e.receiptId();
            case FundUsePublished e -> e.entryId();
            default -> null;
        };
    }

    static <E extends FundEvent> Voided<E> voided(E before) {
        return voided(Objects.requireNonNull(id(before)), before);
    }

    static <E extends FundEvent> Voided<E> voided(UUID target, E before) {
        return new Voided<>(target, before, CommandFixture.REASON, null);
    }

    static <E extends FundEvent> Corrected<E> corrected(E before, E after) {
        return new Corrected<>(Objects.requireNonNull(id(before)), before, after, CommandFixture.REASON, null);
    }

    /** The programme, in which money needs two persons from the day on. */
    static CommandFixture twoPersons(LocalDate from) {
        return fixture()
                .known(
                        "Programme",
                        PROGRAMME,
                        new ProgrammeLaunched(SPHERE, "四群教育", LinkMode.EXACTLY_ONE, LAUNCH),
                        new TwoPersonRuleSet(SPHERE, true, from));
    }

    static NameInput payee() {
        UUID person = new UUID(4, 1);
        return new NameInput(person, name(person, "示例水管店主"));
    }

    static CommandFixture fixture() {
        return new CommandFixture(Fund.class)
                .identifiedBy(Funds::id)
                .on(DAY)
                .division(SHUITIAN, "水田")
                .known(
                        "Organisation",
                        CITY,
                        new OrganisationRegistered(new Seat(CITY, "5303"), "市人大办", null, null, LAUNCH))
                .known("Programme", PROGRAMME, new ProgrammeLaunched(SPHERE, "四群教育", LinkMode.EXACTLY_ONE, LAUNCH))
                .known(
                        "Cadre",
                        CADRE,
                        new CadreRegistered(
                                new Membership(CADRE, CITY, "5303"),
                                null,
                                name(CADRE, "示例干部"),
                                "1",
                                "132",
                                null,
                                null,
                                null,
                                LAUNCH));
    }
}
