package org.minqing.command.fund;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.Beginning;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.StreamAggregate;
import org.minqing.command.platform.form.Amounts;
import org.minqing.command.platform.history.StreamEntry;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.ProgrammeRef;
import org.minqing.command.reference.Responsibility;
import org.minqing.events.Money;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.FundEvent;
import org.minqing.events.fund.FundEvent.Account;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.Entry;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.fund.FundEvent.FundUsePublished;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.GrantRecorded;
import org.minqing.events.fund.FundEvent.InKindDonationRecorded;
import org.minqing.events.fund.FundEvent.Income;
import org.minqing.events.fund.FundEvent.Outlay;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.fund.FundEvent.PaymentApproved;
import org.minqing.events.fund.FundEvent.ReceiptIssued;
import org.minqing.events.fund.FundEvent.RefundedToFund;
import org.minqing.events.fund.FundEvent.UnitContributionRecorded;
import org.minqing.events.fund.FundEvent.Withdrawal;
import org.minqing.events.fund.Payee;

/**
 * A fund 专项资金: on no day does what was paid exceed what was set aside, nor that what was received, in whatever order
 * entries are made.
 */
class Fund implements StreamAggregate<FundEvent> {
    private final Book book = new Book();
    private final Beginning<FundOpened> opened = new Beginning<>("Fund");

    void handle(FundCommand.OpenFund command, DecisionContext situation) {
        LocalDate day = situation.day();
        String villageId = command.villageId(situation);
        new Responsibility(command.programmeId(), command.organisationId()).inForce(situation, day);
        String seat =
                InForce.organisation(situation, command.organisationId(), day).divisionId();
        Account of = new Account(
                UUID.fromString(command.streamId(situation)),
                command.programmeId(),
                command.organisationId(),
                villageId == null ? seat : villageId,
                command.earmark());
        situation.enter(new FundOpened(of, villageId, day));
    }

    void handle(FundCommand.RecordDonation command, DecisionContext situation) {
        Money money = Amounts.positive(command.money());
        Function<UUID, Entry> entry = entry(situation, command.officeId(), command.taskCode());
        Donor donor = command.donor().donor(situation);
        situation.enter(id -> new DonationRecorded(of(), entry.apply(id), donor, money, situation.day()));
    }

    void handle(FundCommand.RecordInKindDonation command, DecisionContext situation) {
        Goods goods = Goods.of(command.items());
        Function<UUID, Entry> entry = entry(situation, command.officeId(), command.taskCode());
        Donor donor = command.donor().donor(situation);
        situation.enter(id -> new InKindDonationRecorded(
                of(), entry.apply(id), donor, goods.items(), goods.worth(), situation.day()));
    }

    void handle(FundCommand.RecordUnitContribution command, DecisionContext situation) {
        Money money = Amounts.positive(command.money());
        Function<UUID, Entry> entry = entry(situation, command.officeId(), command.taskCode());
        InForce.organisation(situation, command.organisationId(), situation.day());
        situation.enter(id ->
                new UnitContributionRecorded(of(), entry.apply(id), command.organisationId(), money, situation.day()));
    }

    void handle(FundCommand.RecordGrant command, DecisionContext situation) {
        Money money = Amounts.positive(command.money());
        Function<UUID, Entry> entry = entry(situation, command.officeId(), command.taskCode());
        String villageId = opened.standing().villageId();
        situation.enter(id -> new GrantRecorded(
                of(), entry.apply(id), villageId, command.source(), command.documentNo(), money, situation.day()));
    }

    void handle(FundCommand.AllocateFunds command, DecisionContext situation) {
        Money money = Amounts.positive(command.money());
        UUID projectId = command.toProjectId();
        if (command.purpose() == null && projectId == null) {
            throw Refusal.invalid("/purpose", "purpose-or-project");
        }
        Function<UUID, Entry> entry = entry(situation, command.officeId(), command.taskCode());
        if (projectId != null) {
            InForce.project(situation, projectId, situation.day());
        }
        situation.enter(
                id -> new FundsAllocated(of(), entry.apply(id), command.purpose(), projectId, money, situation.day()));
    }

    void handle(FundCommand.ApprovePayment command, DecisionContext situation) {
        Book.Allocation allocation = book.allocation(command.allocationId());
        Money left = Money.yuan(allocation.unapproved());
        if (command.money() == null && left.yuan().signum() == 0) {
            return;
        }
        Money money = command.money() == null ? left : Amounts.positive(command.money());
        situation.enter(id -> new PaymentApproved(
                of(),
                id,
                command.allocationId(),
                money,
                allocation.enteredBy(),
                situation.caller().actor(),
                allocation.event().purpose(),
                allocation.event().projectId(),
                situation.day()));
    }

    void handle(FundCommand.PayFromFund command, DecisionContext situation) {
        Money money = Amounts.positive(command.money());
        if (command.purpose() == null && command.allocationId() == null) {
            throw Refusal.invalid("/purpose", "purpose-or-allocation");
        }
        Function<UUID, Entry> entry = entry(situation, command.officeId(), command.taskCode());
        Withdrawal from = withdrawal(situation, command.allocationId(), command.purpose());
        Payee payee = new Payee(command.payee().id(), command.payee().name());
        situation.enter(id ->
                new PaidFromFund(of(), entry.apply(id), from, payee, money, command.attachmentId(), situation.day()));
    }

