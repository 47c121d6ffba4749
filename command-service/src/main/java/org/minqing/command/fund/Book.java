package org.minqing.command.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Refusal;
import org.minqing.events.Money;
import org.minqing.events.fund.FundEvent;
import org.minqing.events.fund.FundEvent.AllocationVoided;
import org.minqing.events.fund.FundEvent.DonationCorrected;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.DonationVoided;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.fund.FundEvent.FundUsePublicationVoided;
import org.minqing.events.fund.FundEvent.FundUsePublished;
import org.minqing.events.fund.FundEvent.FundVoided;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.GrantRecorded;
import org.minqing.events.fund.FundEvent.GrantVoided;
import org.minqing.events.fund.FundEvent.InKindDonationCorrected;
import org.minqing.events.fund.FundEvent.InKindDonationRecorded;
import org.minqing.events.fund.FundEvent.InKindDonationVoided;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.fund.FundEvent.PaymentApprovalVoided;
import org.minqing.events.fund.FundEvent.PaymentApproved;
import org.minqing.events.fund.FundEvent.PaymentVoided;
import org.minqing.events.fund.FundEvent.ReceiptCancelled;
import org.minqing.events.fund.FundEvent.ReceiptIssued;
import org.minqing.events.fund.FundEvent.RefundVoided;
import org.minqing.events.fund.FundEvent.RefundedToFund;
import org.minqing.events.fund.FundEvent.UnitContributionRecorded;
import org.minqing.events.fund.FundEvent.UnitContributionVoided;

/** The entries of a fund that stand, and what follows from them. */
final class Book {
    final Balance balance = new Balance();
    final Approvals approvals = new Approvals(balance);
    final Receipts receipts = new Receipts();
    private final Map<UUID, FundEvent> entries = new LinkedHashMap<>();
    private final Set<UUID> reversed = new HashSet<>();

    /** Of an event that makes an entry. */
    static UUID entryId(FundEvent event) {
        return switch (event) {
            case DonationRecorded e -> e.entryId();
            case InKindDonationRecorded e -> e.entryId();
            case UnitContributionRecorded e -> e.entryId();
            case GrantRecorded e -> e.entryId();
            case FundsAllocated e -> e.entryId();
            case PaymentApproved e -> e.entryId();
            case PaidFromFund e -> e.entryId();
            case RefundedToFund e -> e.entryId();
            case FundUsePublished e -> e.entryId();
            default -> throw new IllegalStateException("no entry: " + event.getClass());
        };
    }

    int size() {
        return entries.size();
    }

    boolean reversed(UUID entryId) {
        return reversed.contains(entryId);
    }

    @Nullable
    FundEvent find(UUID entryId) {
        return entries.get(entryId);
    }

    /** 404 {@code fund-entry-not-found}. */
    FundEvent entry(UUID entryId) {
        FundEvent entry = entries.get(entryId);
        if (entry == null) {
            throw Refusal.notFound("FundEntry", entryId);
        }
        return entry;
    }

    /** 404 {@code allocation-not-found}. */
    FundsAllocated allocation(UUID allocationId) {
        if (entries.get(allocationId) instanceof FundsAllocated allocation) {
            return allocation;
        }
        throw Refusal.notFound("Allocation", allocationId);
    }

    /** 404 {@code payment-not-found}. */
    PaidFromFund payment(UUID paymentId) {
        if (entries.get(paymentId) instanceof PaidFromFund payment) {
            return payment;
        }
        throw Refusal.notFound("Payment", paymentId);
    }

    /** Entries that stand on this one, the last first. */
    List<FundEvent> standingOn(UUID entryId) {
        List<FundEvent> on = entries.values().stream()
                .filter(entry -> switch (entry) {
                    case PaymentApproved e -> e.allocationId().equals(entryId);
                    case RefundedToFund e -> e.paymentId().equals(entryId);
                    default -> false;
                })
                .toList();
        return new ArrayList<>(on).reversed();
    }

