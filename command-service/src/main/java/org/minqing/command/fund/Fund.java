package org.minqing.command.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.EventId;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.ProgrammeRef;
import org.minqing.command.reference.Responsibility;
import org.minqing.events.Money;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.FundEvent;
import org.minqing.events.fund.FundEvent.DonationCorrected;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.fund.FundEvent.FundUsePublished;
import org.minqing.events.fund.FundEvent.FundVoided;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.GrantRecorded;
import org.minqing.events.fund.FundEvent.InKindDonationCorrected;
import org.minqing.events.fund.FundEvent.InKindDonationRecorded;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.fund.FundEvent.PaymentApproved;
import org.minqing.events.fund.FundEvent.ReceiptIssued;
import org.minqing.events.fund.FundEvent.RefundedToFund;
import org.minqing.events.fund.FundEvent.UnitContributionRecorded;

/**
 * A fund 专项资金: what was paid never exceeds what was set aside, nor that what was received. Judged in the order in which
 * entries are made, not by their days; entries are reversed, never edited.
 */
@Aggregate
class Fund {
    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable FundOpened opened;
    private @Nullable UUID openingId;
    private final Book book = new Book();

    Fund() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenFund command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        String villageId = command.villageId(situation);
        if (opened != null) {
            throw Refusal.alreadyExists("Fund", opened.fundId());
        }
        new Responsibility(command.programmeId(), command.organisationId()).inForce(situation, day);
        String seat =
                InForce.organisation(situation, command.organisationId(), day).divisionId();
        situation.apply(new FundOpened(
                UUID.fromString(command.streamId(situation)),
                command.programmeId(),
                command.organisationId(),
                villageId == null ? seat : villageId,
                command.earmark(),
                villageId,
                day));
    }

    @CommandHandler
    void handle(VoidFund command, Situation situation) {
        if (opened == null || openingId == null) {
            return;
        }
        belongs(opened, command.programmeId(), command.organisationId());
        LocalDate day = situation.dayOf(opened.occurredOn(), command.occurredOn());
        if (book.size() > 0) {
            throw Refusal.conflict("fund-in-use", book.size());
        }
        situation.apply(new FundVoided(
                opened.fundId(),
                opened.programmeId(),
                opened.organisationId(),
                opened.divisionId(),
                opened.earmark(),
                openingId,
                opened,
                command.reason(),
                command.reasonCode(),
                day));
    }

    @CommandHandler
    void handle(RecordDonation command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        Money money = Amounts.positive("/money/amount", command.money());
        FundOpened fund = standing();
        belongs(fund, command.programmeId(), command.organisationId())
                .classed(situation, day, command.officeId(), command.taskCode());
        Donor donor = command.donor().donor(situation);
        situation.apply(id -> new DonationRecorded(
                fund.fundId(),
                fund.programmeId(),
                fund.organisationId(),
                fund.divisionId(),
                fund.earmark(),
                id,
                command.officeId(),
                command.taskCode(),
                donor,
                money,
                day));
    }

    @CommandHandler
    void handle(RecordUnitContribution command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        Money money = Amounts.positive("/money/amount", command.money());
        FundOpened fund = standing();
        belongs(fund, command.programmeId(), null).classed(situation, day, command.officeId(), command.taskCode());
        InForce.organisation(situation, command.organisationId(), day);
        situation.apply(id -> new UnitContributionRecorded(
                fund.fundId(),
                fund.programmeId(),
                fund.organisationId(),
                fund.divisionId(),
                fund.earmark(),
                id,
                command.officeId(),
                command.taskCode(),
                command.organisationId(),
                money,
                day));
    }

    @CommandHandler
    void handle(RecordInKindDonation command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        Goods goods = Goods.of(command.items());
        FundOpened fund = standing();
        belongs(fund, command.programmeId(), command.organisationId())
                .classed(situation, day, command.officeId(), command.taskCode());
        Donor donor = command.donor().donor(situation);
        situation.apply(id -> new InKindDonationRecorded(
                fund.fundId(),
                fund.programmeId(),
                fund.organisationId(),
                fund.divisionId(),
                fund.earmark(),
                id,
                command.officeId(),
                command.taskCode(),
                donor,
                goods.items(),
                goods.worth(),
                day));
    }

    @CommandHandler
    void handle(AllocateFunds command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        Money money = Amounts.positive("/money/amount", command.money());
        if (command.purpose() == null && command.toProjectId() == null) {
            throw Refusal.invalid("/purpose", "purpose-or-project");
        }
        FundOpened fund = standing();
        belongs(fund, command.programmeId(), command.organisationId())
                .classed(situation, day, command.officeId(), command.taskCode());
        if (command.toProjectId() != null) {
            InForce.project(situation, command.toProjectId(), day);
        }
        enough(book.balance.free(), money);
        situation.apply(id -> new FundsAllocated(
                fund.fundId(),
                fund.programmeId(),
                fund.organisationId(),
                fund.divisionId(),
                fund.earmark(),
                id,
                command.officeId(),
                command.taskCode(),
                command.purpose(),
                command.toProjectId(),
                money,
                day));
    }

    @CommandHandler
    void handle(PayFromFund command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        Money money = Amounts.positive("/money/amount", command.money());
        if (command.purpose() == null && command.allocationId() == null) {
            throw Refusal.invalid("/purpose", "purpose-or-allocation");
        }
        FundOpened fund = standing();
        belongs(fund, command.programmeId(), command.organisationId())
                .classed(situation, day, command.officeId(), command.taskCode());
        FundsAllocated allocation = command.allocationId() == null ? null : book.allocation(command.allocationId());
        enough(book.balance.payable(command.allocationId()), money);
        approved(situation, fund, command.allocationId(), money, day);
        String purpose = command.purpose() == null && allocation != null ? allocation.purpose() : command.purpose();
        situation.apply(id -> new PaidFromFund(
                fund.fundId(),
                fund.programmeId(),
                fund.organisationId(),
                fund.divisionId(),
                fund.earmark(),
                id,
                command.officeId(),
                command.taskCode(),
                command.allocationId(),
                purpose,
                allocation == null ? null : allocation.projectId(),
                command.payee().payee(),
                money,
                command.attachmentId(),
                day));
    }

    @CommandHandler
    void handle(RecordGrant command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        Money money = Amounts.positive("/money/amount", command.money());
        FundOpened fund = standing();
        belongs(fund, command.programmeId(), command.organisationId())
                .classed(situation, day, command.officeId(), command.taskCode());
        situation.apply(id -> new GrantRecorded(
                fund.fundId(),
                fund.programmeId(),
                fund.organisationId(),
                fund.divisionId(),
                fund.earmark(),
                id,
                command.officeId(),
                command.taskCode(),
                fund.villageId(),
                command.source(),
                command.documentNo(),
                money,
                day));
    }

    @CommandHandler
    void handle(ApprovePayment command, Situation situation) {
        FundOpened fund = standing();
        belongs(fund, command.programmeId(), command.organisationId());
        FundsAllocated allocation = book.allocation(command.allocationId());
        LocalDate day = notBefore(allocation.occurredOn(), situation.day(command.occurredOn()));
        String enteredBy = book.enteredBy(command.allocationId());
        String approvedBy = situation.caller().actor();
        if (approvedBy.equals(enteredBy)) {
            throw Refusal.conflict("same-person", command.allocationId());
        }
        Money left = Money.yuan(book.balance.unapproved(command.allocationId()));
        if (command.money() == null && left.yuan().signum() == 0) {
            return;
        }
        Money money = command.money() == null ? left : Amounts.positive("/money/amount", command.money());
        if (left.yuan().compareTo(money.yuan()) < 0) {
            throw Refusal.conflict("more-than-set-aside", left.amount(), money.amount());
        }
        situation.apply(id -> new PaymentApproved(
                fund.fundId(),
                fund.programmeId(),
                fund.organisationId(),
                fund.divisionId(),
                fund.earmark(),
                id,
                command.allocationId(),
                money,
                enteredBy,
                approvedBy,
                day));
    }

    @CommandHandler
    void handle(RefundToFund command, Situation situation) {
        Money money = Amounts.positive("/money/amount", command.money());
        FundOpened fund = standing();
        belongs(fund, command.programmeId(), command.organisationId());
        PaidFromFund payment = book.payment(command.paymentId());
        LocalDate day = notBefore(payment.occurredOn(), situation.day(command.occurredOn()));
        BigDecimal kept = book.kept(payment);
        if (kept.compareTo(money.yuan()) < 0) {
            throw Refusal.conflict("more-than-paid", Money.yuan(kept).amount(), money.amount());
        }
        situation.apply(id -> new RefundedToFund(
                fund.fundId(),
                fund.programmeId(),
                fund.organisationId(),
                fund.divisionId(),
                fund.earmark(),
                id,
                payment.entryId(),
                payment.allocationId(),
                payment.projectId(),
                money,
                day));
    }

    @CommandHandler
    void handle(IssueReceipt command, Situation situation) {
        FundOpened fund = standing();
        belongs(fund, command.programmeId(), command.organisationId());
        FundEvent entry = book.entry(command.entryId());
        Money money = switch (entry) {
            case DonationRecorded e -> e.money();
            case InKindDonationRecorded e -> e.amount();
            case UnitContributionRecorded e -> e.money();
            case GrantRecorded e -> e.money();
            default -> throw Refusal.conflict("nothing-received", command.entryId());
        };
        LocalDate day = notBefore(entry.occurredOn(), situation.day(command.occurredOn()));
        if (book.receipts.holding(command.entryId()).isPresent()) {
            return;
        }
        situation.apply(id -> new ReceiptIssued(
                fund.fundId(),
                fund.programmeId(),
                fund.organisationId(),
                fund.divisionId(),
                fund.earmark(),
                id,
                command.entryId(),
                day.getYear(),
                book.receipts.next(day.getYear()),
                money,
                day));
    }

    @CommandHandler
    void handle(VoidReceipt command, Situation situation) {
        ReceiptIssued receipt = book.receipts.last(command.entryId());
        if (receipt == null) {
            throw Refusal.notFound("Receipt", command.entryId());
        }
        new Responsibility(receipt.programmeId(), receipt.organisationId())
                .refuseOther(command.programmeId(), command.organisationId());
        situation.dayOf(receipt.occurredOn(), command.occurredOn());
        if (book.receipts.holding(command.entryId()).isPresent()) {
            situation.apply(new Reversal(command.reason(), command.reasonCode()).cancelled(receipt));
        }
    }

    @CommandHandler
    void handle(PublishFundUse command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        FundOpened fund = standing();
        belongs(fund, command.programmeId(), command.organisationId());
        LocalDate from = command.from() == null ? fund.occurredOn() : command.from();
        LocalDate to = command.to() == null ? day : command.to();
        if (to.isAfter(day)) {
            throw Refusal.invalid("/to", "not-after-publication", day);
        }
        if (from.isAfter(to)) {
            throw Refusal.invalid("/from", "from-after-to", to);
        }
        Money received = book.sum(from, to, Figures::received);
        Money allocated = book.sum(from, to, Figures::allocated);
        Money paid = book.sum(from, to, Figures::paid);
        if (!book.published(from, to, received, allocated, paid, day)) {
            situation.apply(id -> new FundUsePublished(
                    fund.fundId(),
                    fund.programmeId(),
                    fund.organisationId(),
                    fund.divisionId(),
                    fund.earmark(),
                    id,
                    from,
                    to,
                    received,
                    allocated,
                    paid,
                    day));
        }
    }

    /** A receipt that says otherwise is cancelled: another may be made out. */
    @CommandHandler
    void handle(CorrectDonation command, Situation situation) {
        if (!(book.entry(command.entryId()) instanceof DonationRecorded before)) {
            throw Refusal.conflict("not-a-donation-of-money", command.entryId());
        }
        Responsibility responsible = belongs(standing(), command.programmeId(), command.organisationId());
        LocalDate day = situation.dayOf(before.occurredOn(), command.occurredOn());
        responsible.classed(situation, day, command.officeId(), command.taskCode());
        DonationRecorded after = new DonationRecorded(
                before.fundId(),
                before.programmeId(),
                before.organisationId(),
                before.divisionId(),
                before.earmark(),
                before.entryId(),
                command.officeId() == null ? before.officeId() : command.officeId(),
                command.taskCode() == null ? before.taskCode() : command.taskCode(),
                command.donor() == null ? before.donor() : command.donor().donor(situation),
                command.money() == null ? before.money() : Amounts.positive("/money/amount", command.money()),
                day);
        if (after.equals(before)) {
            return;
        }
        stillFree(Money.yuan(before.money().yuan().subtract(after.money().yuan())));
        if (!after.money().equals(before.money()) || !after.donor().equals(before.donor())) {
            Reversal otherwise = new Reversal(command.reason(), command.reasonCode());
            book.receipts.holding(command.entryId()).ifPresent(r -> situation.apply(otherwise.cancelled(r)));
        }
        situation.apply(new DonationCorrected(
                before.fundId(),
                before.programmeId(),
                before.organisationId(),
                before.divisionId(),
                before.earmark(),
                before.entryId(),
                before,
                after,
                command.reason(),
                command.reasonCode(),
                day));
    }

    /** A receipt names the goods: where they were others, it says otherwise and is cancelled. */
    @CommandHandler
    void handle(CorrectInKindDonation command, Situation situation) {
        if (!(book.entry(command.entryId()) instanceof InKindDonationRecorded before)) {
            throw Refusal.conflict("not-a-donation-in-kind", command.entryId());
        }
        Responsibility responsible = belongs(standing(), command.programmeId(), command.organisationId());
        LocalDate day = situation.dayOf(before.occurredOn(), command.occurredOn());
        responsible.classed(situation, day, command.officeId(), command.taskCode());
        Goods goods = command.items() == null ? new Goods(before.items(), before.amount()) : Goods.of(command.items());
        InKindDonationRecorded after = new InKindDonationRecorded(
                before.fundId(),
                before.programmeId(),
                before.organisationId(),
                before.divisionId(),
                before.earmark(),
                before.entryId(),
                command.officeId() == null ? before.officeId() : command.officeId(),
                command.taskCode() == null ? before.taskCode() : command.taskCode(),
                before.donor(),
                goods.items(),
                goods.worth(),
                day);
        if (after.equals(before)) {
            return;
        }
        if (!after.items().equals(before.items())) {
            Reversal otherwise = new Reversal(command.reason(), command.reasonCode());
            book.receipts.holding(command.entryId()).ifPresent(r -> situation.apply(otherwise.cancelled(r)));
        }
        situation.apply(new InKindDonationCorrected(
                before.fundId(),
                before.programmeId(),
                before.organisationId(),
                before.divisionId(),
                before.earmark(),
                before.entryId(),
                before,
                after,
                command.reason(),
                command.reasonCode(),
                day));
    }

    @CommandHandler
    void handle(VoidDonation command, Situation situation) {
        FundEvent entry = book.find(command.entryId());
        if (entry != null && !(entry instanceof DonationRecorded || entry instanceof InKindDonationRecorded)) {
            throw Refusal.conflict("not-a-donation", command.entryId());
        }
        reverse(
                command.entryId(),
                command.programmeId(),
                command.organisationId(),
                command.occurredOn(),
                new Reversal(command.reason(), command.reasonCode()),
                situation);
    }

    @CommandHandler
    void handle(ReverseEntry command, Situation situation) {
        reverse(
                command.entryId(),
                command.programmeId(),
                command.organisationId(),
                command.occurredOn(),
                new Reversal(command.reason(), command.reasonCode()),
                situation);
    }

    private void reverse(
            UUID entryId,
            @Nullable UUID programmeId,
            @Nullable UUID organisationId,
            @Nullable LocalDate occurredOn,
            Reversal reversal,
            Situation situation) {
        if (book.reversed(entryId)) {
            return;
        }
        FundEvent entry = book.entry(entryId);
        new Responsibility(entry.programmeId(), entry.organisationId()).refuseOther(programmeId, organisationId);
        situation.dayOf(entry.occurredOn(), occurredOn);
        switch (entry) {
            case DonationRecorded e -> stillFree(e.money());
            case UnitContributionRecorded e -> stillFree(e.money());
            case GrantRecorded e -> stillFree(e.money());
            case FundsAllocated e -> stillUnused(e);
            case PaymentApproved e -> stillUnpaid(e);
            case RefundedToFund e -> {
                enough(book.balance.payable(e.allocationId()), e.money());
                approved(situation, standing(), e.allocationId(), e.money(), e.occurredOn());
            }
            default -> {} // goods are no money of the fund, and a payment taken back leaves more of it
        }
        book.receipts.holding(entryId).ifPresent(receipt -> situation.apply(reversal.cancelled(receipt)));
        book.standingOn(entryId).forEach(each -> situation.apply(reversal.of(each)));
        situation.apply(reversal.of(entry));
    }

    private FundOpened standing() {
        if (opened == null) {
            throw Refusal.conflict("fund-voided");
        }
        return opened;
    }

    private static Responsibility belongs(FundOpened fund, @Nullable UUID programmeId, @Nullable UUID organisationId) {
        return new Responsibility(fund.programmeId(), fund.organisationId()).refuseOther(programmeId, organisationId);
    }

    private static void enough(BigDecimal left, Money asked) {
        if (left.compareTo(asked.yuan()) < 0) {
            throw Refusal.conflict("insufficient-funds", Money.yuan(left).amount(), asked.amount());
        }
    }

    private void stillFree(Money money) {
        if (book.balance.free().compareTo(money.yuan()) < 0) {
            throw Refusal.conflict(
                    "money-set-aside", Money.yuan(book.balance.free()).amount(), money.amount());
        }
    }

    private void stillUnused(FundsAllocated allocation) {
        if (book.balance.inUse(allocation.entryId()) || book.paidFrom(allocation.entryId())) {
            throw Refusal.conflict("money-paid-out", allocation.entryId());
        }
    }

    private void stillUnpaid(PaymentApproved approval) {
        if (book.balance
                        .approvedLeft(approval.allocationId())
                        .compareTo(approval.money().yuan())
                < 0) {
            throw Refusal.conflict("money-paid-out", approval.allocationId());
        }
    }

    /** 409 {@code payment-not-approved} where two persons are needed on the day and one alone has agreed. */
    private void approved(
            Situation situation, FundOpened fund, @Nullable UUID allocationId, Money money, LocalDate day) {
        boolean twoPersons = situation
                .references()
                .require(ProgrammeRef.KIND, fund.programmeId())
                .twoPersonRuleOn(day);
        if (!twoPersons) {
            return;
        }
        BigDecimal left = allocationId == null
                ? BigDecimal.ZERO
                : book.balance.approvedLeft(allocationId).max(BigDecimal.ZERO);
        if (left.compareTo(money.yuan()) < 0) {
            throw Refusal.conflict("payment-not-approved", Money.yuan(left).amount(), money.amount());
        }
    }

    private static LocalDate notBefore(LocalDate earlier, LocalDate day) {
        if (day.isBefore(earlier)) {
            throw Refusal.outOfOrder(earlier);
        }
        return day;
    }

    @EventSourcingHandler
    void on(
            FundEvent event,
            @EventId UUID id,
            @MetaDataValue(value = "actor", required = false) @Nullable String actor) {
        stream = "Fund-" + event.fundId();
        switch (event) {
            case FundOpened e -> {
                opened = e;
                openingId = id;
            }
            case FundVoided e -> opened = null;
            default -> book.take(event, actor);
        }
    }
}
