package org.minqing.command.fund;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Refusal;
import org.minqing.events.Money;
import org.minqing.events.fund.FundEvent;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.GrantRecorded;
import org.minqing.events.fund.FundEvent.InKindDonationRecorded;
import org.minqing.events.fund.FundEvent.ReceiptCancelled;
import org.minqing.events.fund.FundEvent.ReceiptIssued;
import org.minqing.events.fund.FundEvent.UnitContributionRecorded;

/** The receipts of a fund, numbered from 1 in each year; a number once given is never given again. */
final class Receipts {
    private final Map<UUID, ReceiptIssued> lastOfEntry = new HashMap<>();
    private final Set<UUID> cancelled = new HashSet<>();
    private final Map<Integer, Integer> lastNumber = new HashMap<>();

    int next(int year) {
        return lastNumber.getOrDefault(year, 0) + 1;
    }

    /** The receipt of an entry, cancelled or not. */
    @Nullable
    ReceiptIssued last(UUID entryId) {
        return lastOfEntry.get(entryId);
    }

    /** The receipt of an entry that holds. */
    Optional<ReceiptIssued> holding(UUID entryId) {
        return Optional.ofNullable(lastOfEntry.get(entryId))
                .filter(receipt -> !cancelled.contains(receipt.receiptId()));
    }

    /** What a receipt of an entry says came in; 409 {@code nothing-received}. */
    static Money worth(FundEvent entry) {
        return switch (entry) {
            case DonationRecorded e -> e.money();
            case InKindDonationRecorded e -> e.amount();
            case UnitContributionRecorded e -> e.money();
            case GrantRecorded e -> e.money();
            default -> throw Refusal.conflict("nothing-received", Book.entryId(entry));
        };
    }

    void issued(ReceiptIssued e) {
        lastOfEntry.put(e.entryId(), e);
        lastNumber.put(e.year(), e.number());
    }

    void cancelled(ReceiptCancelled e) {
        cancelled.add(e.receiptId());
    }
}