    /** 409 {@code money-paid-out}: a payment names the allocation, though all of it may have come back, or needs it. */
    void refuseToTakeBack(FundsAllocated allocation) {
        UUID id = allocation.entryId();
        boolean named = entries.values().stream()
                .anyMatch(e -> e instanceof PaidFromFund paid && id.equals(paid.allocationId()));
        if (named || balance.inUse(id)) {
            throw Refusal.conflict("money-paid-out", id);
        }
    }

    /** What of a payment has not come back. */
    BigDecimal kept(PaidFromFund payment) {
        return standingOn(payment.entryId()).stream()
                .map(refund -> ((RefundedToFund) refund).money().yuan())
                .reduce(payment.money().yuan(), BigDecimal::subtract);
    }

    /** What the entries of these days come to. */
    Use use(LocalDate from, LocalDate to) {
        return new Use(
                from,
                to,
                sum(from, to, Figures::received),
                sum(from, to, Figures::allocated),
                sum(from, to, Figures::paid));
    }

    private Money sum(LocalDate from, LocalDate to, Function<FundEvent, BigDecimal> figure) {
        return Money.yuan(entries.values().stream()
                .filter(e -> !e.occurredOn().isBefore(from) && !e.occurredOn().isAfter(to))
                .map(figure)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** Whether just this stands already. */
    boolean published(Use use, LocalDate day) {
        return entries.values().stream()
                .anyMatch(entry -> entry instanceof FundUsePublished e
                        && Use.of(e).equals(use)
                        && e.occurredOn().equals(day));
    }

    void take(FundEvent event, @Nullable String actor) {
        switch (event) {
            case FundOpened e -> {}
            case FundVoided e -> {}
            case DonationRecorded e -> received(e, e.money());
            case UnitContributionRecorded e -> received(e, e.money());
            case GrantRecorded e -> received(e, e.money());
            case InKindDonationRecorded e -> enter(e);
            case FundsAllocated e -> {
                enter(e);
                balance.allocate(e);
                approvals.entered(e.entryId(), actor);
            }
            case PaymentApproved e -> {
                enter(e);
                balance.approve(e.allocationId(), e.money().yuan());
            }
            case PaidFromFund e -> {
                enter(e);
                balance.take(e.allocationId(), e.money().yuan());
            }
            case RefundedToFund e -> {
                enter(e);
                balance.take(e.allocationId(), e.money().yuan().negate());
            }
            case FundUsePublished e -> enter(e);
            case ReceiptIssued e -> receipts.issued(e);
            case ReceiptCancelled e -> receipts.cancelled(e);
            case DonationCorrected e -> {
                entries.put(e.target(), e.after());
                balance.takeBack(e.before().money());
                balance.receive(e.after().money());
            }
            case InKindDonationCorrected e -> entries.put(e.target(), e.after());
            case DonationVoided e -> returned(e.target(), e.before().money());
            case UnitContributionVoided e -> returned(e.target(), e.before().money());
            case GrantVoided e -> returned(e.target(), e.before().money());
            case InKindDonationVoided e -> leaveOut(e.target());
            case AllocationVoided e -> {
                leaveOut(e.target());
                balance.release(e.before());
            }
            case PaymentApprovalVoided e -> {
                leaveOut(e.target());
                balance.approve(
                        e.before().allocationId(), e.before().money().yuan().negate());
            }
            case PaymentVoided e -> {
                leaveOut(e.target());
                balance.take(
                        e.before().allocationId(), e.before().money().yuan().negate());
            }
            case RefundVoided e -> {
                leaveOut(e.target());
                balance.take(e.before().allocationId(), e.before().money().yuan());
            }
            case FundUsePublicationVoided e -> leaveOut(e.target());
        }
    }

    private void received(FundEvent entry, Money money) {
        enter(entry);
        balance.receive(money);
    }

    private void returned(UUID entryId, Money money) {
        leaveOut(entryId);
        balance.takeBack(money);
    }

    private void enter(FundEvent entry) {
        entries.put(entryId(entry), entry);
    }

    private void leaveOut(UUID entryId) {
        entries.remove(entryId);
        reversed.add(entryId);
    }
}
