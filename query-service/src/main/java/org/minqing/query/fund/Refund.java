package org.minqing.query.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.minqing.events.fund.FundEvent.RefundedToFund;

/** Money paid out that came back. */
record Refund(UUID entryId, UUID paymentId, BigDecimal amount, LocalDate day) {
    static Refund of(RefundedToFund e) {
        return new Refund(e.entryId(), e.paymentId(), e.money().yuan(), e.occurredOn());
    }
}
