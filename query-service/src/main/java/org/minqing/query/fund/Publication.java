package org.minqing.query.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.minqing.events.fund.FundEvent.FundUsePublished;

/** What became of the money from one day to another, as it was made public. */
record Publication(
        UUID entryId,
        LocalDate from,
        LocalDate to,
        BigDecimal received,
        BigDecimal allocated,
        BigDecimal paid,
        LocalDate day) {
    static Publication of(FundUsePublished e) {
        return new Publication(
                e.entryId(),
                e.from(),
                e.to(),
                e.received().yuan(),
                e.allocated().yuan(),
                e.paid().yuan(),
                e.occurredOn());
    }
}
