package org.minqing.command.fund;

import java.math.BigDecimal;
import org.minqing.events.fund.FundEvent;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.GrantRecorded;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.fund.FundEvent.RefundedToFund;
import org.minqing.events.fund.FundEvent.UnitContributionRecorded;

/** What one entry adds to the three figures of a fund, in yuan. */
final class Figures {
    private Figures() {}

    static BigDecimal received(FundEvent entry) {
        return switch (entry) {
            case DonationRecorded e -> e.money().yuan();
            case UnitContributionRecorded e -> e.money().yuan();
            case GrantRecorded e -> e.money().yuan();
            default -> BigDecimal.ZERO;
        };
    }

    static BigDecimal allocated(FundEvent entry) {
        return entry instanceof FundsAllocated e ? e.money().yuan() : BigDecimal.ZERO;
    }

    /** Less what came back. */
    static BigDecimal paid(FundEvent entry) {
        return switch (entry) {
            case PaidFromFund e -> e.money().yuan();
            case RefundedToFund e -> e.money().yuan().negate();
            default -> BigDecimal.ZERO;
        };
    }
}
