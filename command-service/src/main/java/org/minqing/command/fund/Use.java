package org.minqing.command.fund;

import java.time.LocalDate;
import org.minqing.events.Money;
import org.minqing.events.fund.FundEvent.FundUsePublished;

/** What became of the money of a fund on some days: what came in, was set aside, and was paid less what came back. */
record Use(LocalDate from, LocalDate to, Money received, Money allocated, Money paid) {
    static Use of(FundUsePublished e) {
        return new Use(e.from(), e.to(), e.received(), e.allocated(), e.paid());
    }
}
