package org.minqing.command.fund;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Refusal;
import org.minqing.events.Money;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.PaymentApproved;

/**
 * What a fund has received, set aside and paid, in yuan: paid is never above set aside, nor set aside above received. Money
 * set aside for a project is paid only by naming that allocation; what was set aside for purposes is one purse for payments
 * that name none.
 */
final class Balance {
    private final Map<UUID, Allocation> allocations = new LinkedHashMap<>();
    private BigDecimal received = BigDecimal.ZERO;
    private BigDecimal allocated = BigDecimal.ZERO;
    /** Set aside for purposes and not paid. */
    private BigDecimal purse = BigDecimal.ZERO;

    /**
     * Money set aside.
     *
     * @param left what no payment that names it has taken
     * @param approved what somebody else agreed to pay
     */
    private record Allocation(boolean forProject, BigDecimal amount, BigDecimal left, BigDecimal approved) {
        Allocation taking(BigDecimal yuan) {
            return new Allocation(forProject, amount, left.subtract(yuan), approved);
        }

        Allocation approving(BigDecimal yuan) {
            return new Allocation(forProject, amount, left, approved.add(yuan));
        }
    }

    /** Received and not set aside. */
    private BigDecimal free() {
        return received.subtract(allocated);
    }

    /** What a payment may take, from one allocation or from none in particular. */
    private BigDecimal payable(@Nullable UUID allocationId) {
        if (allocationId == null) {
            return purse;
        }
        Allocation allocation = allocation(allocationId);
        return allocation.forProject() ? allocation.left() : allocation.left().min(purse);
    }

    /** What of an allocation was not approved. */
    BigDecimal unapproved(UUID allocationId) {
        Allocation allocation = allocation(allocationId);
        return allocation.amount().subtract(allocation.approved());
    }

    /** What of an allocation was approved and not paid; negative where payments went before approval. */
    BigDecimal approvedLeft(UUID allocationId) {
        Allocation allocation = allocation(allocationId);
        return allocation.approved().subtract(allocation.amount().subtract(allocation.left()));
    }

    /** Whether a payment has named this allocation, or what is left in the purse needs it. */
    boolean inUse(UUID allocationId) {
        Allocation allocation = allocation(allocationId);
        return allocation.left().compareTo(allocation.amount()) < 0
                || !allocation.forProject() && purse.compareTo(allocation.amount()) < 0;
    }

    /** 409 {@code insufficient-funds}. */
    void refuseToSetAside(Money money) {
        refuseAbove(free(), money, "insufficient-funds");
    }

    /** 409 {@code insufficient-funds}. */
    void refuseToPay(@Nullable UUID allocationId, Money money) {
        refuseAbove(payable(allocationId), money, "insufficient-funds");
    }

    /** 409 {@code money-set-aside}. */
    void refuseToTakeBack(Money money) {
        refuseAbove(free(), money, "money-set-aside");
    }

    /** 409 {@code money-paid-out}. */
    void refuseToTakeBack(PaymentApproved approval) {
        if (approvedLeft(approval.allocationId()).compareTo(approval.money().yuan()) < 0) {
            throw Refusal.conflict("money-paid-out", approval.allocationId());
        }
    }

    private static void refuseAbove(BigDecimal left, Money asked, String code) {
        if (left.compareTo(asked.yuan()) < 0) {
            throw Refusal.conflict(code, Money.yuan(left).amount(), asked.amount());
        }
    }

    void receive(Money money) {
        received = received.add(money.yuan());
    }

    void takeBack(Money money) {
        received = received.subtract(money.yuan());
    }

    void allocate(FundsAllocated e) {
        BigDecimal yuan = e.money().yuan();
        boolean forProject = e.projectId() != null;
        allocations.put(e.entryId(), new Allocation(forProject, yuan, yuan, BigDecimal.ZERO));
        allocated = allocated.add(yuan);
        purse = forProject ? purse : purse.add(yuan);
    }

    void release(FundsAllocated e) {
        BigDecimal yuan = e.money().yuan();
        allocations.remove(e.entryId());
        allocated = allocated.subtract(yuan);
        purse = e.projectId() == null ? purse.subtract(yuan) : purse;
    }

    void approve(UUID allocationId, BigDecimal yuan) {
        allocations.put(allocationId, allocation(allocationId).approving(yuan));
    }

    /** Paid from one allocation or from none in particular; negative where it came back. */
    void take(@Nullable UUID allocationId, BigDecimal yuan) {
        if (allocationId == null) {
            purse = purse.subtract(yuan);
            return;
        }
        Allocation after = allocation(allocationId).taking(yuan);
        allocations.put(allocationId, after);
        purse = after.forProject() ? purse : purse.subtract(yuan);
    }

    private Allocation allocation(UUID allocationId) {
        Allocation allocation = allocations.get(allocationId);
        if (allocation == null) {
            throw Refusal.notFound("Allocation", allocationId);
        }
        return allocation;
    }
}
