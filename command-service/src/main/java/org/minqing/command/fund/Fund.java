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
import org.minqing.command.reference.Responsibility;
import org.minqing.events.Money;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.FundEvent;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.fund.FundEvent.FundVoided;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.GrantRecorded;
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
        standing(command.programmeId(), command.organisationId());
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
        Next next = next(command.programmeId(), command.organisationId(), day)
                .classed(situation, command.officeId(), command.taskCode());
        Donor donor = command.donor().donor(situation);
        situation.apply(id -> next.donation(id, donor, money));
    }

    @CommandHandler
    void handle(RecordUnitContribution command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        Money money = Amounts.positive("/money/amount", command.money());
        Next next = next(command.programmeId(), null, day).classed(situation, command.officeId(), command.taskCode());
        InForce.organisation(situation, command.organisationId(), day);
        situation.apply(id -> next.contribution(id, command.organisationId(), money));
    }

    @CommandHandler
    void handle(RecordGrant command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        Money money = Amounts.positive("/money/amount", command.money());
        Next next = next(command.programmeId(), command.organisationId(), day)
                .classed(situation, command.officeId(), command.taskCode());
        situation.apply(id -> next.grant(id, command.source(), command.documentNo(), money));
    }

    @CommandHandler
    void handle(RecordInKindDonation command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        Goods goods = Goods.of(command.items());
        Next next = next(command.programmeId(), command.organisationId(), day)
                .classed(situation, command.officeId(), command.taskCode());
        Donor donor = command.donor().donor(situation);
        situation.apply(id -> next.gift(id, donor, goods));
    }

    @CommandHandler
    void handle(AllocateFunds command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        Money money = Amounts.positive("/money/amount", command.money());
        if (command.purpose() == null && command.toProjectId() == null) {
            throw Refusal.invalid("/purpose", "purpose-or-project");
        }
        Next next = next(command.programmeId(), command.organisationId(), day)
                .classed(situation, command.officeId(), command.taskCode());
        if (command.toProjectId() != null) {
            InForce.project(situation, command.toProjectId(), day);
        }
        book.balance.refuseToSetAside(money);
        situation.apply(id -> next.allocation(id, command.purpose(), command.toProjectId(), money));
    }

    @CommandHandler
    void handle(ApprovePayment command, Situation situation) {
        FundOpened fund = standing(command.programmeId(), command.organisationId());
        UUID allocationId = command.allocationId();
        FundsAllocated allocation = book.allocation(allocationId);
        LocalDate day = notBefore(allocation.occurredOn(), situation.day(command.occurredOn()));
        String approvedBy = situation.caller().actor();
        String enteredBy = book.approvals.other(allocationId, approvedBy);
        Money left = Money.yuan(book.balance.unapproved(allocationId));
        if (command.money() == null && left.yuan().signum() == 0) {
            return;
        }
        Money money = command.money() == null ? left : Amounts.positive("/money/amount", command.money());
        if (left.yuan().compareTo(money.yuan()) < 0) {
            throw Refusal.conflict("more-than-set-aside", left.amount(), money.amount());
        }
        situation.apply(id -> new Next(fund, day).approval(id, allocationId, money, enteredBy, approvedBy));
    }

    @CommandHandler
    void handle(PayFromFund command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        Money money = Amounts.positive("/money/amount", command.money());
        UUID allocationId = command.allocationId();
        if (command.purpose() == null && allocationId == null) {
            throw Refusal.invalid("/purpose", "purpose-or-allocation");
        }
        Next next = next(command.programmeId(), command.organisationId(), day)
                .classed(situation, command.officeId(), command.taskCode());
        FundsAllocated from = allocationId == null ? null : book.allocation(allocationId);
        book.balance.refuseToPay(allocationId, money);
        book.approvals.refuseToPay(situation, next.of().programmeId(), allocationId, money, day);
        situation.apply(id ->
                next.payment(id, from, command.purpose(), command.payee().payee(), money, command.attachmentId()));
    }

    @CommandHandler
    void handle(RefundToFund command, Situation situation) {
        Money money = Amounts.positive("/money/amount", command.money());
        FundOpened fund = standing(command.programmeId(), command.organisationId());
        PaidFromFund payment = book.payment(command.paymentId());
        LocalDate day = notBefore(payment.occurredOn(), situation.day(command.occurredOn()));
        BigDecimal kept = book.kept(payment);
        if (kept.compareTo(money.yuan()) < 0) {
            throw Refusal.conflict("more-than-paid", Money.yuan(kept).amount(), money.amount());
        }
        situation.apply(id -> new Next(fund, day).refund(id, payment, money));
    }

    @CommandHandler
    void handle(IssueReceipt command, Situation situation) {
        FundOpened fund = standing(command.programmeId(), command.organisationId());
        FundEvent entry = book.entry(command.entryId());
        Money money = Receipts.worth(entry);
        LocalDate day = notBefore(entry.occurredOn(), situation.day(command.occurredOn()));
        if (book.receipts.holding(command.entryId()).isEmpty()) {
            int number = book.receipts.next(day.getYear());
            situation.apply(id -> new Next(fund, day).receipt(id, command.entryId(), number, money));
        }
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
        FundOpened fund = standing(command.programmeId(), command.organisationId());
        LocalDate from = command.from() == null ? fund.occurredOn() : command.from();
        LocalDate to = command.to() == null ? day : command.to();
        if (to.isAfter(day)) {
            throw Refusal.invalid("/to", "not-after-publication", day);
        }
        if (from.isAfter(to)) {
            throw Refusal.invalid("/from", "from-after-to", to);
        }
        Use use = book.use(from, to);
        if (!book.published(use, day)) {
            situation.apply(id -> new Next(fund, day).publication(id, use));
        }
    }

    /** A receipt that says otherwise is cancelled: another may be made out. */
    @CommandHandler
    void handle(CorrectDonation command, Situation situation) {
        if (!(book.entry(command.entryId()) instanceof DonationRecorded before)) {
            throw Refusal.conflict("not-a-donation-of-money", command.entryId());
        }
        FundOpened fund = standing(command.programmeId(), command.organisationId());
        new Next(fund, situation.dayOf(before.occurredOn(), command.occurredOn()))
                .classed(situation, command.officeId(), command.taskCode());
        DonationRecorded after = command.after(before, situation);
        if (after.equals(before)) {
            return;
        }
        book.balance.refuseToTakeBack(
                Money.yuan(before.money().yuan().subtract(after.money().yuan())));
        if (!after.money().equals(before.money()) || !after.donor().equals(before.donor())) {
            cancelReceipt(command.entryId(), new Reversal(command.reason(), command.reasonCode()), situation);
        }
        situation.apply(new Correction(command.reason(), command.reasonCode()).of(before, after));
    }

    /** A receipt names the goods: where they were others, it says otherwise and is cancelled. */
    @CommandHandler
    void handle(CorrectInKindDonation command, Situation situation) {
        if (!(book.entry(command.entryId()) instanceof InKindDonationRecorded before)) {
            throw Refusal.conflict("not-a-donation-in-kind", command.entryId());
        }
        FundOpened fund = standing(command.programmeId(), command.organisationId());
        new Next(fund, situation.dayOf(before.occurredOn(), command.occurredOn()))
                .classed(situation, command.officeId(), command.taskCode());
        InKindDonationRecorded after = command.after(before);
        if (after.equals(before)) {
            return;
        }
        if (!after.items().equals(before.items())) {
            cancelReceipt(command.entryId(), new Reversal(command.reason(), command.reasonCode()), situation);
        }
        situation.apply(new Correction(command.reason(), command.reasonCode()).of(before, after));
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
            case DonationRecorded e -> book.balance.refuseToTakeBack(e.money());
            case UnitContributionRecorded e -> book.balance.refuseToTakeBack(e.money());
            case GrantRecorded e -> book.balance.refuseToTakeBack(e.money());
            case FundsAllocated e -> book.refuseToTakeBack(e);
            case PaymentApproved e -> book.balance.refuseToTakeBack(e);
            case RefundedToFund e -> {
                book.balance.refuseToPay(e.allocationId(), e.money());
                book.approvals.refuseToPay(situation, e.programmeId(), e.allocationId(), e.money(), e.occurredOn());
            }
            default -> {} // goods are no money of the fund, and a payment taken back leaves more of it
        }
        cancelReceipt(entryId, reversal, situation);
        book.standingOn(entryId).forEach(each -> situation.apply(reversal.of(each)));
        situation.apply(reversal.of(entry));
    }

    private void cancelReceipt(UUID entryId, Reversal reversal, Situation situation) {
        book.receipts.holding(entryId).ifPresent(receipt -> situation.apply(reversal.cancelled(receipt)));
    }

    /** The fund, which belongs to no other programme or organisation than those named. */
    private FundOpened standing(@Nullable UUID programmeId, @Nullable UUID organisationId) {
        FundOpened fund = opened;
        if (fund == null) {
            throw Refusal.conflict("fund-voided");
        }
        new Responsibility(fund.programmeId(), fund.organisationId()).refuseOther(programmeId, organisationId);
        return fund;
    }

    private Next next(@Nullable UUID programmeId, @Nullable UUID organisationId, LocalDate day) {
        return new Next(standing(programmeId, organisationId), day);
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
