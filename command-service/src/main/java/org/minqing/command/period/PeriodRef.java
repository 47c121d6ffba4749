package org.minqing.command.period;

import java.util.Optional;
import org.minqing.command.platform.history.Reference;
import org.minqing.events.DomainEvent;
import org.minqing.events.period.ReportingPeriodEvent.PeriodOpened;

/**
 * A reporting period as another one sees it.
 *
 * @param opened whose and of which days it is; nothing where it is voided
 */
record PeriodRef(Optional<PeriodOpened> opened) {
    static final Reference<PeriodRef> KIND =
            new Reference<>("ReportingPeriod", new PeriodRef(Optional.empty()), PeriodRef::after);

    private PeriodRef after(DomainEvent event) {
        return event instanceof PeriodOpened e ? new PeriodRef(Optional.of(e)) : this;
    }
}