    void handle(FundCommand.RefundToFund command, DecisionContext situation) {
        Money money = Amounts.positive(command.money());
        Outlay payment = book.payment(command.paymentId());
        situation.enter(id -> new RefundedToFund(
                of(),
                id,
                command.paymentId(),
                payment.from().allocationId(),
                payment.from().projectId(),
                money,
                situation.day()));
    }

    /** A receipt that is corrected keeps its number. */
    void handle(FundCommand.IssueReceipt command, DecisionContext situation) {
        Income income = book.income(command.entryId());
        int year = situation.day().getYear();
        int number = situation.corrected() instanceof ReceiptIssued e
                ? e.number()
                : 1
                        + (int) situation.ever(ReceiptIssued.class).stream()
                                .filter(e -> e.year() == year)
                                .count();
        situation.enter(id -> new ReceiptIssued(
                of(),
                id,
                command.entryId(),
                year,
                number,
                income.money(),
                income.donor(),
                income.items(),
                situation.day()));
    }

    void handle(FundCommand.PublishFundUse command, DecisionContext situation) {
        LocalDate day = situation.day();
        LocalDate from = command.from() == null ? opened.standing().occurredOn() : command.from();
        LocalDate to = command.to() == null ? day : command.to();
        if (to.isAfter(day)) {
            throw Refusal.invalid("/to", "not-after-publication", day);
        }
        if (from.isAfter(to)) {
            throw Refusal.invalid("/from", "from-after-to", to);
        }
        Book.Sums use = book.sums(from, to);
        situation.enter(id -> new FundUsePublished(
                of(),
                id,
                from,
                to,
                Money.yuan(use.received()),
                Money.yuan(use.allocated()),
                Money.yuan(use.paid()),
                day));
    }

    @Override
    public boolean repeats(FundEvent event) {
        return event instanceof ReceiptIssued receipt && book.receipted(receipt.entryId())
                || event instanceof FundUsePublished use && book.published(use);
    }

    @Override
    public void check(StreamEntry<FundEvent> entry) {
        if (!(entry.event() instanceof FundOpened)) {
            opened.standing();
        }
        switch (entry.event()) {
            case FundOpened e -> opened.refuseSecond(e.of().fundId());
            case Income e -> {}
            case FundsAllocated e -> book.requireReceived(e);
            case PaymentApproved e -> book.requireApprovable(e);
            case Outlay e -> book.requirePayable(e);
            case RefundedToFund e -> book.requirePaid(e);
            case ReceiptIssued e -> book.requireReceipted(e);
            case FundUsePublished e -> {}
        }
    }

    /** What is paid is paid for the purpose it was set aside for, unless another was said. */
    @Override
    public FundEvent retold(FundEvent event, StreamAggregate<FundEvent> former) {
        if (!(event instanceof PaidFromFund e)) {
            return event;
        }
        Withdrawal from = e.from();
        UUID allocationId = from.allocationId();
        if (allocationId == null) {
            return event;
        }
        Optional<FundsAllocated> was = ((Fund) former).book.set(allocationId);
        Optional<FundsAllocated> is = book.set(allocationId);
        if (is.isEmpty()
                || was.filter(before -> Objects.equals(before.purpose(), from.purpose()))
                        .isEmpty()) {
            return event;
        }
        return new PaidFromFund(
                e.of(),
                e.entry(),
                new Withdrawal(allocationId, is.get().purpose(), from.projectId(), from.twoPersons()),
                e.payee(),
                e.money(),
                e.attachmentId(),
                e.occurredOn());
    }

    @Override
    public void on(StreamEntry<FundEvent> entry) {
        switch (entry.event()) {
            case FundOpened e -> opened.on(e);
            case Income e -> book.receive(entry.id(), e);
            case FundsAllocated e -> book.setAside(entry.id(), e, entry.actor());
            case PaymentApproved e -> book.approve(entry.id(), e);
            case Outlay e -> book.pay(entry.id(), e);
            case RefundedToFund e -> book.refund(entry.id(), e);
            case ReceiptIssued e -> book.receipt(e);
            case FundUsePublished e -> book.publish(e);
        }
    }

    /** For the purpose and project of the allocation, if one is named, where no purpose is given; 404 {@code allocation-not-found}. */
    private Withdrawal withdrawal(DecisionContext situation, @Nullable UUID allocationId, @Nullable String purpose) {
        FundsAllocated from =
                allocationId == null ? null : book.allocation(allocationId).event();
        boolean twoPersons = situation
                .references()
                .require(ProgrammeRef.KIND, of().programmeId())
                .twoPersonRuleOn(situation.day());
        return new Withdrawal(
                allocationId,
                purpose == null && from != null ? from.purpose() : purpose,
                from == null ? null : from.projectId(),
                twoPersons ? Boolean.TRUE : null);
    }

    private Account of() {
        return opened.standing().of();
    }

    /** Counted for an office and a task; 404 and 422 where there is no such one on the day. */
    private Function<UUID, Entry> entry(DecisionContext situation, @Nullable UUID officeId, @Nullable String taskCode) {
        new Responsibility(of().programmeId(), of().organisationId())
                .classed(situation, situation.day(), officeId, taskCode);
        return id -> new Entry(id, officeId, taskCode);
    }
}
