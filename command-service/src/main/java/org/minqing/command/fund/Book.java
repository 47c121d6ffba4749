package org.minqing.command.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.Money;
import org.minqing.events.fund.FundEvent.FundEntry;
import org.minqing.events.fund.FundEvent.FundUsePublished;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.Income;
import org.minqing.events.fund.FundEvent.Outlay;
import org.minqing.events.fund.FundEvent.PaymentApproved;
import org.minqing.events.fund.FundEvent.ReceiptIssued;
import org.minqing.events.fund.FundEvent.RefundedToFund;

/**
 * The book of a fund, in yuan: on every day paid is not above set aside, nor set aside above received. Money set aside for a project is
 * paid only by naming that allocation; what was set aside for purposes is one purse for payments that name none.
 */
final class Book {
    private final Map<UUID, FundEntry> entries = new HashMap<>();
    private final Map<UUID, Allocation> allocations = new HashMap<>();
    /** Of each payment what has not come back. */
    private final Map<UUID, BigDecimal> kept = new HashMap<>();
    /** By what they were made out for. */
    private final Map<UUID, ReceiptIssued> receipts = new HashMap<>();

    private final Set<List<Object>> publications = new HashSet<>();
    private final NavigableMap<LocalDate, Sums> days = new TreeMap<>();
    private final DailyBalance free = new DailyBalance();
    private final DailyBalance purse = new DailyBalance();

    /** What came in, was set aside, and was paid less what came back. */
    record Sums(BigDecimal received, BigDecimal allocated, BigDecimal paid) {
        static final Sums NOTHING = new Sums(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        Sums plus(Sums more) {
            return new Sums(received.add(more.received), allocated.add(more.allocated), paid.add(more.paid));
        }
    }

    /** Money set aside, and what was approved and paid of it. */
    static final class Allocation {
        private final FundsAllocated event;
        private final @Nullable String actor;
        /** What no payment that names it has taken. */
        private final DailyBalance left = new DailyBalance();
        /** What was approved, less what was paid: negative where payments went before approval. */
        private final DailyBalance agreed = new DailyBalance();
        /** Days of the payments that rest on an approval. */
        private final NavigableSet<LocalDate> paidByTwo = new TreeSet<>();

        private BigDecimal approved = BigDecimal.ZERO;

        private Allocation(FundsAllocated event, @Nullable String actor) {
            this.event = event;
            this.actor = actor;
            left.add(event.occurredOn(), event.money().yuan());
        }

        FundsAllocated event() {
            return event;
        }

        boolean forProject() {
            return event.projectId() != null;
        }

        String enteredBy() {
            return Objects.requireNonNull(actor, "whatever stands in the log has an actor");
        }

        BigDecimal unapproved() {
            return event.money().yuan().subtract(approved);
        }

        /**
         * What a payment of the day may take of what was approved: so much that it, if it rests on an approval, and those that
         * do from that day on, still have theirs. Empty where there is none of them.
         */
        private Optional<BigDecimal> agreedFrom(LocalDate day, boolean byTwo) {
            return Stream.concat(byTwo ? Stream.of(day) : Stream.empty(), paidByTwo.tailSet(day, true).stream())
                    .map(agreed::on)
                    .min(Comparator.naturalOrder())
                    .map(BigDecimal.ZERO::max);
        }

        private void take(LocalDate day, BigDecimal yuan) {
            left.add(day, yuan.negate());
            agreed.add(day, yuan.negate());
        }

        private void approve(LocalDate day, BigDecimal yuan) {
            approved = approved.add(yuan);
            agreed.add(day, yuan);
        }
    }

    /** 404 {@code allocation-not-found}. */
    Allocation allocation(UUID allocationId) {
        Allocation allocation = allocations.get(allocationId);
        if (allocation == null) {
            throw Refusal.notFound("Allocation", allocationId);
        }
        return allocation;
    }

    /** How money was set aside, if it stands. */
    Optional<FundsAllocated> set(UUID allocationId) {
        return Optional.ofNullable(allocations.get(allocationId)).map(Allocation::event);
    }

    /** 404 {@code payment-not-found}. */
    Outlay payment(UUID paymentId) {
        if (entries.get(paymentId) instanceof Outlay payment) {
            return payment;
        }
        throw Refusal.notFound("Payment", paymentId);
    }

    /** 404 {@code fund-entry-not-found}, 409 {@code nothing-received}. */
    Income income(UUID entryId) {
        FundEntry entry = entries.get(entryId);
        if (entry == null) {
            throw Refusal.notFound("FundEntry", entryId);
        }
        if (entry instanceof Income income) {
            return income;
        }
        throw Refusal.conflict("nothing-received", entryId);
    }

    /** Whether a receipt for the entry holds. */
    boolean receipted(UUID entryId) {
        return receipts.containsKey(entryId);
    }

    /** Whether just this was made public on that day already. */
    boolean published(FundUsePublished e) {
        return publications.contains(said(e));
    }

    /** What the entries of these days come to. */
    Sums sums(LocalDate from, LocalDate to) {
        return days.subMap(from, true, to, true).values().stream().reduce(Sums.NOTHING, Sums::plus);
    }

    /** 409 {@code insufficient-funds}. */
    void requireReceived(FundsAllocated e) {
        requireEnough("insufficient-funds", free.leastFrom(e.occurredOn()), e.money());
    }

    /** 409 {@code same-person}, {@code more-than-set-aside}. */
    void requireApprovable(PaymentApproved e) {
        Allocation of = allocation(e.allocationId());
        Refusal.refuseBefore(of.event().occurredOn(), e.occurredOn());
        requireUnchanged(e.allocationId(), e.purpose(), of.event().purpose());
        requireUnchanged(e.allocationId(), e.projectId(), of.event().projectId());
        if (e.approvedBy().equals(of.actor)) {
            throw Refusal.conflict("same-person", e.allocationId());
        }
        requireEnough("more-than-set-aside", of.unapproved(), e.money());
    }

