package org.minqing.query.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.minqing.events.Money;
import org.minqing.events.fund.FundEvent.Account;
import org.minqing.events.fund.FundEvent.Entry;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.fund.FundEvent.HeatingSubsidyRecorded;
import org.minqing.events.fund.FundEvent.Withdrawal;
import org.minqing.query.platform.view.EventMeta;

/** What was paid for heating is an entry of the fund and among what it paid. */
public class SubsidyViewTrial implements Runnable {
    private static final LocalDate DAY = LocalDate.of(2012, 3, 1);

    @Override
    public void run() {
        UUID fund = new UUID(1, 1);
        Account of = new Account(fund, new UUID(1, 2), new UUID(1, 3), "530328202207", "取暖");
        HeatingSubsidyRecorded subsidy = new HeatingSubsidyRecorded(
                of,
                new Entry(new UUID(2, 1), null, null),
                new Withdrawal(new UUID(2, 2), "取暖", null, null),
                new UUID(5, 1),
                Money.yuan(new BigDecimal("300")),
                DAY);
        EventMeta meta = new EventMeta(
                2,
                new UUID(2, 1),
                "Fund-" + fund,
                1,
                "Fund.HeatingSubsidyRecorded",
                Instant.parse("2012-03-01T00:00:00Z"),
                Map.of());
        FundView view = new FundView();
        assertThat(view.facts(subsidy, meta)).isEmpty();
        assertThat(view.entities().getLast().touched().apply(subsidy, meta)).containsExactly(new UUID(2, 1).toString());
        EntryState entry = EntryState.of(subsidy);
        assertThat(entry.kind().side).isEqualTo(EntryState.Side.PAID);
        assertThat(entry.aboutId()).isEqualTo(new UUID(2, 2));
        FundState state = FundState.opened(new FundOpened(of, null, DAY)).after(subsidy);
        assertThat(state.figures().paid()).isEqualByComparingTo("300");
    }
}
