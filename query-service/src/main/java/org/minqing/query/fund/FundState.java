package org.minqing.query.fund;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Money;
import org.minqing.events.Voids;
import org.minqing.events.fund.FundEvent;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.InKindDonationRecorded;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.fund.FundEvent.UnitContributionRecorded;

/**
 * A fund 专项资金 on a day, in yuan.
 *
 * @param received money that came in; gifts in kind are not in it
 * @param inKind worth of gifts in kind
 * @param allocated set aside out of what was received
 * @param paid paid out of what was set aside
 * @param balance received less paid
 */
record FundState(
        UUID fundId,
        UUID programmeId,
        UUID organisationId,
        String divisionId,
        @Nullable String villageId,
        String earmark,
        BigDecimal received,
        BigDecimal inKind,
        BigDecimal allocated,
        BigDecimal paid,
        BigDecimal balance) {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    static FundState evolve(@Nullable FundState state, FundEvent event) {
        return switch (event) {
            case FundOpened e ->
                new FundState(
                        e.fundId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.divisionId(),
                        e.villageId(),
                        e.earmark(),
                        NOTHING,
                        NOTHING,
                        NOTHING,
                        NOTHING,
                        NOTHING);
            case DonationRecorded e -> known(state).in(e.money());
            case UnitContributionRecorded e -> known(state).in(e.money());
            case InKindDonationRecorded e -> known(state).given(e.amount());
            case FundsAllocated e -> known(state).setAside(e.money());
            case PaidFromFund e -> known(state).out(e.money());
            case Voids<?> e -> known(state);
        };
    }

    private static FundState known(@Nullable FundState state) {
        return Objects.requireNonNull(state);
    }

    private FundState in(Money money) {
        return with(received.add(money.yuan()), inKind, allocated, paid);
    }

    private FundState given(Money worth) {
        return with(received, inKind.add(worth.yuan()), allocated, paid);
    }

    private FundState setAside(Money money) {
        return with(received, inKind, allocated.add(money.yuan()), paid);
    }

    private FundState out(Money money) {
        return with(received, inKind, allocated, paid.add(money.yuan()));
    }

    private FundState with(BigDecimal in, BigDecimal kind, BigDecimal aside, BigDecimal out) {
        return new FundState(
                fundId,
                programmeId,
                organisationId,
                divisionId,
                villageId,
                earmark,
                in,
                kind,
                aside,
                out,
                in.subtract(out));
    }
}