    /** 409 {@code insufficient-funds}; {@code payment-not-approved} where two persons were needed and one alone has agreed. */
    void requirePayable(Outlay e) {
        UUID allocationId = e.from().allocationId();
        Allocation from = allocationId == null ? null : allocation(allocationId);
        requireUnchanged(
                allocationId,
                e.from().projectId(),
                from == null ? null : from.event().projectId());
        LocalDate day = e.occurredOn();
        boolean byTwo = Boolean.TRUE.equals(e.from().twoPersons());
        if (from == null) {
            requireEnough("insufficient-funds", purse.leastFrom(day), e.money());
            if (byTwo) {
                requireEnough("payment-not-approved", BigDecimal.ZERO, e.money());
            }
            return;
        }
        Refusal.refuseBefore(from.event().occurredOn(), day);
        BigDecimal left = from.left.leastFrom(day);
        requireEnough("insufficient-funds", from.forProject() ? left : left.min(purse.leastFrom(day)), e.money());
        from.agreedFrom(day, byTwo).ifPresent(agreed -> requireEnough("payment-not-approved", agreed, e.money()));
    }

    /** 409 {@code more-than-paid}. */
    void requirePaid(RefundedToFund e) {
        Outlay payment = payment(e.paymentId());
        Refusal.refuseBefore(payment.occurredOn(), e.occurredOn());
        requireUnchanged(e.paymentId(), e.allocationId(), payment.from().allocationId());
        requireUnchanged(e.paymentId(), e.projectId(), payment.from().projectId());
        requireEnough("more-than-paid", kept(e.paymentId()), e.money());
    }

    /** 409 {@code receipt-stands} where the entry has one. */
    void requireReceipted(ReceiptIssued e) {
        Income income = income(e.entryId());
        Refusal.refuseBefore(income.occurredOn(), e.occurredOn());
        requireUnchanged(e.entryId(), e.money(), income.money());
        requireUnchanged(e.entryId(), e.donor(), income.donor());
        requireUnchanged(e.entryId(), e.items(), income.items());
        if (receipted(e.entryId())) {
            throw Refusal.conflict("receipt-stands", e.entryId());
        }
    }

    private static void requireEnough(String code, BigDecimal left, Money asked) {
        if (left.compareTo(asked.yuan()) < 0) {
            throw Refusal.conflict(code, Money.yuan(left).amount(), asked.amount());
        }
    }

    /** 409 {@code entry-changed}: what was taken over from an entry is not what it says by now. */
    private static void requireUnchanged(@Nullable UUID entryId, @Nullable Object taken, @Nullable Object said) {
        if (!Objects.equals(taken, said)) {
            throw Refusal.conflict("entry-changed", entryId);
        }
    }

    /** Goods are no money of the fund. */
    void receive(UUID id, Income e) {
        entries.put(id, e);
        if (e.items() == null) {
            free.add(e.occurredOn(), e.money().yuan());
            count(e.occurredOn(), new Sums(e.money().yuan(), BigDecimal.ZERO, BigDecimal.ZERO));
        }
    }

    void setAside(UUID id, FundsAllocated e, @Nullable String actor) {
        BigDecimal yuan = e.money().yuan();
        entries.put(id, e);
        allocations.put(id, new Allocation(e, actor));
        free.add(e.occurredOn(), yuan.negate());
        if (e.projectId() == null) {
            purse.add(e.occurredOn(), yuan);
        }
        count(e.occurredOn(), new Sums(BigDecimal.ZERO, yuan, BigDecimal.ZERO));
    }

    void approve(UUID id, PaymentApproved e) {
        entries.put(id, e);
        allocation(e.allocationId()).approve(e.occurredOn(), e.money().yuan());
    }

    void pay(UUID id, Outlay e) {
        entries.put(id, e);
        kept.put(id, e.money().yuan());
        UUID allocationId = e.from().allocationId();
        take(allocationId, e.money().yuan(), e.occurredOn());
        if (allocationId != null && Boolean.TRUE.equals(e.from().twoPersons())) {
            allocation(allocationId).paidByTwo.add(e.occurredOn());
        }
    }

    void refund(UUID id, RefundedToFund e) {
        entries.put(id, e);
        BigDecimal yuan = e.money().yuan();
        kept.put(e.paymentId(), kept(e.paymentId()).subtract(yuan));
        take(e.allocationId(), yuan.negate(), e.occurredOn());
    }

    void receipt(ReceiptIssued e) {
        receipts.put(e.entryId(), e);
    }

    void publish(FundUsePublished e) {
        publications.add(said(e));
    }

    private BigDecimal kept(UUID paymentId) {
        return kept.getOrDefault(paymentId, BigDecimal.ZERO);
    }

    /** From one allocation or from none in particular; negative where it came back. */
    private void take(@Nullable UUID allocationId, BigDecimal yuan, LocalDate day) {
        Allocation from = allocationId == null ? null : allocation(allocationId);
        if (from != null) {
            from.take(day, yuan);
        }
        if (from == null || !from.forProject()) {
            purse.add(day, yuan.negate());
        }
        count(day, new Sums(BigDecimal.ZERO, BigDecimal.ZERO, yuan));
    }

    private void count(LocalDate day, Sums sums) {
        days.merge(day, sums, Sums::plus);
    }

    private static List<Object> said(FundUsePublished e) {
        return List.of(e.from(), e.to(), e.received(), e.allocated(), e.paid(), e.occurredOn());
    }
}
