package org.minqing.query.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.minqing.events.fund.FundEvent.PaymentApproved;

/** Another person than who set the money aside agreed that it be paid. */
record Approval(
        UUID entryId, UUID allocationId, BigDecimal amount, String enteredBy, String approvedBy, LocalDate day) {
    static Approval of(PaymentApproved e) {
        return new Approval(
                e.entryId(), e.allocationId(), e.money().yuan(), e.enteredBy(), e.approvedBy(), e.occurredOn());
    }
}
