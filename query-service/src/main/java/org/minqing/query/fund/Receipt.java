package org.minqing.query.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.minqing.events.fund.FundEvent.ReceiptIssued;

/**
 * A receipt for what came in.
 *
 * @param number 1, 2, 3, ... in the fund and year
 * @param cancelled it no longer holds, and its number stays used
 */
record Receipt(
        UUID receiptId, UUID entryId, int year, int number, BigDecimal amount, boolean cancelled, LocalDate day) {
    static Receipt of(ReceiptIssued e, boolean cancelled) {
        return new Receipt(
                e.receiptId(), e.entryId(), e.year(), e.number(), e.money().yuan(), cancelled, e.occurredOn());
    }
}
